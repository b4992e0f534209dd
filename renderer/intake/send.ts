// Hands one file to the other side: by its path where there is one, else by its bytes.

import { intakeAddress } from '../../shared/addresses.ts';
import { type Answer, type CallOutput, calls, type IntakeTarget } from '../../shared/calls.ts';
import { call, unwrapAnswer } from '../client.ts';
import type { QueueItem } from './queue.ts';

type Added = CallOutput<'scan.add'>;

async function upload(file: File, name: string, target: IntakeTarget | null): Promise<Added> {
  const response = await fetch(intakeAddress(name, target), { method: 'POST', body: file });
  const answer = (await response.json()) as Answer<unknown>;
  return calls['scan.add'].output.parse(unwrapAnswer(answer));
}

/** Throws a Problem when it is refused before it was looked at; a refusal after that is in the outcome. */
export function sendFile({
  name,
  source,
  target,
}: Pick<QueueItem, 'name' | 'source' | 'target'>): Promise<Added> {
  return 'path' in source
    ? call('scan.add', { path: source.path, fileName: name, target })
    : upload(source.file, name, target);
}
