// The outpatient e-receipt (云南省医疗门诊收费票据（电子）) of a sample visit, laid out like the fiscal form.

import { rgb } from 'pdf-lib';
import { capitalYuan, formatYuan } from '../../shared/money.ts';
import { type SampleVisit, samplePerson, sampleTotal, sumsByCategory } from './cases.ts';
import type { Sheet } from './sheet.ts';

/** Points; the form is wide and low. */
export const receiptSize: [number, number] = [680, 400];
export const receiptSealPlace = { x: 206, y: 338 };

const brown = rgb(0.5, 0.26, 0.1);
const LEFT = 36;
const RIGHT = 644;

export function drawReceipt(sheet: Sheet, visit: SampleVisit): void {
  sheet.markAsSample();
  drawHead(sheet, visit);
  drawCategories(sheet, visit);
  drawOtherInformation(sheet, visit);
  const y = 372;
  sheet.text('收款单位（章）：', { x: LEFT, y }, { color: brown });
  sheet.text(visit.fields.hospital, { x: LEFT + 72, y });
  sheet.text('复核人：', { x: 380, y }, { color: brown });
  sheet.text('张敏', { x: 418, y });
  sheet.text('收款人：', { x: 540, y }, { color: brown });
  sheet.text('门诊03', { x: 578, y });
}

function drawHead(sheet: Sheet, visit: SampleVisit): void {
  const title = '云南省医疗门诊收费票据（电子）';
  sheet.text(title, { x: sheet.width / 2, y: 40 }, { size: 18, bold: true, color: brown, align: 'center' });
  sheet.line({ x: 190, y: 47 }, { x: 490, y: 47 }, 0.8, brown);
  sheet.line({ x: 190, y: 49.5 }, { x: 490, y: 49.5 }, 0.8, brown);
  const facts: [string, string, number, number][] = [
    ['票据代码：', visit.code, LEFT, 72],
    ['票据号码：', visit.number, 460, 72],
    ['交款人统一社会信用代码：', '', LEFT, 88],
    ['校验码：', visit.checkCode, 460, 88],
    ['交款人：', samplePerson.name, LEFT, 104],
    ['开票日期：', visit.fields.date, 460, 104],
  ];
  for (const [label, value, x, y] of facts) {
    sheet.text(label, { x, y }, { color: brown });
    sheet.text(value, { x: x + label.length * 9, y });
  }
}

function drawCategories(sheet: Sheet, visit: SampleVisit): void {
  const top = 114;
  const rowHeight = 19;
  const rows = 4;
  const bottom = top + rowHeight * (rows + 2);
  sheet.frame({ x: LEFT, y: top, width: RIGHT - LEFT, height: bottom - top }, 0.9, brown);
  for (const y of [top + rowHeight, bottom - rowHeight])
    sheet.line({ x: LEFT, y }, { x: RIGHT, y }, 0.6, brown);
  const half = (RIGHT - LEFT) / 2;
  sheet.line({ x: LEFT + half, y: top }, { x: LEFT + half, y: bottom - rowHeight }, 0.6, brown);
  for (const start of [LEFT, LEFT + half]) {
    const heads: [string, number][] = [
      ['项目名称', 60],
      ['数量/单位', 145],
      ['金额（元）', 218],
      ['备注', 278],
    ];
    for (const [name, at] of heads)
      sheet.text(name, { x: start + at, y: top + 13 }, { color: brown, align: 'center' });
  }
  sumsByCategory(visit).forEach(([category, fen], at) => {
    const start = LEFT + (at >= rows ? half : 0);
    const y = top + rowHeight * ((at % rows) + 1) + 13;
    sheet.text(category, { x: start + 14, y });
    sheet.text('1/项', { x: start + 145, y }, { align: 'center' });
    sheet.text(formatYuan(fen), { x: start + 244, y }, { align: 'right' });
  });
  const total = sampleTotal(visit);
  const y = bottom - 6;
  sheet.text('金额合计（大写）', { x: LEFT + 14, y }, { color: brown });
  sheet.text(capitalYuan(total), { x: LEFT + 100, y }, { bold: true });
  sheet.text('（小写）', { x: 420, y }, { color: brown });
  sheet.text(formatYuan(total), { x: 462, y }, { bold: true });
}

function drawOtherInformation(sheet: Sheet, visit: SampleVisit): void {
  const total = formatYuan(sampleTotal(visit));
  const top = 228;
  sheet.frame({ x: LEFT, y: top, width: RIGHT - LEFT, height: 126 }, 0.9, brown);
  sheet.line({ x: LEFT + 26, y: top }, { x: LEFT + 26, y: top + 126 }, 0.6, brown);
  [...'其他信息'].forEach((character, at) => {
    sheet.text(character, { x: LEFT + 13, y: top + 38 + at * 18 }, { color: brown, align: 'center' });
  });
  const facts: string[][] = [
    [`业务流水号：${visit.serial}`, `门诊号：${visit.patientNumber}`, `就诊日期：${visit.fields.date}`],
    ['医疗机构类型：综合医院', '医保类型：', '医保编号：'],
    ['性别：女', '医保统筹基金支付：0.00', '其他支付：0.00'],
    ['个人账户支付：0.00', `个人现金支付：${total}`, '个人自付：0.00'],
    [`个人自费：${total}`, `科室：${visit.fields.department}`, '结算方式：自费'],
  ];
  facts.forEach((row, line) => {
    row.forEach((text, column) => {
      sheet.text(text, { x: LEFT + 38 + column * 194, y: top + 20 + line * 22 }, { size: 8.5 });
    });
  });
}
