// The application sheet: who claims, where the money goes, which visits, how much in figures and in capitals.

import { capitalYuan, formatYuan } from '../../../shared/money.ts';
import type { PacketPlan, PacketVisit } from '../../../shared/packet-plan.ts';
import { claimLifeWords } from '../../../shared/words/claim-life.ts';
import { domainWords } from '../../../shared/words/domain.ts';
import type { Flow } from '../layout/flow.ts';
import { type Cell, drawTable } from '../layout/table.ts';
import { fitLine, sizeToFit } from '../layout/wrap.ts';
import { packetWords } from '../words.ts';
import type { ClaimFront } from './claim-front.ts';
import { datesOf } from './gap-notice.ts';
import { pageRanges } from './page-ranges.ts';

const CODE_ROOM = 58;
const label = (text: string): Cell => ({ text, shade: true, align: 'center', grey: 0.2 });

export const drawHead = (flow: Flow, front: Front): void =>
  drawTopLines(flow, front, packetWords[front.plan.language].cover);

type Front = Pick<ClaimFront, 'plan' | 'place'>;

/** What a first page begins with: `title`, the claim's own title, its number and how many pages there are. */
export function drawTopLines(flow: Flow, { plan, place }: Front, title: string): void {
  const words = packetWords[plan.language];
  const middle = flow.left + flow.width / 2;
  flow.y += 20;
  const size = sizeToFit(flow.font, title, 20, flow.width);
  flow.sheet.tag('H1', () => flow.sheet.text(title, middle, flow.y, { size, align: 'center', weight: true }));
  if (plan.title) {
    flow.y += 19;
    drawClaimTitle(flow, plan.title);
  }
  flow.y += 22;
  const number = `${words.claimNumber}  ${plan.number}`;
  const pages = words.pagesInAll(place.pages);
  const room = flow.width - flow.font.width(pages, 9) - 20;
  flow.sheet.text(number, flow.left, flow.y, { size: sizeToFit(flow.font, number, 9, room), grey: 0.2 });
  flow.sheet.text(pages, flow.left + flow.width, flow.y, { size: 9, align: 'right', grey: 0.2 });
  flow.y += 7;
}

/** Beside it, to the right, stands the code of the claim. */
export function drawClaimTitle(flow: Flow, title: string): void {
  const { text, size } = fitLine(flow.font, title, { size: 10.5, width: flow.width - 2 * CODE_ROOM });
  flow.sheet.text(text, flow.left + flow.width / 2, flow.y, { size, align: 'center', grey: 0.35 });
}

export function drawPerson(flow: Flow, plan: PacketPlan): void {
  const words = packetWords[plan.language];
  const { scheme, standing, visitKind } = domainWords[plan.language];
  const { person } = plan;
  const side = plan.language === 'en' ? 84 : 66;
  const value = flow.width / 2 - side;
  const kinds = [...new Set(plan.visits.map(({ kind }) => visitKind[kind]))].join(' / ');
  const schemes = [scheme[person.scheme], standing[person.standing]].filter(Boolean).join(' · ');
  const place = words.placeWithCode(person.insuredPlaceName, person.insuredPlaceCode);
  const pair = (name: string, text: string): Cell[] => [label(name), { text }];
  drawTable(flow, {
    widths: [side, value, side, value],
    size: 9.5,
    padding: 4.5,
    lowest: 22,
    rows: [
      [...pair(words.name, person.name), ...pair(words.citizenId, person.citizenId)],
      [...pair(words.insuredPlace, place), ...pair(words.scheme, schemes)],
      [...pair(words.livingPlace, person.livingPlaceName), ...pair(words.expenseKind, kinds)],
      [...pair(words.phone, person.phone), ...pair(words.socialSecurityCard, person.socialSecurityCard)],
      [label(words.filing), { text: filingText(plan), span: 3 }],
      [...pair(words.payeeName, person.payeeName), ...pair(words.bankName, person.bankName)],
      [...pair(words.bankAccount, person.bankAccount), ...pair(words.alreadyPaid, paidText(plan))],
    ],
  });
  flow.y += 10;
}

