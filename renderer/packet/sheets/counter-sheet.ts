// One page in large print for the person who goes to the counter: what to take, what to say, what to bring back.

import type { PaperKind } from '../../../shared/domain.ts';
import { formatYuan } from '../../../shared/money.ts';
import type { OfficeFacts } from '../../../shared/packet-options.ts';
import type { PacketPlan } from '../../../shared/packet-plan.ts';
import { domainWords } from '../../../shared/words/domain.ts';
import type { FrontPlace, FrontSheet } from '../draft.ts';
import { sumOf } from '../front/cover.ts';
import { Flow } from '../layout/flow.ts';
import type { PacketFont } from '../layout/packet-font.ts';
import { A4, MARGIN, SAFE_EDGE } from '../layout/sheet.ts';
import { wrapText } from '../layout/wrap.ts';
import { packetWords } from '../words.ts';
import { sheetWords } from './words.ts';

type Counter = { font: PacketFont; plan: PacketPlan; place: FrontPlace };
type Pen = { flow: Flow; size: number };

const SIZES = [17, 16, 15, 14, 13, 12, 11, 10, 9];

/** The largest print at which everything stands on one page. */
export function layCounterSheet(counter: Counter, office: OfficeFacts): FrontSheet[] {
  const { counter: label } = sheetWords[counter.plan.language];
  for (const size of SIZES) {
    const flow = new Flow(counter.font);
    drawAll({ flow, size }, counter, office);
    const [sheet] = flow.sheets;
    if ((flow.sheets.length === 1 || size === SIZES.at(-1)) && flow.y <= flow.bottom && sheet)
      return [{ sheet, kind: 'sheet', label }];
  }
  throw new Error('the counter sheet does not fit on one page');
}

function drawAll(pen: Pen, { plan, place }: Counter, office: OfficeFacts): void {
  const words = sheetWords[plan.language];
  const { flow, size } = pen;
  flow.y += size;
  const middle = A4.width / 2;
  flow.sheet.tag('H1', () =>
    flow.sheet.text(words.counter, middle, flow.y, { size: size * 1.6, align: 'center', weight: true }),
  );
  flow.y += size * 1.5;
  flow.sheet.text(words.counterHint, middle, flow.y, { size: size * 0.75, align: 'center', grey: 0.3 });
  flow.y += size * 0.4;
  drawFacts(pen, [
    [words.who, plan.person.name],
    [words.claim, plan.number],
    [words.office, [office.name, office.address].filter(Boolean).join('\n')],
    [words.phone, office.phone],
    ...(office.hours ? [[words.hours, office.hours] as const] : []),
    ...(office.remark ? [[words.remark, office.remark] as const] : []),
  ]);
  drawPart(pen, words.takeAlong, takeAlong(plan, place.pages), true);
  const { count, total } = sumOf(plan);
  const sum = formatYuan(total, true);
  drawPart(pen, words.say, words.sentences(plan.person.name, plan.visits.length, count, sum), false);
  drawPart(pen, words.bringBack, words.bringBackList, true);
  drawBlanks(pen, [words.acceptedNumber, words.clerk, words.date]);
  drawBlanks(pen, [words.toAdd]);
}

function takeAlong(plan: PacketPlan, pages: number): string[] {
  const words = sheetWords[plan.language];
  const { paper: names } = domainWords[plan.language];
  const papers = plan.visits.flatMap((visit) => visit.papers);
  const count = (list: typeof papers) => {
    const counts = new Map<PaperKind, number>();
    for (const { kind } of list) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const named = [...counts].map(([kind, number]) => words.papersOf(names[kind], number));
    return packetWords[plan.language].pageList(named);
  };
  const missing = papers.filter((paper) => paper.pages.length === 0);
  const colon = plan.language === 'en' ? ': ' : '：';
  return [
    words.packet(pages),
    `${words.inPacket}${colon}${count(papers.filter((paper) => paper.pages.length > 0))}`,
    `${words.originals}${colon}${words.originalsList}`,
    ...(missing.length > 0 ? [`${words.stillMissing}${colon}${count(missing)}`] : []),
  ];
}

function drawFacts({ flow, size }: Pen, facts: (readonly [string, string])[]): void {
  const side = Math.max(...facts.map(([name]) => flow.font.width(name, size))) + size;
  for (const [name, value] of facts) {
    const lines = wrapText(flow.font, value, size, flow.width - side);
    flow.y += size * 1.65;
    flow.sheet.text(name, flow.left, flow.y, { size, grey: 0.35 });
    if (value === '') underline(flow, flow.left + side, flow.left + flow.width);
    for (const [at, line] of lines.entries()) {
      if (at > 0) flow.y += size * 1.35;
      flow.sheet.text(line, flow.left + side, flow.y, { size, weight: true });
    }
  }
}

function drawPart({ flow, size }: Pen, title: string, items: string[], numbered: boolean): void {
  flow.y += size * 1.1;
  flow.sheet.line({ x: flow.left, y: flow.y }, { x: flow.left + flow.width, y: flow.y }, 0.8, 0.3);
  flow.y += size * 1.65;
  flow.sheet.tag('H2', () => flow.sheet.text(title, flow.left, flow.y, { size: size * 1.12, weight: true }));
  for (const [at, item] of items.entries()) {
    flow.y += size * 0.25;
    const indent = numbered ? size * 1.4 : 0;
    for (const [row, line] of wrapText(flow.font, item, size, flow.width - indent).entries()) {
      if (flow.need(size * 1.45)) flow.y += size;
      flow.y += size * 1.45;
      if (row === 0 && numbered) flow.sheet.text(`${at + 1}.`, flow.left, flow.y, { size });
      flow.sheet.text(line, flow.left + indent, flow.y, { size });
    }
  }
}

function drawBlanks({ flow, size }: Pen, captions: string[]): void {
  flow.y += size * 2.1;
  const gap = size;
  const share = (flow.width - gap * (captions.length - 1)) / captions.length;
  for (const [at, caption] of captions.entries()) {
    const x = flow.left + at * (share + gap);
    flow.sheet.text(caption, x, flow.y, { size: size * 0.85 });
    underline(flow, x + flow.font.width(caption, size * 0.85) + 6, Math.min(x + share, A4.width - MARGIN));
  }
}

function underline(flow: Flow, from: number, to: number): void {
  const y = flow.y + 3;
  flow.sheet.line({ x: Math.max(from, SAFE_EDGE), y }, { x: to, y }, 0.6, 0.3);
}
