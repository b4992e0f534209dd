// Calls about filings for care away from home.

import { isDeepStrictEqual } from 'node:util';
import { type FilingFields, filingFields } from '../../shared/claim-life.ts';
import { isPlaceCode } from '../../shared/identifiers.ts';
import { Problem } from '../../shared/problems.ts';
import * as table from '../database/filing.ts';
import { getPerson } from '../database/person.ts';
import { getStandingPaper } from '../database/standing-paper.ts';
import { type Db, inTransaction } from '../database/statement.ts';
import type { Handler } from './context.ts';

export const listFilings: Handler<'filing.list'> = ({ vault: { db } }, { personId }) =>
  table.listFilings(db, personId);

export const saveFiling: Handler<'filing.save'> = ({ vault: { db }, now }, { id, fields: given }) =>
  inTransaction(db, () => {
    const fields = checkFields(db, given);
    const time = now().toISOString();
    if (id === null) {
      const filing = table.insertFiling(db, fields, time);
      return { filing, undo: [{ call: 'filing.remove', input: { id: filing.id } }] };
    }
    const before = table.getFiling(db, id);
    const old = filingFields.parse(before);
    if (isDeepStrictEqual(old, fields)) return { filing: before, undo: [] };
    const filing = table.updateFiling(db, id, fields, time);
    return { filing, undo: [{ call: 'filing.save', input: { id, fields: old } }] };
  });

function checkFields(db: Db, given: FilingFields): FilingFields {
  getPerson(db, given.personId);
  checkSpan(given.from, given.to);
  checkProof(db, given.proofId, given.personId);
  return {
    ...given,
    cityCode: checkPlaceCode(given.cityCode),
    hospitals: given.hospitals.filter((name) => name !== ''),
  };
}

/** Throws `date-order`; an end that is '' is open. */
export function checkSpan(from: string, to: string): void {
  if (to !== '' && to < from) throw new Problem('date-order', { from, to });
}

/** A proof is a standing paper of the same person, not removed. */
export function checkProof(db: Db, proofId: string | null, personId: string): void {
  if (proofId !== null && getStandingPaper(db, proofId).personId !== personId)
    throw new Problem('not-found', { what: 'standing-paper', id: proofId });
}

/** The code as it is stored; throws `place-code-invalid`. */
export function checkPlaceCode(given: string): string {
  const code = given.normalize('NFKC').trim();
  if (code !== '' && !isPlaceCode(code)) throw new Problem('place-code-invalid', { value: given });
  return code;
}

export const removeFiling: Handler<'filing.remove'> = ({ vault: { db }, now }, { id }) =>
  inTransaction(db, () => {
    table.getFiling(db, id);
    table.markFilingRemoved(db, id, now().toISOString());
    return { undo: [{ call: 'filing.restore', input: { id } }] };
  });

export const restoreFiling: Handler<'filing.restore'> = ({ vault: { db } }, { id }) =>
  inTransaction(db, () => {
    getPerson(db, table.getFiling(db, id, true).personId);
    table.markFilingRemoved(db, id, null);
    return { filing: table.getFiling(db, id) };
  });
