// Identifiers of people, institutions and receipts; every rule with its public vectors in the test beside it.

import { isCalendarDate } from './dates.ts';

const CITIZEN_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CITIZEN_CHECKS = '10X98765432';

/** The 18th character for the first 17 digits of a citizen number (GB 11643). */
export function citizenIdCheck(first17: string): string {
  const sum = CITIZEN_WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return CITIZEN_CHECKS[sum % 11] ?? '';
}

/** Trims, folds full-width characters and a small x; a 15-digit number of the old form gets its 19 and its check. */
export function normalizeCitizenId(text: string): string {
  const plain = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  if (!/^\d{15}$/.test(plain)) return plain;
  const long = `${plain.slice(0, 6)}19${plain.slice(6)}`;
  return long + citizenIdCheck(long);
}

/** True for a normalized 18-character citizen number (居民身份证号) with a real birth date and the right check character. */
export function isCitizenId(id: string): boolean {
  if (!/^[1-9]\d{5}(18|19|20)\d{9}[\dX]$/.test(id)) return false;
  // The calendar repeats every 400 years: moved there, a birth before 1900 is judged like any other.
  const birth = `${Number(id.slice(6, 10)) + 400}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  return isCalendarDate(birth) && citizenIdCheck(id) === id[17];
}

/** Keeps the first 3 and last 4 characters, for lists and lock screens: "532***********0019". */
export function maskIdentifier(id: string): string {
  return id.length <= 8 ? id : `${id.slice(0, 3)}${'*'.repeat(id.length - 7)}${id.slice(-4)}`;
}

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** True for a unified social credit code (统一社会信用代码, GB 32100-2015). */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  const sum = CREDIT_WEIGHTS.reduce(
    (total, weight, at) => total + weight * CREDIT_ALPHABET.indexOf(code[at] ?? ''),
    0,
  );
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31] === code[17];
}

/** Six digits of GB/T 2260 as the insured place (参保地) is coded. Shape only. */
export const isPlaceCode = (code: string): boolean => /^[1-9]\d{5}$/.test(code);

/** Luhn over 12 to 19 digits. Passbook numbers need not pass: a reason to ask, never to refuse. */
export function passesLuhn(account: string): boolean {
  if (!/^\d{12,19}$/.test(account)) return false;
  const sum = [...account].reverse().reduce((total, digit, at) => {
    const doubled = at % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

export type InvoiceIdentity = { kind: string; code: string; number: string };

/** The key under which the same invoice is found again; undefined while there is no number to go by. */
export function invoiceKey({ kind, code, number }: InvoiceIdentity): string | undefined {
  if (!number) return undefined;
  if (/^\d{20}$/.test(number)) return `digital:${number}`;
  if (/^\d{8}$/.test(code) && /^\d{10}$/.test(number)) return `fiscal:${code}:${number}`;
  if (/^\d{10}(\d{2})?$/.test(code) && /^\d{8}$/.test(number)) return `vat:${code}:${number}`;
  return `${kind}:${code}:${number}`;
}
