// The list of enclosed papers (材料目录): which paper, of which visit, original or copy, on which page, a box to tick.

import type { PacketVisit } from '../../../shared/packet-plan.ts';
import { domainWords } from '../../../shared/words/domain.ts';
import { type Entry, visitTitle } from '../claim-draft.ts';
import type { Flow } from '../layout/flow.ts';
import { type Cell, drawTable } from '../layout/table.ts';
import { packetWords } from '../words.ts';
import type { ClaimFront } from './claim-front.ts';
import { pageRanges } from './page-ranges.ts';

const entriesOf = ({ sections }: ClaimFront): Entry[] => sections.flatMap(({ entries }) => entries);

/** `apart` when the list has pages of its own and so a heading. */
export function drawMaterials(flow: Flow, front: ClaimFront, apart: boolean): void {
  const words = packetWords[front.plan.language];
  if (apart) {
    flow.y += 18;
    const middle = flow.left + flow.width / 2;
    flow.sheet.tag('H1', () =>
      flow.sheet.text(words.contents, middle, flow.y, { size: 16, align: 'center', weight: true }),
    );
    flow.y += 12;
  }
  materialsSummary(flow, front, '');
  const widths = [24, 126, 0, 52, 36, 46, 36];
  widths[2] = flow.width - widths.reduce((total, one) => total + one, 0);
  const names = [
    words.number,
    words.material,
    words.visitOf,
    words.form,
    words.pageCount,
    words.pages,
    words.tick,
  ];
  drawTable(flow, {
    widths,
    size: 8.5,
    padding: apart ? 4 : 3,
    lowest: apart ? 20 : 17,
    header: names.map((text) => ({ text, shade: true, align: 'center', grey: 0.2 })),
    rows: entriesOf(front).map((entry, at) => materialRow(front, entry, at)),
  });
  flow.y += 10;
}

function materialRow({ plan, place }: ClaimFront, entry: Entry, at: number): Cell[] {
  const words = packetWords[plan.language];
  const first = place.firstBodyPage + entry.start;
  const numbers = Array.from({ length: entry.count }, (_, page) => first + page);
  const form = domainWords[plan.language].form[entry.paper.form];
  return [
    { text: String(at + 1), align: 'center' },
    { text: entry.label },
    { text: visitTitle(plan.visits[entry.visit] as PacketVisit) },
    entry.gap
      ? { text: words.missing, align: 'center', weight: true, shade: true }
      : { text: form, align: 'center' },
    { text: entry.gap ? '—' : String(entry.count), align: 'center' },
    { text: words.pageList(pageRanges(numbers)), align: 'center' },
    { text: '', tick: true },
  ];
}

export function materialsSummary(flow: Flow, front: ClaimFront, where: string): void {
  const words = packetWords[front.plan.language];
  const entries = entriesOf(front);
  const present = entries.filter(({ gap }) => !gap);
  const pages = present.reduce((total, { count }) => total + count, 0);
  const missing = entries.length - present.length;
  flow.need(24);
  flow.y += 10;
  const summary = words.materialsSummary(present.length, pages);
  const text = [summary, ...(missing > 0 ? [words.materialsMissing(missing)] : [])].join(' · ');
  flow.sheet.text(`${text}${where}`, flow.left, flow.y, { size: 9, grey: 0.2 });
  flow.y += 6;
}
