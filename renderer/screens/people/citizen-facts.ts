// What a valid citizen number says about its owner.

import { isCitizenId, normalizeCitizenId } from '../../../shared/identifiers.ts';

export type CitizenVerdict =
  | { state: 'empty' }
  | { state: 'short'; count: number }
  | { state: 'bad' }
  /** `birth` is yyyy-mm-dd: digits 7 to 14. Digit 17 is odd for men, even for women (GB 11643). */
  | { state: 'good'; id: string; birth: string; sex: 'female' | 'male' };

/** The verdict on a number while it is typed. */
export function judgeCitizenId(text: string): CitizenVerdict {
  const id = normalizeCitizenId(text);
  if (id === '') return { state: 'empty' };
  if (isCitizenId(id)) {
    const birth = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
    return { state: 'good', id, birth, sex: Number(id[16]) % 2 === 0 ? 'female' : 'male' };
  }
  return /^\d{1,17}$/.test(id) ? { state: 'short', count: id.length } : { state: 'bad' };
}
