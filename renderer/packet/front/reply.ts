// The reply page of a supplement (补件说明): the bundle it belongs to, why that came back, what is answered on which page.

import { capitalYuan, formatYuan } from '../../../shared/money.ts';
import type { PacketVisit } from '../../../shared/packet-plan.ts';
import type { PacketSupplement, VisitNamed } from '../../../shared/packet-supplement.ts';
import { domainWords } from '../../../shared/words/domain.ts';
import { type Entry, paperLabel, visitTitle } from '../claim-draft.ts';
import type { FrontSheet } from '../draft.ts';
import { Flow } from '../layout/flow.ts';
import { type Cell, drawTable } from '../layout/table.ts';
import { sizeToFit, wrapText } from '../layout/wrap.ts';
import { packetWords } from '../words.ts';
import type { ClaimFront } from './claim-front.ts';
import { drawTopLines, sumOf } from './cover.ts';
import { pageRanges } from './page-ranges.ts';
import { replyWords } from './reply-words.ts';
import { drawSignatures } from './signatures.ts';

type Reply = ClaimFront & { supplement: PacketSupplement; flow: Flow; entries: Entry[] };

export function layReply(front: ClaimFront, supplement: PacketSupplement): FrontSheet[] {
  const flow = new Flow(front.font);
  const entries = front.sections.flatMap((section) => section.entries);
  const reply: Reply = { ...front, supplement, flow, entries };
  drawTop(reply);
  drawFirst(reply);
  drawReturn(reply);
  if (supplement.wanted.length > 0) drawWanted(reply);
  drawSent(reply);
  if (supplement.removed.length > 0) drawRemoved(reply);
  drawSignatures(flow, front.plan);
  const { short } = replyWords[front.plan.language];
  return flow.sheets.map((sheet) => ({ sheet, kind: 'cover', label: short }));
}

const caption = (text: string): Cell => ({ text, shade: true, align: 'center', grey: 0.2 });

function drawTop({ flow, plan, place }: Reply): void {
  const reply = replyWords[plan.language];
  drawTopLines(flow, { plan, place }, reply.title);
  flow.y += 9;
  for (const line of wrapText(flow.font, reply.lead, 9.5, flow.width)) {
    flow.sheet.text(line, flow.left, flow.y, { size: 9.5 });
    flow.y += 13;
  }
}

function drawHeading(flow: Flow, text: string): void {
  flow.need(60);
  flow.y += 15;
  flow.sheet.tag('H2', () => flow.sheet.text(text, flow.left, flow.y, { size: 10.5, weight: true }));
  flow.y += 5;
}

/** Rows of caption and value, two a row; a row of one spans the sheet. */
function drawFacts(flow: Flow, side: number, rows: [name: string, text: string][][]): void {
  const value = flow.width / 2 - side;
  drawTable(flow, {
    widths: [side, value, side, value],
    size: 9.5,
    padding: 3,
    lowest: 19,
    rows: rows.map((row) =>
      row.flatMap(([name, text]): Cell[] => [caption(name), row.length === 1 ? { text, span: 3 } : { text }]),
    ),
  });
}

const sideOf = ({ plan }: Reply): number => (plan.language === 'en' ? 84 : 66);

function drawFirst(reply: Reply): void {
  const { flow, plan, supplement } = reply;
  const words = packetWords[plan.language];
  const told = replyWords[plan.language];
  const { first, version } = supplement;
  const { person } = plan;
  drawHeading(flow, told.firstTitle);
  const pages = first.pageCount === null ? '' : told.firstPages(first.pageCount);
  const compared = [told.versionIs(version), pages].filter(Boolean).join(' · ');
  drawFacts(flow, sideOf(reply), [
    [
      [words.name, person.name],
      [words.citizenId, person.citizenId],
    ],
    [
      [words.insuredPlace, words.placeWithCode(person.insuredPlaceName, person.insuredPlaceCode)],
      [words.phone, person.phone],
    ],
    [
      [told.firstOn, first.on],
      [told.receiptNumber, first.receiptNumber],
    ],
    [
      [told.office, first.office],
      [told.channel, first.channel === '' ? '' : domainWords[plan.language].channel[first.channel]],
    ],
    [[told.version, compared]],
  ]);
}

function drawReturn(reply: Reply): void {
  const { flow, plan, supplement } = reply;
  const told = replyWords[plan.language];
  const { returned } = supplement;
  drawHeading(flow, told.returnedTitle);
  if (!returned) {
    flow.y += 10;
    flow.sheet.text(told.notReturned, flow.left, flow.y, { size: 9.5 });
    flow.y += 4;
    return;
  }
  const reasons = returned.reasons.map((reason) => domainWords[plan.language].returnReason[reason]);
  drawFacts(flow, sideOf(reply), [
    [
      [told.returnedOn, returned.on],
      [told.until, returned.until],
    ],
    [[told.reasons, reasons.join(plan.language === 'en' ? ', ' : '、')]],
    ...(returned.note.trim() === '' ? [] : [[[told.said, returned.note.trim()] as [string, string]]]),
  ]);
}

