// Calls about hospitals: a table that grows from use, found again by a name that is only nearly the same.

import { isDeepStrictEqual } from 'node:util';
import {
  type Hospital,
  type HospitalFields,
  type HospitalMatch,
  hospitalFields,
} from '../../shared/claim-life.ts';
import { Problem } from '../../shared/problems.ts';
import * as table from '../database/hospital.ts';
import { areApart, setApart } from '../database/hospitals-apart.ts';
import { type Db, inTransaction } from '../database/statement.ts';
import type { Handler } from './context.ts';
import { checkPlaceCode } from './filing.ts';
import { haveSameOrdinals, likenessOfHospitals } from './hospital-name.ts';

const ALIKE = 0.5;
/** From here on a person is asked whether two names are one hospital. */
const SURELY_ALIKE = 0.7;
const MOST_MATCHES = 12;

export const listHospitals: Handler<'hospital.list'> = ({ vault: { db } }) => table.listHospitals(db);

type Named = Omit<HospitalMatch, 'likeness'>;

/** Every hospital once: of the table, then names only seen on visits. */
function listNamed(db: Db): Named[] {
  const visited = table.listVisitedHospitals(db);
  const visitsAt = (names: readonly string[]) =>
    visited.filter(({ name }) => names.includes(name)).reduce((sum, { visits }) => sum + visits, 0);
  const hospitals = table.listHospitals(db);
  const known = hospitals.map((hospital): Named => {
    const names = [hospital.name, ...hospital.aliases];
    return { name: hospital.name, hospital, visits: visitsAt(names) };
  });
  const taken = new Set(hospitals.flatMap(({ name, aliases }) => [name, ...aliases]));
  const seen = visited
    .filter(({ name }) => !taken.has(name))
    .map(({ name, visits }) => ({ name, hospital: null, visits }));
  return [...known, ...seen];
}

const namesOf = ({ name, hospital }: Named): string[] => [name, ...(hospital?.aliases ?? [])];

/** The most that any name of one looks like any of the other; names with other numbers in them do not count. */
const likenessOf = (one: Named, other: Named): number =>
  Math.max(
    0,
    ...namesOf(one).flatMap((name) =>
      namesOf(other)
        .filter((second) => haveSameOrdinals(name, second))
        .map((second) => likenessOfHospitals(name, second)),
    ),
  );

const likenessTo = (text: string, named: Named): number =>
  Math.max(...namesOf(named).map((name) => likenessOfHospitals(text, name)));

export const matchHospital: Handler<'hospital.match'> = ({ vault: { db } }, { text }) =>
  listNamed(db)
    .map((named) => ({ ...named, likeness: likenessTo(text, named) }))
    .filter(({ likeness }) => text.trim() === '' || likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness || b.visits - a.visits)
    .slice(0, MOST_MATCHES);

/** Two that are both in the table and have different codes are two hospitals, however much the names look alike. */
const codesDiffer = (one: Pick<Named, 'hospital'>, other: Pick<Named, 'hospital'>): boolean => {
  const [first, second] = [one.hospital?.code ?? '', other.hospital?.code ?? ''];
  return first !== '' && second !== '' && first !== second;
};

export const listAlike: Handler<'hospital.alike'> = ({ vault: { db } }) => {
  const all = listNamed(db);
  return all
    .flatMap((one, at) =>
      all.slice(at + 1).flatMap((other) => {
        const likeness = likenessOf(one, other);
        if (likeness < SURELY_ALIKE || codesDiffer(one, other)) return [];
        if (areApart(db, [one.name, other.name])) return [];
        return [{ one: { ...one, likeness }, other: { ...other, likeness } }];
      }),
    )
    .sort((a, b) => b.one.likeness - a.one.likeness)
    .slice(0, MOST_MATCHES);
};

