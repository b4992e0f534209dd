// Pages to be turned: forms, lists, notes, handwriting, tables with upright and vertical headings, seals and empty sheets.

import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import sharp from 'sharp';
import { openDice } from '../fuzz/mutate.ts';
import { type Drawing, drawPaper } from './drawn-papers.ts';
import { takeHandPhoto } from './hand-photo.ts';

/** `says`: whether anybody could tell which way up it belongs. */
export type TurnedPaper = { kind: string; says: boolean; picture: Buffer };

const fromModules = createRequire(import.meta.url);
const [PRINT, HAND] = ['Turned Print', 'Turned Hand'];
GlobalFonts.registerFromPath(
  fromModules.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  PRINT,
);
GlobalFonts.registerFromPath(
  fromModules.resolve('@expo-google-fonts/zhi-mang-xing/400Regular/ZhiMangXing_400Regular.ttf'),
  HAND,
);

type Dice = () => number;
type Pen = { context: SKRSContext2D; width: number; height: number; dice: Dice };

const lines = [
  '主诉：反复头晕三月，加重两天。',
  '血压 152/94mmHg，心率 78 次/分，律齐。',
  '处理：氨氯地平片 5mg 每日一次，口服。',
  '诊断：原发性高血压二级，中危。',
  '建议低盐饮食，监测血压，一月后复诊。',
  '门诊号 20260918-0047  费别：自费',
  '姓名：欧阳明珠  性别：女  年龄：66 岁',
  '合计金额（大写）：贰佰叁拾肆元伍角整',
  '既往体健，否认药物过敏史。',
  '腹部超声：肝胆胰脾未见明显异常。',
  '收款员：0312  窗口：5  2026-03-18 09:42',
  'Amoxicillin Capsules 0.25g x 24',
];
const words = ['检验项目', '治疗费用', '西药费', '中成药', '诊察费', '材料费', '备注说明'];
const pick = <T>(dice: Dice, list: readonly T[]): T => list[Math.floor(dice() * list.length)] as T;

function write(
  { context }: Pen,
  text: string,
  place: { x: number; y: number; size: number; font?: string },
): void {
  context.font = `${place.size}px "${place.font ?? PRINT}"`;
  context.fillText(text, place.x, place.y);
}

function drawLines(pen: Pen, count: number, font: string, size: number): void {
  const { dice, height } = pen;
  const left = 90 + dice() * 120;
  let y = 150 + dice() * 250;
  for (let at = 0; at < count && y < height - 80; at += 1) {
    const x = left + (dice() < 0.3 ? size * 2 : 0);
    write(pen, pick(dice, lines), { x, y: y + dice() * 6, size, font });
    y += size * (1.4 + dice() * 0.8);
  }
}

/** Headings of the rows stand one character above the other, as in laboratory and cost tables. */
function drawTable(pen: Pen): void {
  const { context, dice, width } = pen;
  const [left, top, columns] = [80, 160 + dice() * 80, [70, 420, 300, 290]];
  const rows = 4 + Math.floor(dice() * 2);
  const high = 290;
  write(pen, '门诊费用分类汇总表', { x: width / 2 - 200, y: 100, size: 42 });
  for (let row = 0; row <= rows; row += 1) {
    const y = top + row * high;
    context.fillRect(
      left,
      y,
      columns.reduce((sum, one) => sum + one, 0),
      3,
    );
    if (row === rows) break;
    [...pick(dice, words)].forEach((letter, at) => {
      write(pen, letter, { x: left + 18, y: y + 60 + at * 54, size: 34 });
    });
    for (let part = 0; part < 4; part += 1) {
      const across = y + 55 + part * 62;
      write(pen, pick(dice, lines).slice(0, 14), { x: left + 90, y: across, size: 24 });
      write(pen, (dice() * 900).toFixed(2), { x: left + 540, y: across, size: 24 });
      write(pen, `2026-0${1 + Math.floor(dice() * 9)}-12`, { x: left + 830, y: across, size: 24 });
    }
  }
  let x = left;
  for (const column of [0, ...columns]) {
    x += column;
    context.fillRect(x, top, 3, rows * high);
  }
}

