// The checklist: every paper of the packet, original or copy, its pages, whether a seal is on it, a box to tick.

import type { PacketVisit } from '../../../shared/packet-plan.ts';
import { domainWords } from '../../../shared/words/domain.ts';
import { type Entry, visitTitle } from '../claim-draft.ts';
import type { FrontSheet } from '../draft.ts';
import type { ClaimFront } from '../front/claim-front.ts';
import { pageRanges } from '../front/page-ranges.ts';
import { Flow } from '../layout/flow.ts';
import { type Cell, drawTable } from '../layout/table.ts';
import { packetWords } from '../words.ts';
import { drawTitle } from './title.ts';
import { sheetWords } from './words.ts';

export function layChecklist(front: ClaimFront): FrontSheet[] {
  const { plan, font } = front;
  const words = sheetWords[plan.language];
  const flow = new Flow(font);
  drawTitle(flow, words.checklist, [plan.number, plan.person.name].filter(Boolean).join(' · '));
  const widths = [26, 0, 96, 50, 36, 48, 72, 34];
  widths[1] = flow.width - widths.reduce((total, one) => total + one, 0);
  const names = packetWords[plan.language];
  const header = [
    names.number,
    names.visitOf,
    names.material,
    names.form,
    names.pageCount,
    names.pages,
    words.seal,
    names.tick,
  ];
  const entries = front.sections.flatMap((section) => section.entries);
  drawTable(flow, {
    widths,
    size: 9,
    padding: 4,
    lowest: 21,
    header: header.map((text) => ({ text, shade: true, align: 'center', grey: 0.2 })),
    rows: [
      ...entries.map((entry, at) => rowOf(front, entry, { at, entries })),
      ...electronicRows(front, entries.length),
    ],
  });
  if (plan.visits.some(({ attachments = [] }) => attachments.length > 0))
    drawElectronicNote(flow, words.electronicNote);
  flow.need(64);
  drawFoot(flow, [words.checkedBy, words.date]);
  return flow.sheets.map((sheet) => ({ sheet, kind: 'contents', label: words.checklist }));
}

type Place = { at: number; entries: Entry[] };

function rowOf({ plan, place }: ClaimFront, entry: Entry, { at, entries }: Place): Cell[] {
  const words = packetWords[plan.language];
  const first = place.firstBodyPage + entry.start;
  const pages = Array.from({ length: entry.count }, (_, page) => first + page);
  return [
    { text: String(at + 1), align: 'center' },
    visitCell(plan.visits[entry.visit] as PacketVisit, entry, { at, entries }),
    { text: entry.label },
    entry.gap
      ? { text: words.missing, align: 'center', weight: true, shade: true }
      : { text: domainWords[plan.language].form[entry.paper.form], align: 'center' },
    { text: entry.gap ? '—' : String(entry.count), align: 'center' },
    { text: words.pageList(pageRanges(pages)), align: 'center' },
    { text: entry.gap ? '—' : sheetWords[plan.language].sealChoice, align: 'center' },
    { text: '', tick: true },
  ];
}

/** Files without pages are named behind the papers: nothing is left out silently. */
function electronicRows({ plan }: ClaimFront, before: number): Cell[][] {
  const words = sheetWords[plan.language];
  const { paper: names } = domainWords[plan.language];
  const all = plan.visits.flatMap((visit) =>
    (visit.attachments ?? []).map((attachment) => ({ visit, ...attachment })),
  );
  return all.map(({ visit, kind, fileName }, at) => [
    { text: String(before + at + 1), align: 'center' },
    { text: visitTitle(visit) },
    { text: `${names[kind]}\n${fileName}`, size: 8 },
    { text: words.electronic, align: 'center' },
    { text: '—', align: 'center' },
    { text: words.electronicPlace, align: 'center' },
    { text: '—', align: 'center' },
    { text: '', tick: true },
  ]);
}

function drawElectronicNote(flow: Flow, note: string): void {
  flow.need(30);
  flow.y += 16;
  flow.sheet.text(note, flow.left, flow.y, { size: 9, grey: 0.25 });
}

/** The date in a visit's first row, its hospital in the second: rows stay low. */
function visitCell(visit: PacketVisit, { visit: own }: Entry, { at, entries }: Place): Cell {
  const same = (step: number) => entries[at + step]?.visit === own;
  if (!same(-1)) return same(1) ? { text: visit.date, weight: true } : { text: visitTitle(visit) };
  return { text: same(-2) ? '' : visit.hospital, joined: true, again: visitTitle(visit) };
}

function drawFoot(flow: Flow, captions: string[]): void {
  flow.y += 32;
  const share = flow.width / captions.length;
  for (const [at, caption] of captions.entries()) {
    const x = flow.left + at * share;
    flow.sheet.text(caption, x, flow.y, { size: 10 });
    const start = x + flow.font.width(caption, 10) + 6;
    flow.sheet.line({ x: start, y: flow.y + 2.5 }, { x: x + share - 20, y: flow.y + 2.5 }, 0.5, 0.25);
  }
}
