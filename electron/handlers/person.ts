// Calls about people.

import { isDeepStrictEqual } from 'node:util';
import { type PersonFields, personFields } from '../../shared/domain.ts';
import { isCitizenId, isPlaceCode, normalizeCitizenId } from '../../shared/identifiers.ts';
import { Problem } from '../../shared/problems.ts';
import * as table from '../database/person.ts';
import { inTransaction } from '../database/statement.ts';
import type { Handler } from './context.ts';
import { rememberPacks } from './rule-pack-update.ts';

export const listPeople: Handler<'person.list'> = ({ vault }, { archived }) =>
  table.listPeople(vault.db, archived);

export const getPerson: Handler<'person.get'> = ({ vault }, { id }) => table.getPerson(vault.db, id);

export const savePerson: Handler<'person.save'> = ({ vault: { db }, now }, input) =>
  inTransaction(db, () => {
    const fields = checkFields(input.fields);
    const time = now().toISOString();
    rememberPacks(db, [fields.insuredPlaceCode], time);
    if (input.id === null) {
      const person = table.insertPerson(db, fields, time);
      return { person, undo: [{ call: 'person.remove', input: { id: person.id } }] };
    }
    const before = table.getPerson(db, input.id);
    const old = personFields.parse(before);
    if (isDeepStrictEqual(old, fields)) return { person: before, undo: [] };
    const person = table.updatePerson(db, input.id, fields, time);
    return { person, undo: [{ call: 'person.save', input: { id: input.id, fields: old } }] };
  });

/** The fields as they are stored. */
function checkFields(fields: PersonFields): PersonFields {
  const citizenId = normalizeCitizenId(fields.citizenId);
  if (citizenId !== '' && !isCitizenId(citizenId)) {
    throw new Problem('citizen-id-invalid', { value: fields.citizenId });
  }
  const insuredPlaceCode = fields.insuredPlaceCode.normalize('NFKC').trim();
  if (insuredPlaceCode !== '' && !isPlaceCode(insuredPlaceCode)) {
    throw new Problem('place-code-invalid', { value: fields.insuredPlaceCode });
  }
  return { ...fields, citizenId, insuredPlaceCode };
}

export const archivePerson: Handler<'person.archive'> = ({ vault: { db } }, { id, archived }) =>
  inTransaction(db, () => {
    const before = table.getPerson(db, id);
    if (before.archived === archived) return { person: before, undo: [] };
    table.archivePerson(db, id, archived);
    const undo = [{ call: 'person.archive', input: { id, archived: before.archived } }];
    return { person: table.getPerson(db, id), undo };
  });

export const removePerson: Handler<'person.remove'> = ({ vault: { db }, now }, { id }) =>
  inTransaction(db, () => {
    const person = table.getPerson(db, id);
    const count = table.countDependents(db, id);
    if (count > 0) throw new Problem('has-dependents', { what: 'person', count });
    table.markPersonRemoved(db, id, now().toISOString());
    return { undo: [{ call: 'person.restore', input: { person } }] };
  });

export const restorePerson: Handler<'person.restore'> = ({ vault: { db } }, { person }) =>
  inTransaction(db, () => {
    table.markPersonRemoved(db, person.id, null);
    return { person: table.getPerson(db, person.id) };
  });