export const setHospitalsApart: Handler<'hospital.apart'> = (
  { vault: { db } },
  { names: [one = '', other = ''], apart },
) =>
  inTransaction(db, () => {
    if (areApart(db, [one, other]) === apart) return { undo: [] };
    setApart(db, [one, other], apart);
    return { undo: [{ call: 'hospital.apart', input: { names: [one, other], apart: !apart } }] };
  });

export const saveHospital: Handler<'hospital.save'> = ({ vault: { db }, now }, { id, fields: given }) =>
  inTransaction(db, () => {
    const fields = checkFields(given);
    const time = now().toISOString();
    if (id === null) {
      const hospital = table.insertHospital(db, fields, time);
      return { hospital, undo: [{ call: 'hospital.remove', input: { id: hospital.id } }] };
    }
    const before = table.getHospital(db, id);
    const old = hospitalFields.parse(before);
    if (isDeepStrictEqual(old, fields)) return { hospital: before, undo: [] };
    const hospital = table.updateHospital(db, id, fields, time);
    return { hospital, undo: [{ call: 'hospital.save', input: { id, fields: old } }] };
  });

function checkFields(given: HospitalFields): HospitalFields {
  const code = given.code.normalize('NFKC').trim().toUpperCase();
  if (code !== '' && !/^[HP]\d{11}$/.test(code))
    throw new Problem('hospital-code-invalid', { value: given.code });
  const aliases = [...new Set(given.aliases)].filter((name) => name !== '' && name !== given.name);
  return { ...given, code, cityCode: checkPlaceCode(given.cityCode), aliases };
}

const MOST_ALIASES = 20;

export const mergeHospitals: Handler<'hospital.merge'> = ({ vault: { db }, now }, { id, name }) =>
  inTransaction(db, () => {
    const kept = table.getHospital(db, id);
    const other = table
      .listHospitals(db)
      .find((one) => one.id !== id && [one.name, ...one.aliases].includes(name));
    if (other && codesDiffer({ hospital: kept }, { hospital: other }))
      throw new Problem('hospital-codes-differ', {
        ...{ name: kept.name, code: kept.code, other: other.name, otherCode: other.code },
      });
    const fields = checkFields(joinHospitals(kept, other, name));
    if (fields.aliases.length > MOST_ALIASES)
      throw new Problem('input-invalid', { field: 'aliases', reason: `> ${MOST_ALIASES}` });
    const time = now().toISOString();
    if (other) table.markHospitalRemoved(db, other.id, time);
    return {
      hospital: table.updateHospital(db, id, fields, time),
      undo: [
        { call: 'hospital.save', input: { id, fields: hospitalFields.parse(kept) } },
        ...(other ? [{ call: 'hospital.restore', input: { id: other.id } }] : []),
      ],
    };
  });

/** What the kept one does not know, the other may say; what it knows stays. */
function joinHospitals(kept: Hospital, other: Hospital | undefined, name: string): HospitalFields {
  const { id: _, ...fields } = kept;
  const aliases = [...kept.aliases, name, ...(other ? [other.name, ...other.aliases] : [])];
  if (!other) return { ...fields, aliases };
  const city = kept.cityCode === '' && kept.cityName === '' ? other : kept;
  return {
    ...{ ...fields, aliases },
    grade: kept.grade || other.grade,
    code: kept.code || other.code,
    ...{ cityCode: city.cityCode, cityName: city.cityName },
    designated: kept.designated ?? other.designated,
  };
}

export const removeHospital: Handler<'hospital.remove'> = ({ vault: { db }, now }, { id }) =>
  inTransaction(db, () => {
    table.getHospital(db, id);
    table.markHospitalRemoved(db, id, now().toISOString());
    return { undo: [{ call: 'hospital.restore', input: { id } }] };
  });

export const restoreHospital: Handler<'hospital.restore'> = ({ vault: { db } }, { id }) =>
  inTransaction(db, () => {
    table.getHospital(db, id, true);
    table.markHospitalRemoved(db, id, null);
    return { hospital: table.getHospital(db, id) };
  });