function drawSeal({ context, width, height, dice }: Pen): void {
  const [x, y, radius] = [width * (0.3 + dice() * 0.4), height * (0.3 + dice() * 0.4), 110 + dice() * 40];
  context.strokeStyle = context.fillStyle = '#c81e1e';
  context.lineWidth = 6;
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.stroke();
  const ring = '成都市第三人民医院收费专用章';
  [...ring].forEach((letter, at) => {
    context.save();
    context.translate(x, y);
    context.rotate(((at - ring.length / 2) / ring.length) * Math.PI * 1.6);
    write({ context, width, height, dice }, letter, { x: -12, y: -radius + 34, size: 24 });
    context.restore();
  });
  write({ context, width, height, dice }, '★', { x: x - 36, y: y + 26, size: 72 });
}

/** Read from top to bottom and from right to left, as on old prescriptions: the characters stand upright. */
function drawColumns(pen: Pen): void {
  const { dice, width } = pen;
  for (let column = 0; column < 12; column += 1) {
    [...pick(dice, lines).replace(/[^\u4e00-\u9fff]/g, '')].forEach((letter, at) => {
      write(pen, letter, { x: width - 160 - column * 84, y: 200 + at * 58, size: 44 });
    });
  }
}

type Kind = { kind: string; says: boolean; wide?: boolean; draw: (pen: Pen) => void };
const kinds: Kind[] = [
  { kind: 'note', says: true, draw: (pen) => drawLines(pen, 5, PRINT, 30) },
  { kind: 'record', says: true, draw: (pen) => drawLines(pen, 26, PRINT, 26) },
  { kind: 'landscape', says: true, wide: true, draw: (pen) => drawLines(pen, 14, PRINT, 28) },
  { kind: 'handwriting', says: true, draw: (pen) => drawLines(pen, 12, HAND, 54) },
  { kind: 'table', says: true, draw: drawTable },
  { kind: 'columns', says: false, draw: drawColumns },
  { kind: 'seal only', says: false, draw: drawSeal },
  { kind: 'empty', says: false, draw: () => undefined },
];

function drawKind({ draw, wide }: Kind, seed: number): Drawing {
  const [width, height] = wide ? [1754, 1240] : [1240, 1754];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#26282c';
  const dice = openDice(seed * 7_368_787 + 29);
  for (let skip = 0; skip < 5; skip += 1) dice();
  draw({ context, width, height, dice });
  return { width, height, rgba: context.getImageData(0, 0, width, height).data };
}

/** One page as it would lie on a scanner, PNG. Throws when there is no such kind. */
export function scanTurnedPaper(kind: string, seed: number): Promise<Buffer> {
  const found = kinds.find((one) => one.kind === kind);
  if (!found) throw new Error(`no kind ${kind}`);
  return scan(drawKind(found, seed));
}

const scan = ({ width, height, rgba }: Drawing): Promise<Buffer> =>
  sharp(rgba, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png()
    .toBuffer();
/** As in a dim room: half the light, the grain of the sensor, much compressed. */
const dim = (photo: Buffer): Promise<Buffer> => sharp(photo).linear(0.35, 4).jpeg({ quality: 45 }).toBuffer();

/** Every kind once for every seed: as scanned, photographed by hand, and photographed in a dim room, in turn. */
export async function* drawTurnedPapers(seeds: readonly number[]): AsyncGenerator<TurnedPaper> {
  for (const seed of seeds) {
    const drawings = kinds.map((kind) => ({ ...kind, drawing: drawKind(kind, seed) }));
    for (const fill of [1, 2])
      drawings.push({ kind: 'form', says: true, draw: () => undefined, drawing: drawPaper(seed, fill) });
    for (const { kind, says, drawing } of drawings) {
      yield { kind: `${kind}, scan`, says, picture: await scan(drawing) };
      const photo = await takeHandPhoto(drawing, seed, 1800);
      yield { kind: `${kind}, photo`, says, picture: photo };
      if (seed % 2 === 0) yield { kind: `${kind}, dim photo`, says, picture: await dim(photo) };
    }
  }
}
