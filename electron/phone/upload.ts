// One file from the phone: the name it is kept under, and what became of it.

import type { Answer } from '../../shared/calls.ts';
import { calls } from '../../shared/calls.ts';
import type { PhoneArrival } from '../../shared/ways-in-calls.ts';
import { failureReply } from '../addresses/replies.ts';

export type PhoneDelivery = Omit<PhoneArrival, 'number'>;

/** What phones call every picture they take for a page. */
const nameless = /^(image|photo|img|picture|blob|captured)?(\.(jpe?g|png|heic|heif|webp))?$/i;

/** The file's own name; where it says nothing, `word` and the number of the picture. */
export function nameOfUpload(given: string, word: string, number: number): string {
  const match = nameless.exec(given.trim());
  return match ? `${word} ${number}${match[2]?.toLowerCase() ?? '.jpg'}` : given;
}

/** What intake said, or the problem it threw, as one kind of thing; null when the phone broke off in the middle. */
export async function readDelivery(
  intake: Promise<Answer<unknown>>,
  fileName: string,
  isWhole: () => boolean,
): Promise<PhoneDelivery | null> {
  const told = await intake.catch(async (error: unknown) =>
    isWhole() ? ((await failureReply(error).json()) as Answer<unknown>) : null,
  );
  if (!told) return null;
  if (!told.ok) return { file: fileName, outcome: 'refused', scan: null, problem: told.problem, undo: [] };
  const { file, outcome, scan, problem, undo } = calls['scan.add'].output.parse(told.value);
  return { file, outcome, scan, problem, undo };
}
