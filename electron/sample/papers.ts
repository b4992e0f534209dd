// The sample's itemized list (费用清单), prescription (处方) and handwritten outpatient record (门诊病历).

import { rgb } from 'pdf-lib';
import { capitalYuan, formatYuan } from '../../shared/money.ts';
import { type SampleVisit, samplePerson, sampleTotal } from './cases.ts';
import { drawSeal } from './seal.ts';
import type { Sheet } from './sheet.ts';

export const listSize: [number, number] = [595, 760];
export const prescriptionSize: [number, number] = [420, 595];
export const recordSize: [number, number] = [515, 728];

const grey = rgb(0.35, 0.36, 0.38);
const AGE = 76;

export function drawItemizedList(sheet: Sheet, visit: SampleVisit): void {
  sheet.markAsSample();
  const { hospital, department, date } = visit.fields;
  sheet.text(hospital, { x: 297, y: 52 }, { size: 17, bold: true, align: 'center' });
  sheet.text('门诊费用明细清单', { x: 297, y: 76 }, { size: 14, align: 'center' });
  const facts = [
    [`姓名：${samplePerson.name}`, '性别：女', `年龄：${AGE}岁`, `门诊号：${visit.patientNumber}`],
    [`科室：${department}`, `医生：${visit.doctor}`, '费别：自费', `收费日期：${date}`],
    [`诊断：${visit.fields.diagnosis}`, '', '', `票据号码：${visit.number}`],
  ];
  const columns = [44, 190, 290, 395];
  facts.forEach((row, line) => {
    row.forEach((text, at) => {
      sheet.text(text, { x: columns[at] ?? 44, y: 106 + line * 19 }, { size: 9.5 });
    });
  });
  drawLines(sheet, visit, 164);
  drawSeal(sheet, { x: 470, y: 640 }, { owner: hospital, purpose: '收费专用章' }, 46);
  sheet.text('收费员：门诊03', { x: 44, y: 690 }, { color: grey });
  sheet.text(`打印时间：${date} 10:42:16`, { x: 200, y: 690 }, { color: grey });
}

function drawLines(sheet: Sheet, visit: SampleVisit, top: number): void {
  const edges = [40, 68, 128, 318, 358, 398, 470, 555];
  const heads = ['序号', '类别', '项目名称及规格', '数量', '单位', '单价（元）', '金额（元）'];
  const rowHeight = 24;
  const bottom = top + rowHeight * (visit.lines.length + 2);
  sheet.frame({ x: 40, y: top, width: 515, height: bottom - top }, 0.9);
  heads.forEach((head, at) => {
    const middle = ((edges[at] ?? 0) + (edges[at + 1] ?? 0)) / 2;
    sheet.text(head, { x: middle, y: top + 16 }, { bold: true, align: 'center' });
    if (at > 0) sheet.line({ x: edges[at] ?? 0, y: top }, { x: edges[at] ?? 0, y: bottom - rowHeight }, 0.5);
  });
  visit.lines.forEach((line, at) => {
    const y = top + rowHeight * (at + 1);
    sheet.line({ x: 40, y }, { x: 555, y }, 0.5);
    const baseline = y + 16;
    sheet.text(String(at + 1), { x: 54, y: baseline }, { align: 'center' });
    sheet.text(line.category, { x: 98, y: baseline }, { align: 'center' });
    sheet.text(line.name, { x: 134, y: baseline });
    sheet.text(line.quantity, { x: 338, y: baseline }, { align: 'center' });
    sheet.text(line.unit, { x: 378, y: baseline }, { align: 'center' });
    sheet.text(
      formatYuan(line.amountFen / Number(line.quantity)),
      { x: 464, y: baseline },
      { align: 'right' },
    );
    sheet.text(formatYuan(line.amountFen), { x: 549, y: baseline }, { align: 'right' });
  });
  const foot = bottom - rowHeight;
  sheet.line({ x: 40, y: foot }, { x: 555, y: foot }, 0.9);
  const total = sampleTotal(visit);
  sheet.text(`合计（大写）：${capitalYuan(total)}`, { x: 48, y: foot + 16 }, { bold: true });
  sheet.text(`￥${formatYuan(total)}`, { x: 549, y: foot + 16 }, { bold: true, align: 'right' });
}

