// Papers as hospitals print them, drawn from two seeds: one says which form it is, the other what was filled in.

import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { openDice } from '../fuzz/mutate.ts';

export type Drawing = { width: number; height: number; rgba: Uint8ClampedArray };

const fromModules = createRequire(import.meta.url);
const FONT = 'Bench Sans';
GlobalFonts.registerFromPath(
  fromModules.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  FONT,
);

const places = [
  '昆明医科大学第一附属医院',
  '景洪市人民医院',
  '成都市第三人民医院',
  '郑州大学附属医院',
  '深圳市中医院',
];
const names = [
  '王秀兰',
  '李建国',
  '刀玉香',
  '张桂英',
  '陈志强',
  '赵敏',
  '岩温罕',
  '孙丽华',
  '周文',
  '吴国庆',
];
const drugs = [
  '二甲双胍缓释片 0.5g×30',
  '阿托伐他汀钙片 20mg×7',
  '缬沙坦胶囊 80mg×14',
  '阿司匹林肠溶片 100mg×30',
  '胰岛素注射液 3ml:300U',
  '血糖测定（静脉血）',
  '糖化血红蛋白测定',
  '心电图（十二导联）',
  '普通门诊诊查费',
  '一次性注射器 5ml',
  '尿常规检查',
  '肝功能八项',
  '氯化钠注射液 250ml',
  '头孢克肟胶囊 0.1g×6',
  '复方甘草口服液',
  '腹部彩色超声检查',
  '甘精胰岛素 预填充',
];
const complaints = [
  '主诉：口干、多饮、多尿三年余，加重一周。',
  '现病史：患者三年前无明显诱因出现口干，日饮水约三升。',
  '既往史：高血压病史十年，服药控制可。',
  '查体：神清，精神可，双肺呼吸音清，未闻及啰音。',
  '辅助检查：空腹血糖九点八，糖化血红蛋白百分之八点一。',
  '处理：调整饮食，控制主食，规律运动，复查血糖。',
  '医嘱：按时服药，两周后复诊，如有不适随时就诊。',
];

type Dice = () => number;
const pick = <T>(dice: Dice, list: readonly T[]): T => list[Math.floor(dice() * list.length)] as T;
const digits = (dice: Dice, count: number) =>
  Array.from({ length: count }, () => Math.floor(dice() * 10)).join('');
const money = (dice: Dice) => (dice() * 400 + 3).toFixed(2);

/** `lines`: what stands in the table, which another page of the same paper has differently. */
type Chance = { form: Dice; fill: Dice; numbers: Dice; lines: Dice; empty: boolean };
type Pen = { context: SKRSContext2D; width: number; height: number };

function write(
  { context }: Pen,
  text: string,
  x: number,
  y: number,
  size = 24,
  align: 'left' | 'center' | 'right' = 'left',
): void {
  context.font = `${size}px "${FONT}"`;
  context.textAlign = align;
  context.fillText(text, x, y);
}

function rule({ context }: Pen, x0: number, y0: number, x1: number, y1: number, thick = 2): void {
  context.lineWidth = thick;
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  context.stroke();
}

/** Red, round, with a star: as every hospital has one. */
function stamp(pen: Pen, x: number, y: number, radius: number, text: string): void {
  const { context } = pen;
  context.save();
  context.globalAlpha = 0.8;
  context.strokeStyle = context.fillStyle = '#c81e1e';
  context.lineWidth = 5;
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.stroke();
  write(pen, '★', x, y + radius * 0.2, radius * 0.6, 'center');
  write(pen, text, x, y + radius * 0.65, radius * 0.24, 'center');
  context.restore();
}

function drawHead(pen: Pen, { form, fill, numbers, empty }: Chance, titles: readonly string[]): number {
  const { width } = pen;
  write(pen, pick(form, places), width / 2, 90, 44, 'center');
  write(pen, pick(form, titles), width / 2, 150, 34, 'center');
  const labels = ['姓名', '性别', '年龄', '门诊号', '科室', '日期', '票据号', '费别'];
  const values = [
    pick(fill, names),
    fill() < 0.5 ? '男' : '女',
    String(30 + Math.floor(fill() * 55)),
    digits(fill, 10),
    pick(form, ['内分泌科', '心内科', '呼吸科', '全科']),
    `2026-0${1 + Math.floor(numbers() * 9)}-1${Math.floor(numbers() * 10)}`,
    digits(numbers, 8),
    '自费',
  ];
  const [columns, top] = [3 + Math.floor(form() * 2), 200 + Math.floor(form() * 30)];
  labels.forEach((label, at) => {
    const x = 80 + ((at % columns) * (width - 160)) / columns;
    write(pen, `${label}：${empty ? '' : values[at]}`, x, top + Math.floor(at / columns) * 42, 24);
  });
  return top + Math.ceil(labels.length / columns) * 42;
}

