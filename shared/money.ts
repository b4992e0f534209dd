// Money is an integer count of fen (1 yuan = 100 fen), everywhere.

import nzh from 'nzh';
import { Problem } from './problems.ts';

/** One hundred million yuan: no medical invoice is larger, and every sum of them stays a safe integer. */
export const LARGEST_FEN = 10_000_000_000;

const YUAN = /^([+-]?)(\d+)(?:\.(\d*))?$/;

/** Reads what a person types or a receipt prints ("1,234.5", "￥268.40", full-width digits) into fen; throws a Problem. */
export function parseYuan(text: string): number {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,¥元]/g, '')
    .replace(/^RMB/i, '');
  const match = YUAN.exec(plain);
  if (!match) throw new Problem('amount-invalid', { value: text });
  const [, sign, whole = '', fraction = ''] = match;
  if (fraction.replace(/0+$/, '').length > 2) throw new Problem('amount-too-precise', { value: text });
  const fen = Number(whole) * 100 + Number(fraction.padEnd(2, '0').slice(0, 2) || 0);
  if (fen > LARGEST_FEN) throw new Problem('amount-too-large', { value: text });
  if (sign === '-' && fen > 0) throw new Problem('amount-negative', { value: text });
  return fen;
}

/** 481260 -> "4812.60"; with `grouped`, "4,812.60". */
export function formatYuan(fen: number, grouped = false): string {
  const sign = fen < 0 ? '-' : '';
  const whole = String(Math.trunc(Math.abs(fen) / 100));
  const shown = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${sign}${shown}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
}

/** 481260 -> "肆仟捌佰壹拾贰元陆角整", the capital form (大写) printed on receipts and claim sheets. */
export function capitalYuan(fen: number): string {
  const text = nzh.cn.toMoney(formatYuan(fen), { outSymbol: false });
  return text.endsWith('分') ? text : `${text}整`;
}
