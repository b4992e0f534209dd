// A visit with all that its checks need, worked out once: its hospital, place of care, kind of claim, rules and situations.

import type { Filing, Hospital } from '../../shared/claim-life.ts';
import type { PaperKind } from '../../shared/domain.ts';
import type { ResolvedRule } from '../../shared/rules/resolved-pack.ts';
import type { Chapter } from '../../shared/rules/rule-pack.ts';
import type { Situation } from '../../shared/rules/rule-parts.ts';
import { foldText, matchHospitals } from './fold-text.ts';
import type { PaperSeen, ReadinessInput, VisitSeen } from './input.ts';
import { ruleFor, rulesFor } from './pick-rule.ts';

export type VisitCase = Omit<VisitSeen, 'situations'> & {
  hospital: Hospital | undefined;
  /** Six digits of where the care was, '' while unknown. */
  carePlace: string;
  /** null while the place of care or the insured place is unknown. */
  away: boolean | null;
  /** Last day of it: of discharge for a stay, else the day itself; '' while still in hospital. */
  endsOn: string;
  situations: ReadonlySet<Situation>;
  /** Only papers with pages are papers. */
  present: readonly PaperSeen[];
  rule: <C extends Chapter>(chapter: C) => ResolvedRule<C> | undefined;
  rules: <C extends Chapter>(chapter: C) => ResolvedRule<C>[];
};

export type ClaimCase = ReadinessInput & { cases: readonly VisitCase[] };

/** Visits in the order of their day, whatever order they were given in. */
export function readCase(input: ReadinessInput): ClaimCase {
  const read = visitReader(input);
  const cases = input.visits
    .map(read)
    .sort((a, b) => compare(a.visit.date, b.visit.date) || compare(a.visit.id, b.visit.id));
  return { ...input, cases };
}

/** What a single visit is read with, whatever claim it is in. */
export type VisitSurroundings = Pick<
  ReadinessInput,
  'person' | 'payeeKind' | 'diedOn' | 'filings' | 'hospitals' | 'pack'
>;

/** Reads any number of visits of one person; hospitals are looked up once. */
export function visitReader(around: VisitSurroundings): (seen: VisitSeen) => VisitCase {
  const hospitals = indexHospitals(around.hospitals);
  return (seen) => readVisit(around, seen, hospitals(seen.visit.hospital));
}

export const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function readVisit(input: VisitSurroundings, seen: VisitSeen, hospital: Hospital | undefined): VisitCase {
  const { visit } = seen;
  const carePlace = hospital?.cityCode || filingOn(input.filings, visit.date)?.cityCode || '';
  const wish = { claim: visit.kind, scheme: input.person.scheme, carePlace, date: visit.date };
  return {
    ...seen,
    ...{ hospital, carePlace },
    away: isAway(input.person.insuredPlaceCode, carePlace),
    endsOn: visit.kind === 'inpatient' ? visit.endDate : visit.date,
    situations: findSituations(input, seen),
    present: seen.papers.filter(({ paper }) => paper.pages.length > 0),
    rule: (chapter) => ruleFor(input.pack, chapter, wish),
    rules: (chapter) => rulesFor(input.pack, chapter, wish),
  };
}

/** By name or alias; a slip of the pen still finds it when nothing else is nearer. */
function indexHospitals(hospitals: readonly Hospital[]): (name: string) => Hospital | undefined {
  const byName = new Map<string, Hospital>();
  for (const one of hospitals) {
    for (const name of [...one.aliases, one.name]) byName.set(foldText(name), one);
  }
  const found = new Map<string, Hospital | undefined>();
  const find = (name: string) =>
    byName.get(foldText(name)) ?? (name === '' ? undefined : hospitals.find((one) => isNamed(one, name)));
  return (name) => {
    if (!found.has(name)) found.set(name, find(name));
    return found.get(name);
  };
}

export const isNamed = (hospital: Hospital, name: string): boolean =>
  [hospital.name, ...hospital.aliases].some((known) => matchHospitals(known, name) === 'same');

/** The filing that covers a day, waiting left aside; the one that began last when several do. */
export function filingOn(filings: readonly Filing[], date: string): Filing | undefined {
  return filings
    .filter((one) => one.from <= date && (one.to === '' || date <= one.to))
    .reduce<Filing | undefined>((best, one) => (best && best.from >= one.from ? best : one), undefined);
}

/** Funds are pooled by prefecture (4 digits), in the four municipalities by the whole city (2 digits). */
export function isSamePool(one: string, other: string): boolean {
  const digits = ['11', '12', '31', '50'].includes(one.slice(0, 2)) ? 2 : 4;
  return one.slice(0, digits) === other.slice(0, digits);
}

const isAway = (insured: string, care: string): boolean | null =>
  insured === '' || care === '' ? null : !isSamePool(insured, care);

const DIALYSIS = ['M07803', 'M07804'];

function findSituations(input: VisitSurroundings, { visit, situations = [] }: VisitSeen): Set<Situation> {
  const found = new Set<Situation>(situations);
  if (visit.kind === 'emergency') found.add('emergency');
  if (DIALYSIS.includes(visit.diseaseCode)) found.add('dialysis');
  if (input.diedOn !== undefined && input.diedOn !== '') found.add('deceased');
  const { payeeName, name } = input.person;
  const payeeIsOther = payeeName !== '' && foldText(payeeName) !== foldText(name);
  if (input.payeeKind === 'relative' || (payeeIsOther && input.payeeKind === undefined))
    found.add('relative-account');
  return found;
}

export const papersOf = (visit: VisitCase, kind: PaperKind): PaperSeen[] =>
  visit.present.filter(({ paper }) => paper.kind === kind);
