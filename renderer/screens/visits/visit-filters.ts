// Which visits the list shows, and in what order. Pure.

import type { VisitSummary } from '../../../shared/calls.ts';
import type { VisitKind } from '../../../shared/domain.ts';

export type VisitFilter = {
  personId: string | null;
  year: string | null;
  kind: VisitKind | null;
  completeness: 'complete' | 'incomplete' | null;
  claimed: 'claimed' | 'unclaimed' | null;
  text: string;
};

export const noFilter: VisitFilter = {
  personId: null,
  year: null,
  kind: null,
  completeness: null,
  claimed: null,
  text: '',
};

/** Complete means every demanded paper is there and an invoice is written down. */
export const isComplete = (visit: Pick<VisitSummary, 'missing' | 'invoiceCount'>): boolean =>
  visit.missing.length === 0 && visit.invoiceCount > 0;

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

function matchesText(visit: VisitSummary, words: readonly string[]): boolean {
  const { personName, hospital, department, diagnosis, diseaseName, diseaseCode, date, note } = visit;
  const searched = fold(
    [personName, hospital, department, diagnosis, diseaseName, diseaseCode, date, note].join(' '),
  );
  const claim = fold(visit.claim?.number ?? '');
  return words.every((word) => searched.includes(word) || claim.includes(word));
}

export function filterVisits(
  visits: readonly VisitSummary[],
  filter: VisitFilter,
  newestFirst: boolean,
): VisitSummary[] {
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  const tests: ((visit: VisitSummary) => boolean)[] = [
    (visit) => !filter.personId || visit.personId === filter.personId,
    (visit) => !filter.year || visit.date.startsWith(filter.year),
    (visit) => !filter.kind || visit.kind === filter.kind,
    (visit) => !filter.completeness || isComplete(visit) === (filter.completeness === 'complete'),
    (visit) => !filter.claimed || (visit.claim !== null) === (filter.claimed === 'claimed'),
    (visit) => words.length === 0 || matchesText(visit, words),
  ];
  const direction = newestFirst ? -1 : 1;
  return visits
    .filter((visit) => tests.every((test) => test(visit)))
    .sort((a, b) => direction * (a.date.localeCompare(b.date) || a.createdAt.localeCompare(b.createdAt)));
}

export const yearsOf = (visits: readonly VisitSummary[]): string[] =>
  [...new Set(visits.map(({ date }) => date.slice(0, 4)))].sort().reverse();
