// Which papers each visit needs at the insured place of its person, asked of the same rules as readiness.

import type { PaperKind, Visit } from '../../shared/domain.ts';
import { getPersonFacts } from '../database/facts.ts';
import { listFilings } from '../database/filing.ts';
import { listHospitals } from '../database/hospital.ts';
import { getPerson } from '../database/person.ts';
import type { Db } from '../database/statement.ts';
import type { VisitSeen } from '../readiness/input.ts';
import { type VisitCase, visitReader } from '../readiness/visit-case.ts';
import { demandsOf, lacksOf } from '../readiness/visit-demands.ts';
import { knownOf, situationsOf } from './readiness-input.ts';
import { resolveFor } from './rule-pack.ts';
import { openShelf } from './visit-shelf.ts';

/** Each a list of kinds of which one is enough. `missing`: those of `demands` that are not met. */
export type VisitDemands = { demands: PaperKind[][]; missing: PaperKind[][] };

/** Answers for any number of visits; what people and places have in common is read once. */
export function openDemands(db: Db, shelf = openShelf(db, [])): (visit: Visit) => VisitDemands {
  const hospitals = listHospitals(db);
  const packs = new Map<string, ReturnType<typeof resolveFor>>();
  const readers = new Map<string, (seen: VisitSeen) => VisitCase>();
  const packFor = (place: string) => {
    const pack = packs.get(place) ?? resolveFor(db, place);
    packs.set(place, pack);
    return pack;
  };
  const readerFor = (personId: string) => {
    const known = readers.get(personId);
    if (known) return known;
    const person = getPerson(db, personId, true);
    const reader = visitReader({
      ...{ person, hospitals, pack: packFor(person.insuredPlaceCode) },
      ...{ filings: listFilings(db, personId), ...knownOf(getPersonFacts(db, personId)) },
    });
    readers.set(personId, reader);
    return reader;
  };
  return (visit) => {
    const one = readerFor(visit.personId)({
      ...{ visit, invoices: shelf.invoices(visit.id) },
      papers: shelf.papers(visit.id).map((paper) => ({ paper, facts: null })),
      situations: situationsOf(shelf.facts(visit.id)),
    });
    return {
      demands: demandsOf(one).map(({ kinds }) => kinds),
      missing: lacksOf(one).flatMap(({ kinds, severity }) => (severity === 'advice' ? [] : [kinds])),
    };
  };
}
