// What the sample tells: one invented person, three invented visits, and amounts that add up to the fen.

import type { ApprovalFields, FilingFields, HospitalFields } from '../../shared/claim-life.ts';
import type { InvoiceLine, PersonFields, VisitFields } from '../../shared/domain.ts';

/** Printed on every sample paper. */
export const SAMPLE_MARK = '样例 SAMPLE';

export const samplePerson: PersonFields = {
  name: '王秀兰',
  citizenId: '532800195001010027',
  scheme: 'employee',
  standing: 'retired',
  insuredPlaceCode: '532800',
  insuredPlaceName: '云南省西双版纳傣族自治州',
  livingPlaceName: '云南省昆明市',
  phone: '13900000000',
  socialSecurityCard: 'D53280000019',
  payeeName: '王秀兰',
  bankName: '样例银行景洪支行',
  bankAccount: '6200000000000000018',
  note: '这是样例，人和单据都是虚构的。',
};

export const sampleFiling: Omit<FilingFields, 'personId'> = {
  category: 'settled-retiree',
  from: '2024-01-01',
  to: '',
  cityCode: '530100',
  cityName: '昆明市',
  hospitals: [],
  waitingDays: null,
  how: 'app',
  proofId: null,
  note: '',
};

export const sampleHospital: Omit<HospitalFields, 'name'> = {
  aliases: [],
  grade: 'tertiary',
  code: '',
  cityCode: '530100',
  cityName: '昆明市',
  designated: true,
};

export const sampleApprovals: Omit<ApprovalFields, 'personId'>[] = [
  { diseaseCode: 'M01600', diseaseName: '糖尿病' },
  { diseaseCode: 'M03900', diseaseName: '高血压' },
].map((disease) => ({
  ...disease,
  from: '2024-01-01',
  to: '2026-12-31',
  hospitals: [],
  proofId: null,
  note: '',
}));

export type PrescribedDrug = { name: string; usage: string };
export type SampleVisit = {
  fields: Omit<VisitFields, 'personId'>;
  doctor: string;
  patientNumber: string;
  serial: string;
  code: string;
  number: string;
  checkCode: string;
  lines: InvoiceLine[];
  drugs: PrescribedDrug[];
  /** Handwritten: label of the form, text. */
  record: [string, string][];
};

type LineFacts = [name: string, quantity: string, unit: string, amountFen: number];
const inCategory = (category: string, ...facts: LineFacts[]): InvoiceLine[] =>
  facts.map(([name, quantity, unit, amountFen]) => ({ name, category, quantity, unit, amountFen }));

const diabetes: SampleVisit = {
  fields: {
    kind: 'chronic-outpatient',
    hospital: '昆明市滇缘医院',
    department: '内分泌科',
    date: '2026-01-13',
    endDate: '',
    diagnosis: '2型糖尿病',
    diseaseCode: 'M01600',
    diseaseName: '糖尿病',
    note: '',
  },
  doctor: '李文清',
  patientNumber: 'MZ2601130087',
  serial: '26011300000871',
  code: '53060125',
  number: '0026011387',
  checkCode: '7c30e1',
  lines: [
    ...inCategory('诊查费', ['主任医师门诊诊查费', '1', '次', 2500]),
    ...inCategory(
      '化验费',
      ['糖化血红蛋白测定', '1', '项', 6000],
      ['空腹血糖测定', '1', '项', 500],
      ['尿微量白蛋白测定', '1', '项', 3200],
    ),
    ...inCategory(
      '西药费',
      ['盐酸二甲双胍缓释片 0.5g×60片', '3', '盒', 8580],
      ['阿卡波糖片 50mg×30片', '4', '盒', 7780],
      ['达格列净片 10mg×14片', '2', '盒', 12240],
    ),
    ...inCategory('卫生材料费', ['血糖试纸 50片', '1', '盒', 6800], ['一次性采血针', '3', '支', 270]),
  ],
  drugs: [
    { name: '盐酸二甲双胍缓释片 0.5g×60片  3盒', usage: '用法：0.5g 每日两次 随餐口服' },
    { name: '阿卡波糖片 50mg×30片  4盒', usage: '用法：50mg 每日三次 餐时嚼服' },
    { name: '达格列净片 10mg×14片  2盒', usage: '用法：10mg 每日一次 晨起口服' },
  ],
  record: [
    ['主诉', '发现血糖升高八年，复诊取药。'],
    ['现病史', '规律服药，饮食控制可，近一月空腹血糖7到8，无心慌出汗，睡眠可。'],
    ['查体', '血压132/78，心率74次，双足无破溃，足背动脉搏动好。'],
    ['辅助检查', '糖化血红蛋白7.2，空腹血糖7.4。'],
    ['诊断', '2型糖尿病（慢特病）'],
    ['处理', '1. 继续二甲双胍、阿卡波糖，加达格列净。2. 自测血糖，低盐低糖饮食。3. 一月后复诊。'],
  ],
};

