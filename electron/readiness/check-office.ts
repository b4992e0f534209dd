// What the office said after the claim was handed in: papers it still wants, and until when.

import { daysBetween } from '../../shared/dates.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { makeFinding } from './make-finding.ts';
import type { ClaimCase } from './visit-case.ts';

/** The last return, while nothing after it answers it. */
export function checkReturned(claim: ClaimCase): Finding[] {
  const last = claim.events.findLast(({ step }) => step !== 'ready');
  if (last?.step !== 'returned') return [];
  const wanted = last.wanted.map(({ visitId, kind, note }) =>
    makeFinding('office-wants-paper', 'blocks', {
      ...{ visitId, paperKind: kind, params: { note, on: last.on, office: last.office } },
      ...{ do: 'home', action: 'add-paper', target: visitId ?? claim.claim.id },
    }),
  );
  if (last.until === '') return wanted;
  const params = { until: last.until, days: daysBetween(claim.today, last.until), office: last.office };
  return [
    ...wanted,
    makeFinding('supplement-due', 'likely-returned', {
      params,
      do: 'office',
      action: 'hand-in',
      target: claim.claim.id,
    }),
  ];
}

/** Nothing is missing without a word: what a person left out is named with the reason they gave. */
export const checkLeftOut = (claim: ClaimCase): Finding[] =>
  (claim.pagesLeftOut ?? []).map(({ visitId, paperKind, file, page, reason }) =>
    makeFinding('page-left-out', 'advice', {
      ...{ visitId, paperKind, params: { file, page: page + 1, reason } },
      ...{ do: 'decide', action: 'open-claim', target: claim.claim.id },
    }),
  );
