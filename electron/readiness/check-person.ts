// The person's numbers and the account the money goes to.

import { isCitizenId, normalizeCitizenId, passesLuhn } from '../../shared/identifiers.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import type { ResolvedRule } from '../../shared/rules/resolved-pack.ts';
import { matchNames } from './fold-text.ts';
import type { PayeeKind } from './input.ts';
import { makeFinding } from './make-finding.ts';
import { type ClaimCase, papersOf } from './visit-case.ts';

export function checkCitizenId({ person }: ClaimCase): Finding[] {
  const said = { field: 'citizenId', do: 'home', action: 'edit-person' } as const;
  if (person.citizenId === '') return [makeFinding('citizen-id-missing', 'likely-returned', said)];
  // Officers' cards and permits are no citizen numbers: what does not look like one is left alone.
  const number = normalizeCitizenId(person.citizenId);
  const looksLikeOne = /^\d{17}[\dX]$/.test(number);
  return looksLikeOne && !isCitizenId(number) ? [makeFinding('citizen-id-wrong', 'blocks', said)] : [];
}

export function checkAccount(claim: ClaimCase): Finding[] {
  const rule = claim.cases[0]?.rule('accounts');
  const { person } = claim;
  if (person.bankAccount === '') return missingAccount(claim, rule);
  return [...checkKind(claim, rule), ...checkPayee(claim), ...checkNumber(person.bankAccount)];
}

const said = { field: 'bankAccount', do: 'home', action: 'edit-account' } as const;

/** What the cover prints and the office would have to ask for. */
export function checkCover({ person }: ClaimCase): Finding[] {
  const ofAccount = person.bankAccount === '' ? [] : (['payeeName', 'bankName'] as const);
  return (['phone', ...ofAccount] as const)
    .filter((field) => person[field].trim() === '')
    .map((field) =>
      makeFinding('cover-field-empty', 'advice', {
        ...{ field, params: { field }, do: 'home', action: 'edit-person' },
      }),
    );
}

/** The money of a social-security card goes to its own account: its card number is enough where the place takes it. */
function missingAccount(
  { person, payeeKind }: ClaimCase,
  rule: ResolvedRule<'accounts'> | undefined,
): Finding[] {
  const takesCard = rule?.rule.accept.includes('social-security-card') ?? false;
  if (takesCard && payeeKind === 'social-security-card' && person.socialSecurityCard !== '') return [];
  if (rule && !rule.hint && rule.rule.accept.every((kind) => kind === 'employer')) return [];
  return [makeFinding('payee-account-missing', rule ? 'blocks' : 'likely-returned', { ...said, rule })];
}

/** A bank account of one's own is asked for as such or as one of the first class. */
const countsAs: Partial<Record<PayeeKind, readonly PayeeKind[]>> = { 'class-one-account': ['own-bank-card'] };

function checkKind(claim: ClaimCase, rule: ResolvedRule<'accounts'> | undefined): Finding[] {
  if (!rule) return [];
  const { accept, banks } = rule.rule;
  const params = { accepted: accept.join(), bank: claim.person.bankName, banks: banks.join('、') };
  const kind = claim.payeeKind ?? (isOther(claim) ? 'relative' : undefined);
  if (kind === undefined)
    return [makeFinding('payee-account-kind-unknown', 'advice', { ...said, params, rule })];
  const isTaken = [kind, ...(countsAs[kind] ?? [])].some((one) => accept.includes(one));
  const isBank =
    banks.length === 0 ||
    claim.person.bankName === '' ||
    banks.some((bank) => claim.person.bankName.includes(bank));
  if (isTaken && isBank) return [];
  return [
    makeFinding('payee-account-not-accepted', 'likely-returned', {
      ...said,
      params: { ...params, kind },
      rule,
    }),
  ];
}

const isOther = ({ person }: ClaimCase): boolean =>
  person.payeeName !== '' && matchNames(person.payeeName, person.name) === 'different';

/** Another holder needs proof of the relation; with it, it is only worth knowing. */
function checkPayee(claim: ClaimCase): Finding[] {
  if (!isOther(claim) || claim.payeeKind === 'employer') return [];
  const isProven =
    claim.standingPapers.some(({ kind, pages }) => kind === 'relationship-proof' && pages.length > 0) ||
    claim.cases.some((one) => papersOf(one, 'relationship-proof').length > 0);
  const params = { payee: claim.person.payeeName, name: claim.person.name };
  return [
    makeFinding('payee-name-differs', isProven ? 'advice' : 'likely-returned', {
      ...said,
      field: 'payeeName',
      params,
    }),
  ];
}

/** Passbook numbers need not pass: a reason to look, never to refuse. */
function checkNumber(account: string): Finding[] {
  const digits = account.normalize('NFKC').replace(/[\s-]/g, '');
  return passesLuhn(digits) ? [] : [makeFinding('bank-account-unlikely', 'advice', said)];
}
