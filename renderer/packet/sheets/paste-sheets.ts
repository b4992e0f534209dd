// Sheets to paste paper receipts on (票据粘贴单): numbered areas to scale, date and amount under each, totals.

import { formatYuan } from '../../../shared/money.ts';
import type { PasteOptions } from '../../../shared/packet-options.ts';
import type { PacketPlan } from '../../../shared/packet-plan.ts';
import type { FrontSheet } from '../draft.ts';
import { Flow } from '../layout/flow.ts';
import type { PacketFont } from '../layout/packet-font.ts';
import { A4, FOOTER_TOP, SAFE_EDGE } from '../layout/sheet.ts';
import { fitLine, sizeToFit, wrapText } from '../layout/wrap.ts';
import { drawScales, scalesOnSheet } from './paste-scales.ts';
import { drawShelf, shelvesOnSheet } from './paste-shelves.ts';
import { type PasteGroup, pasteGroups, type Receipt } from './receipts.ts';
import { sheetWords } from './words.ts';

export const POINTS = 72 / 25.4;
export const PASTE_LEFT = SAFE_EDGE;
export const PASTE_WIDTH = A4.width - 2 * SAFE_EDGE;
export const PASTE_BOTTOM = FOOTER_TOP - 8;

export function layPasteSheets(font: PacketFont, plan: PacketPlan, options: PasteOptions): FrontSheet[] {
  const flow = new Flow(font);
  flow.left = PASTE_LEFT;
  flow.width = PASTE_WIDTH;
  const groups = pasteGroups(plan, options);
  const all = groups.flatMap(({ receipts }) => receipts);
  let fresh = true;
  for (const group of groups) {
    let left = group.receipts;
    while (left.length > 0) {
      if (!fresh) flow.open();
      fresh = false;
      drawHead(flow, plan, { group, options, shown: left });
      const shown = options.overlap > 0 ? scalesOnSheet(flow, options, left) : shelvesOnSheet(flow, left);
      if (options.overlap > 0) drawScales(flow, { plan, options, receipts: shown });
      else drawShelf(flow, { plan, options, receipts: shown });
      left = left.slice(shown.length);
      drawTotals(flow, plan, { shown, all: left.length === 0 && group === groups.at(-1) ? all : [] });
    }
  }
  const { paste, noReceipts } = sheetWords[plan.language];
  if (fresh) {
    drawHead(flow, plan, { group: { title: '', receipts: [] }, options, shown: [] });
    flow.sheet.text(noReceipts, A4.width / 2, 300, { size: 13, align: 'center', grey: 0.3 });
  }
  return flow.sheets.map((sheet) => ({ sheet, kind: 'sheet', label: paste }));
}

type Head = { group: PasteGroup; options: PasteOptions; shown: Receipt[] };

function drawHead(flow: Flow, plan: PacketPlan, { group, options, shown }: Head): void {
  const words = sheetWords[plan.language];
  flow.y = SAFE_EDGE + 16;
  const size = sizeToFit(flow.font, words.paste, 15, flow.width);
  flow.sheet.tag('H1', () =>
    flow.sheet.text(words.paste, A4.width / 2, flow.y, { size, align: 'center', weight: true }),
  );
  flow.y += 15;
  const line = [plan.person.name, plan.number, group.title].filter(Boolean).join(' · ');
  const { text, size: small } = fitLine(flow.font, line, { size: 9.5, width: flow.width });
  flow.sheet.text(text, A4.width / 2, flow.y, { size: small, align: 'center', grey: 0.25 });
  flow.y += 3;
  const hints = [
    ...(options.overlap > 0 ? [words.fishScale(options.overlap, options.direction === 'rtl')] : []),
    ...(shown.some(({ size: { verified } }) => !verified) ? [words.sizesUnverified] : []),
  ];
  for (const hint of hints.flatMap((text) => wrapText(flow.font, text, 8, flow.width))) {
    flow.y += 10.5;
    flow.sheet.text(hint, flow.left, flow.y, { size: 8, grey: 0.35 });
  }
  flow.y += 8;
}

function drawTotals(
  flow: Flow,
  plan: PacketPlan,
  { shown, all }: { shown: Receipt[]; all: Receipt[] },
): void {
  const words = sheetWords[plan.language];
  const sum = (list: Receipt[]) =>
    formatYuan(
      list.reduce((total, { totalFen }) => total + totalFen, 0),
      true,
    );
  const y = PASTE_BOTTOM - 4;
  const right = flow.left + flow.width;
  const style = { size: 10.5, weight: true } as const;
  if (all.length > shown.length) flow.sheet.text(words.pasteAll(all.length, sum(all)), flow.left, y, style);
  flow.sheet.text(words.pasteTotal(shown.length, sum(shown)), right, y, { ...style, align: 'right' });
}
