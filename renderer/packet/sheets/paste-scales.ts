// Receipts like fish scales: each a few millimetres further, its number on the strip that stays visible; a list below.

import { formatYuan } from '../../../shared/money.ts';
import type { PasteOptions } from '../../../shared/packet-options.ts';
import type { Flow } from '../layout/flow.ts';
import { A4, type Box } from '../layout/sheet.ts';
import { type Cell, drawTable } from '../layout/table.ts';
import { packetWords } from '../words.ts';
import { drawNumber } from './paste-area.ts';
import type { Pasting } from './paste-shelves.ts';
import type { Receipt } from './receipts.ts';
import { sheetWords } from './words.ts';

const POINTS = 72 / 25.4;
const ROW = 16;
const TOTALS = 78;

/** Wide receipts stand upright, so that several strips fit beside each other. Points. */
const sizeOf = ({ size }: Receipt): { width: number; height: number } => ({
  width: Math.min(size.width, size.height) * POINTS,
  height: Math.max(size.width, size.height) * POINTS,
});

/** As many as fit from edge to edge with their list below, at least one. */
export function scalesOnSheet(flow: Flow, { overlap }: PasteOptions, receipts: Receipt[]): Receipt[] {
  const step = overlap * POINTS;
  let count = 1;
  for (; count < receipts.length; count++) {
    const next = receipts.slice(0, count + 1);
    const reach = Math.max(...next.map((receipt, at) => at * step + sizeOf(receipt).width));
    const bottom = flow.y + tallest(next) + listHeight(next.length);
    if (reach > flow.width || bottom > A4.height - TOTALS) break;
  }
  return receipts.slice(0, count);
}

const tallest = (receipts: Receipt[]): number => Math.max(...receipts.map((one) => sizeOf(one).height));
const listHeight = (count: number): number => 10 + ROW * (1 + Math.ceil(count / 2));

export function drawScales(flow: Flow, { plan, options, receipts }: Pasting): void {
  const { sheet } = flow;
  const rtl = options.direction === 'rtl';
  const step = options.overlap * POINTS;
  const strip = Math.max(16, Math.min(26, step - 3));
  const room = A4.height - TOTALS - listHeight(receipts.length) - flow.y;
  for (const [at, receipt] of receipts.entries()) {
    const { width, height } = sizeOf(receipt);
    const x = rtl ? flow.left + flow.width - at * step - width : flow.left + at * step;
    const box: Box = { x, y: flow.y, width, height: Math.min(height, room) };
    sheet.fill(box, at % 2 === 0 ? 1 : 0.975);
    sheet.frame(box, { width: 0.7, grey: 0.4, dash: [4, 3] });
    const y = options.numbering === 'upper-right' ? box.y + 6 : box.y + box.height - 24;
    drawNumber(sheet, receipt.serial, { x: rtl ? x + width - strip - 1.5 : x + 1.5, y }, strip);
  }
  const last = receipts.at(-1);
  if (last) {
    const { width } = sizeOf(last);
    const edge = (receipts.length - 1) * step;
    const x = rtl ? flow.left + flow.width - edge - width / 2 : flow.left + edge + width / 2;
    const words = sheetWords[plan.language].pasteArea(last.size.width, last.size.height);
    sheet.text(words, x, flow.y + 90, { size: 9, align: 'center', grey: 0.5 });
  }
  flow.y = A4.height - TOTALS - listHeight(receipts.length) + 8;
  drawList(flow, { plan, options, receipts });
}

function drawList(flow: Flow, { plan, receipts }: Pasting): void {
  const words = packetWords[plan.language];
  const half = flow.width / 2;
  const widths = [26, 64, half - 26 - 64 - 66, 66];
  const head = [words.number, words.visitDate, words.invoiceNumber, words.amount].map(
    (text): Cell => ({ text, shade: true, align: 'center', grey: 0.2 }),
  );
  const cells = (receipt?: Receipt): Cell[] => [
    { text: receipt ? String(receipt.serial) : '', align: 'center' },
    { text: receipt?.date ?? '', align: 'center' },
    { text: receipt?.number ?? '', align: 'center' },
    { text: receipt ? formatYuan(receipt.totalFen, true) : '', align: 'right' },
  ];
  const rows = Math.ceil(receipts.length / 2);
  drawTable(flow, {
    widths: [...widths, ...widths],
    size: 8,
    padding: 2,
    lowest: ROW,
    header: [...head, ...head],
    rows: Array.from({ length: rows }, (_, row) => [...cells(receipts[row]), ...cells(receipts[rows + row])]),
  });
}