export function drawPrescription(sheet: Sheet, visit: SampleVisit): void {
  sheet.markAsSample();
  const { hospital, department, date, diagnosis } = visit.fields;
  const [year, month, day] = date.split('-');
  sheet.text(`${hospital}处方笺`, { x: 210, y: 46 }, { size: 16, bold: true, align: 'center' });
  sheet.frame({ x: 352, y: 24, width: 40, height: 20 }, 0.8);
  sheet.text('普通', { x: 372, y: 38 }, { align: 'center' });
  const facts: [string, string, number, number][] = [
    ['费别：', '自费', 30, 76],
    ['门诊号：', visit.patientNumber, 150, 76],
    ['科别：', department, 300, 76],
    ['姓名：', samplePerson.name, 30, 98],
    ['性别：', '女', 150, 98],
    ['年龄：', `${AGE}岁`, 220, 98],
    ['日期：', `${year}年${month}月${day}日`, 300, 98],
    ['临床诊断：', diagnosis, 30, 120],
  ];
  for (const [label, value, x, y] of facts) {
    sheet.text(label, { x, y }, { size: 9 });
    sheet.text(value, { x: x + label.length * 9, y }, { size: 9.5 });
  }
  sheet.line({ x: 28, y: 130 }, { x: 392, y: 130 }, 1);
  sheet.text('Rp.', { x: 34, y: 160 }, { size: 18, bold: true });
  visit.drugs.forEach((drug, at) => {
    const y = 190 + at * 54;
    sheet.text(`${at + 1}. ${drug.name}`, { x: 48, y }, { size: 11 });
    sheet.text(drug.usage, { x: 66, y: y + 20 }, { size: 10, color: grey });
  });
  sheet.text('（以下空白）', { x: 210, y: 196 + visit.drugs.length * 54 }, { color: grey, align: 'center' });
  sheet.line({ x: 28, y: 498 }, { x: 392, y: 498 }, 1);
  drawSigners(sheet, visit);
  drawSeal(sheet, { x: 330, y: 452 }, { owner: hospital, purpose: '处方专用章' }, 38);
}

function drawSigners(sheet: Sheet, visit: SampleVisit): void {
  const drugFen = visit.lines
    .filter((line) => line.category.endsWith('药费'))
    .reduce((total, line) => total + line.amountFen, 0);
  sheet.text('医师：', { x: 34, y: 524 });
  sheet.handwrite(visit.doctor, { x: 62, y: 526 }, { size: 19, seed: 3 });
  sheet.text(`药品金额：￥${formatYuan(drugFen)}`, { x: 260, y: 524 });
  sheet.text('审核药师：', { x: 34, y: 552 });
  sheet.handwrite('赵琳', { x: 82, y: 554 }, { size: 18, seed: 11 });
  sheet.text('调配、发药：', { x: 200, y: 552 });
  sheet.handwrite('何平', { x: 258, y: 554 }, { size: 18, seed: 19 });
}

export function drawRecord(sheet: Sheet, visit: SampleVisit): void {
  sheet.markAsSample();
  const { hospital, department, date } = visit.fields;
  sheet.text(hospital, { x: 257, y: 50 }, { size: 15, bold: true, align: 'center' });
  sheet.text('门 诊 病 历', { x: 257, y: 76 }, { size: 18, bold: true, align: 'center' });
  const facts: [string, string, number][] = [
    ['姓名', samplePerson.name, 44],
    ['性别', '女', 150],
    ['年龄', `${AGE}岁`, 212],
    ['科别', department, 296],
  ];
  for (const [label, value, x] of facts) {
    sheet.text(label, { x, y: 108 }, { size: 10 });
    sheet.handwrite(value, { x: x + 26, y: 108 }, { size: 18, width: 190 });
    sheet.line(
      { x: x + 24, y: 112 },
      { x: x + 24 + (label === '科别' ? 150 : value.length * 18 + 6), y: 112 },
      0.4,
    );
  }
  const [year, month, day] = date.split('-').map(Number);
  sheet.text('就诊时间', { x: 44, y: 138 }, { size: 10 });
  sheet.handwrite(`${year}年${month}月${day}日 上午`, { x: 96, y: 138 }, { size: 18, width: 300 });
  sheet.line({ x: 40, y: 148 }, { x: 475, y: 148 }, 1);
  for (let y = 180; y < 640; y += 28.4) sheet.line({ x: 40, y }, { x: 475, y }, 0.3, rgb(0.75, 0.78, 0.82));
  let y = 174;
  visit.record.forEach(([label, text], at) => {
    sheet.text(`${label}：`, { x: 44, y }, { size: 10.5, bold: true });
    y = sheet.handwrite(text, { x: 106, y }, { size: 20, width: 355, seed: at * 13 + 5 });
  });
  sheet.text('医师签名：', { x: 300, y: 672 }, { size: 10.5 });
  sheet.handwrite(visit.doctor, { x: 354, y: 676 }, { size: 28, seed: 23 });
  drawSeal(sheet, { x: 128, y: 650 }, { owner: hospital, purpose: '门诊专用章' }, 40);
}
