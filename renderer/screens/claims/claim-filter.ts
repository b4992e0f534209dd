// Which claims a typed text means: what the QR code on a cover says, a number, a name, a title.

import type { ClaimDetail } from '../../../shared/calls.ts';

/** What the code on the cover begins with; a scanner types it like a keyboard. */
const CODE = /^guibao:claim:/i;
const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** True when the claim is meant; an empty text means every claim, the code on a cover exactly one. */
export function isMeant({ claim, person }: ClaimDetail, typed: string): boolean {
  const text = fold(typed);
  if (CODE.test(text)) return fold(claim.number) === text.replace(CODE, '').trim();
  return [claim.number, claim.title, person.name].some((name) => fold(name).includes(text));
}
