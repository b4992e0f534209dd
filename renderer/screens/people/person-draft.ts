// The form of a person: where it starts, what is sent, and which field a refusal belongs to.

import { type Person, type PersonFields, unknownPerson } from '../../../shared/domain.ts';
import { normalizeCitizenId } from '../../../shared/identifiers.ts';
import type { ProblemFact } from '../../../shared/problems.ts';

export const fieldNames = Object.keys(unknownPerson) as (keyof PersonFields)[];

export function fieldsOf(person: Person | null): PersonFields {
  if (!person) return unknownPerson;
  return Object.fromEntries(fieldNames.map((field) => [field, person[field]])) as PersonFields;
}

const withoutSpaces = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '');

/** Trimmed, numbers without the spaces people type between groups. The payee is the person unless told otherwise. */
export function cleanFields(typed: PersonFields): PersonFields {
  const fields = { ...unknownPerson, ...typed };
  const name = fields.name.trim();
  return {
    ...fields,
    name,
    citizenId: normalizeCitizenId(fields.citizenId),
    insuredPlaceName: fields.insuredPlaceName.trim(),
    livingPlaceName: fields.livingPlaceName.trim(),
    phone: fields.phone.trim(),
    socialSecurityCard: withoutSpaces(fields.socialSecurityCard),
    payeeName: fields.payeeName.trim() || name,
    bankName: fields.bankName.trim(),
    bankAccount: withoutSpaces(fields.bankAccount),
  };
}

export const isSame = (a: PersonFields, b: PersonFields): boolean =>
  fieldNames.every((field) => (a[field] ?? '') === (b[field] ?? ''));

const owners: Partial<Record<ProblemFact['code'], keyof PersonFields>> = {
  'name-empty': 'name',
  'citizen-id-invalid': 'citizenId',
  'place-code-invalid': 'insuredPlaceCode',
};

/** The field a problem speaks about; undefined when it is about something else. */
export function fieldOfProblem({ code, params }: ProblemFact): keyof PersonFields | undefined {
  if (code !== 'input-invalid') return owners[code];
  const named = String(params.field ?? '')
    .split('.')
    .at(-1);
  return fieldNames.find((field) => field === named);
}

/** "6222 0213 0200 1234 567", as on the card. */
export const groupByFour = (digits: string): string =>
  digits.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ');