function drawTable(pen: Pen, { form, lines, empty }: Chance, top: number, rows: number): number {
  const { width } = pen;
  const high = 40 + Math.floor(form() * 10);
  const edges = [70, 140, 560 + form() * 120, 800 + form() * 60, 920 + form() * 60, width - 70];
  const heads = ['序号', '项目名称及规格', '数量', '单价', '金额'];
  const bottom = top + high * (rows + 1);
  for (let row = 0; row <= rows + 1; row += 1)
    rule(pen, 70, top + row * high, width - 70, top + row * high, row === 0 ? 3 : 1.5);
  for (const x of edges) rule(pen, x, top, x, bottom, 1.5);
  heads.forEach((head, at) => {
    write(pen, head, ((edges[at] ?? 0) + (edges[at + 1] ?? 0)) / 2, top + high * 0.68, 22, 'center');
  });
  for (let row = 1; row <= rows; row += 1) {
    const y = top + row * high + high * 0.68;
    const cells = [
      String(row),
      pick(lines, drugs),
      String(1 + Math.floor(lines() * 4)),
      money(lines),
      money(lines),
    ];
    if (empty) continue;
    cells.forEach((text, at) => {
      if (at === 1) write(pen, text, (edges[1] ?? 0) + 10, y, 22);
      else write(pen, text, (edges[at + 1] ?? 0) - 12, y, 22, 'right');
    });
  }
  return bottom;
}

function drawForm(pen: Pen, chance: Chance): void {
  const { form, fill, numbers, lines: line, empty } = chance;
  const { width, height } = pen;
  const kind = width > height ? 0 : 1 + Math.floor(form() * 3);
  const titles = [
    ['医疗门诊收费票据（电子）', '门诊收费收据'],
    ['门诊费用明细清单', '收费清单'],
    ['处方笺', '门诊处方'],
    ['门诊病历', '门诊诊疗记录'],
  ][kind] as string[];
  let y = drawHead(pen, chance, titles) + 20;
  if (kind === 3) {
    for (const text of [...complaints].sort(() => line() - 0.5).slice(0, 5 + Math.floor(line() * 3))) {
      if (!empty) write(pen, text, 80, y + 50, 26);
      if (!empty) write(pen, `${digits(line, 2)}，${pick(line, complaints).slice(0, 18)}`, 110, y + 95, 26);
      y += 110;
    }
  } else y = drawTable(pen, chance, y, kind === 0 ? 4 + Math.floor(form() * 3) : 6 + Math.floor(form() * 8));
  const total = money(fill);
  write(pen, `合计（小写）：￥${empty ? '' : total}`, width - 90, y + 60, 28, 'right');
  const [cashier, checker] = [pick(fill, names), pick(fill, names)];
  write(pen, empty ? '收款人：        复核：' : `收款人：${cashier}    复核：${checker}`, 80, y + 60, 24);
  if (form() < 0.8)
    stamp(pen, width * (0.25 + form() * 0.5), Math.min(height - 130, y + 150), 90, '收费专用章');
  if (empty) return;
  write(
    pen,
    `打印时间 2026-0${1 + Math.floor(numbers() * 9)}-12 ${digits(numbers, 2)}:${digits(numbers, 2)}`,
    80,
    height - 60,
    20,
  );
}

export type DrawnVariant = { lines?: number; empty?: boolean };

/**
 * The same `form` with another `fill` is the same form with other names and lines; with other `numbers` alone, only dates, times
 * and the serial number differ, as when the same medicine is fetched again. Other `lines` are the next page of the same list, and
 * `empty` the form before it is filled in.
 */
export function drawPaper(form: number, fill: number, numbers = fill, variant: DrawnVariant = {}): Drawing {
  const formDice = openDice(form * 7919 + 3);
  const fillDice = openDice(form * 104_729 + fill * 131 + 11);
  const numberDice = openDice(form * 15_485_863 + numbers * 977 + 5);
  const lines = variant.lines === undefined ? fillDice : openDice(form * 32_452_843 + variant.lines * 389);
  for (let skip = 0; skip < 5; skip += 1) [formDice(), fillDice()];
  const wide = formDice() < 0.3;
  const [width, height] = wide ? [1240, 800] : [1240, 1754];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = context.strokeStyle = formDice() < 0.3 ? '#6a3d1f' : '#202124';
  const chance = {
    form: formDice,
    fill: fillDice,
    numbers: numberDice,
    lines,
    empty: variant.empty ?? false,
  };
  drawForm({ context, width, height }, chance);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, rgba: data };
}