const nameVisit = ({ plan }: Reply, visit: VisitNamed): string => {
  const name = [visit.date, visit.hospital].filter(Boolean).join(' ');
  return visit.row === null ? name : replyWords[plan.language].visitRow(visit.row, name);
};

type Column = { title: string; width: number };

/** A numbered list; the column of width 0 takes what is left. */
function drawList({ flow, plan }: Reply, columns: readonly Column[], rows: readonly Cell[][]): void {
  const all = [{ title: packetWords[plan.language].number, width: 24 }, ...columns];
  const rest = flow.width - all.reduce((total, { width }) => total + width, 0);
  drawTable(flow, {
    widths: all.map(({ width }) => width || rest),
    size: 8.5,
    padding: 3,
    lowest: 17,
    header: all.map(({ title }) => caption(title)),
    rows: rows.map((row, at) => [{ text: String(at + 1), align: 'center' }, ...row]),
  });
}

/** On which pages of this packet the papers stand. */
function pagesOf({ plan, place }: Reply, entries: readonly Entry[]): string {
  const numbers = entries.flatMap(({ start, count }) =>
    Array.from({ length: count }, (_, page) => place.firstBodyPage + start + page),
  );
  return packetWords[plan.language].pageList(pageRanges(numbers));
}

function drawWanted(reply: Reply): void {
  const { flow, plan, supplement, entries } = reply;
  const told = replyWords[plan.language];
  drawHeading(flow, told.wantedTitle);
  const columns = [
    { title: told.wanted, width: 150 },
    { title: told.visit, width: 0 },
    { title: told.answer, width: 120 },
  ];
  const rows = supplement.wanted.map(({ kind, visit, note, answer }): Cell[] => {
    const answering = entries.filter(
      (entry) => entry.paper.kind === kind && (visit === null || isVisit(plan.visits[entry.visit], visit)),
    );
    const text =
      answer === 'enclosed' || answer === 'again'
        ? told.enclosedOn(pagesOf(reply, answering))
        : told.answers[answer];
    return [
      { text: [domainWords[plan.language].paper[kind], note].filter(Boolean).join('\n') },
      { text: visit === null ? '—' : nameVisit(reply, visit) },
      { text, align: 'center', weight: answer === 'missing', shade: answer === 'missing' },
    ];
  });
  drawList(reply, columns, rows);
}

/** The plan's visits carry no ids: two visits on one day in one hospital are told apart by their row. */
const isVisit = (visit: PacketVisit | undefined, named: VisitNamed): boolean =>
  visit?.date === named.date && visit.hospital === named.hospital && rowOf(visit) === named.row;

const rowOf = ({ id }: PacketVisit): number | null => (/^\d+$/.test(id) ? Number(id) : null);

function drawSent(reply: Reply): void {
  const { flow, plan, entries } = reply;
  const words = packetWords[plan.language];
  const told = replyWords[plan.language];
  const pages = entries.reduce((total, { count }) => total + count, 0);
  drawHeading(flow, entries.length > 0 ? told.sentTitle(entries.length, pages) : told.nothingSent);
  if (entries.length === 0) return;
  const columns = [
    { title: words.material, width: 84 },
    { title: words.visitOf, width: 0 },
    { title: told.change, width: 50 },
    { title: words.form, width: 42 },
    { title: words.pageCount, width: 34 },
    { title: words.pages, width: 42 },
    { title: words.tick, width: 30 },
  ];
  const rows = entries.map((entry): Cell[] => {
    const visit = plan.visits[entry.visit] as PacketVisit;
    const row = rowOf(visit);
    const name = visitTitle(visit);
    return [
      { text: entry.label },
      { text: row === null ? name : told.visitRow(row, name) },
      { text: told.changes[entry.paper.change ?? 'added'], align: 'center' },
      { text: domainWords[plan.language].form[entry.paper.form], align: 'center' },
      { text: String(entry.count), align: 'center' },
      { text: pagesOf(reply, [entry]), align: 'center' },
      { text: '', tick: true },
    ];
  });
  drawList(reply, columns, rows);
  const { count, total } = sumOf(plan);
  if (count === 0) return;
  flow.need(20);
  flow.y += 14;
  const text = told.invoices(count, formatYuan(total, true), capitalYuan(total));
  const size = sizeToFit(flow.font, text, 9, flow.width);
  flow.sheet.text(text, flow.left, flow.y, { size, grey: 0.2 });
}

function drawRemoved(reply: Reply): void {
  const { flow, plan, supplement } = reply;
  const told = replyWords[plan.language];
  drawHeading(flow, told.removedTitle);
  const columns = [
    { title: told.removed, width: 150 },
    { title: told.visit, width: 0 },
  ];
  const rows = supplement.removed.map(({ kind, title, visit }): Cell[] => [
    { text: paperLabel(plan, { kind, title }) },
    { text: nameVisit(reply, visit) },
  ]);
  drawList(reply, columns, rows);
}