const hypertension: SampleVisit = {
  fields: {
    kind: 'chronic-outpatient',
    hospital: '昆明市金碧医院',
    department: '心血管内科',
    date: '2026-02-10',
    endDate: '',
    diagnosis: '原发性高血压2级',
    diseaseCode: 'M03900',
    diseaseName: '高血压',
    note: '',
  },
  doctor: '周建华',
  patientNumber: 'MZ2602100213',
  serial: '26021000002135',
  code: '53060125',
  number: '0026021042',
  checkCode: 'a91f5d',
  lines: [
    ...inCategory('诊查费', ['普通门诊诊查费', '1', '次', 1500]),
    ...inCategory('检查费', ['十二通道心电图检查', '1', '次', 2400]),
    ...inCategory('化验费', ['肾功能三项', '1', '项', 3600], ['血脂四项', '1', '项', 4800]),
    ...inCategory(
      '西药费',
      ['苯磺酸氨氯地平片 5mg×28片', '2', '盒', 6510],
      ['缬沙坦胶囊 80mg×28粒', '2', '盒', 8260],
      ['阿托伐他汀钙片 20mg×14片', '2', '盒', 4230],
    ),
    ...inCategory('中成药费', ['复方丹参滴丸 180丸', '1', '瓶', 2785]),
  ],
  drugs: [
    { name: '苯磺酸氨氯地平片 5mg×28片  2盒', usage: '用法：5mg 每日一次 晨起口服' },
    { name: '缬沙坦胶囊 80mg×28粒  2盒', usage: '用法：80mg 每日一次 口服' },
    { name: '阿托伐他汀钙片 20mg×14片  2盒', usage: '用法：20mg 每晚一次 口服' },
    { name: '复方丹参滴丸 180丸  1瓶', usage: '用法：10丸 每日三次 口服' },
  ],
  record: [
    ['主诉', '血压升高六年，头晕三天。'],
    ['现病史', '平日服氨氯地平，近三天晨起头晕，自测血压最高158/96，无胸痛气促。'],
    ['查体', '血压152/94，心率70次，律齐，双下肢不肿。'],
    ['辅助检查', '心电图：窦性心律，大致正常。'],
    ['诊断', '原发性高血压2级（慢特病）'],
    ['处理', '1. 氨氯地平、缬沙坦联合降压。2. 他汀调脂。3. 每日测血压，一月后复诊。'],
  ],
};

const cold: SampleVisit = {
  fields: {
    kind: 'outpatient',
    hospital: '昆明市滇缘医院',
    department: '呼吸内科',
    date: '2026-03-05',
    endDate: '',
    diagnosis: '急性上呼吸道感染',
    diseaseCode: '',
    diseaseName: '',
    note: '',
  },
  doctor: '陈晓梅',
  patientNumber: 'MZ2603050164',
  serial: '26030500001642',
  code: '53060125',
  number: '0026030564',
  checkCode: '3be048',
  lines: [
    ...inCategory('诊查费', ['普通门诊诊查费', '1', '次', 1500]),
    ...inCategory('化验费', ['血常规（五分类）', '1', '项', 2000]),
    ...inCategory('西药费', ['布洛芬缓释胶囊 0.3g×20粒', '1', '盒', 1890]),
    ...inCategory('中成药费', ['连花清瘟胶囊 0.35g×24粒', '2', '盒', 2960]),
  ],
  drugs: [
    { name: '布洛芬缓释胶囊 0.3g×20粒  1盒', usage: '用法：0.3g 发热时口服 一日不超过两次' },
    { name: '连花清瘟胶囊 0.35g×24粒  2盒', usage: '用法：4粒 每日三次 口服' },
  ],
  record: [
    ['主诉', '咽痛、发热两天。'],
    ['现病史', '受凉后咽痛，体温最高38.2，少许干咳，无气促。'],
    ['查体', '咽部充血，双肺呼吸音清，未闻及啰音。'],
    ['辅助检查', '血常规：白细胞正常。'],
    ['诊断', '急性上呼吸道感染'],
    ['处理', '1. 对症口服药。2. 多饮水，休息。3. 发热超过三天复诊。'],
  ],
};

export const sampleVisits = { diabetes, hypertension, cold };

/** Sum of the lines, fen. */
export const sampleTotal = (visit: SampleVisit): number =>
  visit.lines.reduce((total, line) => total + line.amountFen, 0);

/** Categories (大项) in order of first appearance, with their sums in fen. */
export function sumsByCategory(visit: SampleVisit): [category: string, fen: number][] {
  const sums = new Map<string, number>();
  for (const line of visit.lines) sums.set(line.category, (sums.get(line.category) ?? 0) + line.amountFen);
  return [...sums];
}