/** Each filing that holds a visit: its kind, its city, its days. */
function filingText({ cover, language }: PacketPlan): string {
  const words = packetWords[language];
  return (cover?.filings ?? [])
    .map(({ category, place, from, to }) =>
      [claimLifeWords[language].filingCategory[category], place, words.span(from, to)]
        .filter(Boolean)
        .join(' · '),
    )
    .join('\n');
}

const paidText = ({ cover, language }: PacketPlan): string =>
  cover && cover.paidFen !== null
    ? `${packetWords[language].currency}${formatYuan(cover.paidFen, true)}`
    : '';

/** Name, and below it what the vault knows: grade and code. */
function hospitalText({ language }: PacketPlan, { hospital, hospitalFacts }: PacketVisit): string {
  if (!hospitalFacts) return hospital;
  const { grade, code } = hospitalFacts;
  const known = [claimLifeWords[language].hospitalGrade[grade], code].filter(Boolean).join(' · ');
  return [hospital, known].filter(Boolean).join('\n');
}

export function drawVisits(flow: Flow, front: ClaimFront): void {
  const { plan } = front;
  const words = packetWords[plan.language];
  const widths = [24, 64, 0, 84, 104, 64, 42];
  widths[2] = flow.width - widths.reduce((total, one) => total + one, 0);
  const names = [
    words.number,
    words.visitDate,
    words.hospital,
    words.kindAndDisease,
    words.invoiceNumber,
    words.amount,
    words.pages,
  ];
  drawTable(flow, {
    widths,
    size: 8.5,
    padding: 4,
    lowest: 20,
    header: names.map(label),
    rows: [...plan.visits.flatMap((visit, at) => visitRows(front, visit, at)), totalRow(plan)],
  });
  flow.y += 10;
}

/** A row an invoice: number and amount stand side by side, the visit is named once. */
function visitRows({ plan, sections, place }: ClaimFront, visit: PacketVisit, at: number): Cell[][] {
  const words = packetWords[plan.language];
  const { visitKind } = domainWords[plan.language];
  const entries = sections.flatMap((section) => section.entries).filter((entry) => entry.visit === at);
  const numbers = entries.flatMap(({ start, count }) =>
    Array.from({ length: count }, (_, page) => place.firstBodyPage + start + page),
  );
  const kind = [visitKind[visit.kind], visit.diseaseName || visit.diagnosis].filter(Boolean).join('\n');
  const first: Cell[] = [
    { text: String(at + 1), align: 'center' },
    { text: datesOf(plan, visit), align: 'center' },
    { text: hospitalText(plan, visit) },
    { text: kind },
  ];
  const last: Cell = { text: words.pageList(pageRanges(numbers)), align: 'center' };
  const invoices = visit.invoices.length > 0 ? visit.invoices : [undefined];
  return invoices.map((invoice, row) => [
    ...(row === 0 ? first : first.map(() => ({ text: '', joined: true }))),
    { text: invoice?.number ?? words.noInvoice, align: 'center', shade: !invoice },
    { text: invoice ? formatYuan(invoice.totalFen, true) : '—', align: 'right' },
    row === 0 ? last : { text: '', joined: true },
  ]);
}

export function sumOf(plan: PacketPlan): { count: number; total: number } {
  const invoices = plan.visits.flatMap((visit) => visit.invoices);
  return { count: invoices.length, total: invoices.reduce((sum, { totalFen }) => sum + totalFen, 0) };
}

function totalRow(plan: PacketPlan): Cell[] {
  const words = packetWords[plan.language];
  const { count, total } = sumOf(plan);
  const capitals = `${words.inCapitals} ${capitalYuan(total)}`;
  return [
    { text: words.total, span: 2, shade: true, align: 'center', weight: true, size: 9.5 },
    { text: `${words.invoiceCount(count)} · ${capitals}`, span: 3, size: 9.5 },
    {
      text: `${words.currency}${formatYuan(total, true)}`,
      span: 2,
      align: 'right',
      weight: true,
      size: 10.5,
    },
  ];
}
