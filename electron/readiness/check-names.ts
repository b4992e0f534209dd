// The name, hospital and day printed on each paper against the visit they belong to.

import type { PaperFacts } from '../../shared/claim-life.ts';
import { type PaperKind, personPaperKinds } from '../../shared/domain.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { matchHospitals, matchNames } from './fold-text.ts';
import type { PaperSeen } from './input.ts';
import { makeFinding } from './make-finding.ts';
import { type ClaimCase, isNamed, type VisitCase } from './visit-case.ts';

type SeenFacts = PaperSeen & { facts: PaperFacts };

export function checkPrintedFacts(claim: ClaimCase): Finding[] {
  return claim.cases.flatMap((one) =>
    one.present
      .filter((seen): seen is SeenFacts => seen.facts !== null)
      .flatMap((seen) => [
        ...checkName(claim.person.name, one, seen),
        ...checkHospital(one, seen),
        ...checkDay(one, seen),
      ]),
  );
}

const at = (one: VisitCase, { paper }: PaperSeen) => ({
  ...{ visitId: one.visit.id, paperKind: paper.kind, target: paper.id },
});

function checkName(name: string, one: VisitCase, seen: SeenFacts): Finding[] {
  const { printedName } = seen.facts;
  if (printedName === '') return [];
  const match = matchNames(printedName, name);
  if (match === 'same') return [];
  const said = { ...at(one, seen), field: 'printedName', params: { printed: printedName, name } };
  return [
    match === 'unclear'
      ? makeFinding('name-character-unclear', 'advice', { ...said, do: 'hospital', action: 'edit-paper' })
      : makeFinding('name-differs', 'blocks', { ...said, do: 'hospital', action: 'edit-paper' }),
  ];
}

function checkHospital(one: VisitCase, seen: SeenFacts): Finding[] {
  const { printedHospital } = seen.facts;
  const { hospital } = one.visit;
  if (printedHospital === '' || hospital === '') return [];
  if (one.hospital && isNamed(one.hospital, printedHospital)) return [];
  const match = matchHospitals(printedHospital, hospital);
  if (match === 'same') return [];
  const said = { ...at(one, seen), field: 'printedHospital', params: { printed: printedHospital, hospital } };
  return [
    match === 'similar'
      ? makeFinding('hospital-similar', 'advice', { ...said, do: 'home', action: 'edit-hospital' })
      : makeFinding('hospital-differs', 'likely-returned', { ...said, do: 'home', action: 'edit-paper' }),
  ];
}

/** Records and prescriptions are of the very day, or of the stay; an invoice and its list may be printed later. */
const MAY_BE_LATER: readonly PaperKind[] = [
  'invoice',
  'itemized-list',
  'settlement-sheet',
  'diagnosis-certificate',
  'inpatient-record',
  'discharge-summary',
];
/** Made before or long after it, and not proof of the day. */
const ANY_DAY: readonly PaperKind[] = [
  ...personPaperKinds,
  'referral',
  'accident-proof',
  'accident-statement',
  'hospital-grade-proof',
  'loss-statement',
  'invoice-stub',
  'unsettled-statement',
  'drug-form',
  'material-origin',
  'test-reports',
  'other',
];

function checkDay(one: VisitCase, seen: SeenFacts): Finding[] {
  const day = seen.facts.printedDate;
  if (day === '' || ANY_DAY.includes(seen.paper.kind)) return [];
  const isEarly = day < one.visit.date;
  const isLate = one.endsOn !== '' && day > one.endsOn && !MAY_BE_LATER.includes(seen.paper.kind);
  if (!isEarly && !isLate) return [];
  return [
    makeFinding('paper-date-outside-visit', 'likely-returned', {
      ...at(one, seen),
      field: 'printedDate',
      params: { printed: day, from: one.visit.date, to: one.endsOn },
      ...{ do: 'home', action: 'edit-paper' },
    }),
  ];
}
