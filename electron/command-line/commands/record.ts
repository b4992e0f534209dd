// What the commands about records share: saving one and saying its id, reading counts, clearing by a blank.

import type { CallInput, CallName } from '../../../shared/calls.ts';
import { Problem } from '../../../shared/problems.ts';
import type { Session } from '../session.ts';

/** Makes the call; as text, only the id of what was saved. */
export async function saveRecord<N extends CallName>(
  session: Session,
  call: N,
  input: CallInput<N>,
): Promise<void> {
  const result = await session.ask(call, input);
  const [saved] = Object.values(result).filter((value) => typeof value === 'object' && 'id' in value);
  session.print(result, () => (saved as { id: string } | undefined)?.id ?? session.say('done'));
}

/** 0 to 999; throws input-invalid. */
export function readCount(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new Problem('input-invalid', { field: text, reason: '0-999' });
  return Number(text);
}

/** Null for a blank, which takes back what was said. */
export const readCountOrNothing = (text: string): number | null =>
  text.trim() === '' ? null : readCount(text.trim());

/** A list that was given anew; blanks are left out, so that one blank empties it. */
export const readList = (texts: readonly string[]): string[] => texts.filter((text) => text.trim() !== '');

/** Only what was given on the command line, laid over what is kept. */
export const given = <Fields extends object>(
  fields: {
    [K in keyof Fields]?: Fields[K] | undefined;
  },
): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;
