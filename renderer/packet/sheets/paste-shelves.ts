// Receipts beside and below each other, none over another: each with its number, date and amount under it.

import { formatYuan } from '../../../shared/money.ts';
import type { PasteOptions } from '../../../shared/packet-options.ts';
import type { PacketPlan } from '../../../shared/packet-plan.ts';
import type { Flow } from '../layout/flow.ts';
import { A4, type Box, SAFE_EDGE } from '../layout/sheet.ts';
import { sizeToFit } from '../layout/wrap.ts';
import { drawArea } from './paste-area.ts';
import type { Receipt } from './receipts.ts';

const POINTS = 72 / 25.4;
const LABEL = 19;
const GAP = 10;
const TOTALS = 78;

export type Pasting = { plan: PacketPlan; options: PasteOptions; receipts: Receipt[] };
type Shelved = { receipt: Receipt; box: Box };

/** As many of `receipts` as this sheet has room for, at least one. */
export const shelvesOnSheet = (flow: Flow, receipts: Receipt[]): Receipt[] =>
  shelve(flow, receipts).map(({ receipt }) => receipt);

/** Wide papers reach over the printed margin, not over the sheet: the printed box ends at the margin. */
function shelve(flow: Flow, receipts: Receipt[]): Shelved[] {
  const lowest = A4.height - TOTALS;
  const placed: Shelved[] = [];
  let [x, y, high] = [flow.left, flow.y, 0];
  for (const receipt of receipts) {
    const width = Math.min(receipt.size.width * POINTS, flow.width);
    const height = receipt.size.height * POINTS;
    if (x > flow.left && x + width > flow.left + flow.width + 0.5) {
      [x, y, high] = [flow.left, y + high + LABEL + GAP, 0];
    }
    if (placed.length > 0 && y + height + LABEL > lowest) break;
    placed.push({ receipt, box: { x, y, width, height: Math.min(height, lowest - LABEL - y) } });
    x += width + GAP;
    high = Math.max(high, height);
  }
  return placed;
}

export function drawShelf(flow: Flow, { plan, options, receipts }: Pasting): void {
  const { sheet, font } = flow;
  for (const { receipt, box: plain } of shelve(flow, receipts)) {
    const mirrored = A4.width - plain.x - plain.width;
    const box = options.direction === 'rtl' ? { ...plain, x: mirrored } : plain;
    const open = receipt.size.width * POINTS > flow.width + 0.5;
    drawArea(sheet, { box, receipt, open, language: plan.language, corner: options.numbering });
    const baseline = box.y + box.height + 13;
    const amount = `¥${formatYuan(receipt.totalFen, true)}`;
    const right = Math.min(box.x + box.width, A4.width - SAFE_EDGE);
    sheet.text(amount, right, baseline, { size: 10.5, align: 'right', weight: true });
    const text = [receipt.serial, receipt.date, receipt.number, receipt.hospital].filter(Boolean).join(' · ');
    const room = right - box.x - font.width(amount, 10.5) - 10;
    sheet.text(text, box.x, baseline, { size: sizeToFit(font, font.spell(text), 9, room), grey: 0.15 });
  }
}
