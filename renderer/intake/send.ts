// Hands one file to the other side: by its path where there is one, else by its bytes.

import { intakeAddress } from '../../shared/addresses.ts';
import { type Answer, type CallOutput, calls, type IntakeTarget } from '../../shared/calls.ts';
import type { IntakeOrder } from '../../shared/intake-order.ts';
import { call, unwrapAnswer } from '../client.ts';
import type { QueueItem } from './queue.ts';

type Added = CallOutput<'scan.add'>;

type Sent = { name: string; target: IntakeTarget | null; password: string; order: IntakeOrder };

async function upload(file: File, { name, target, password, order }: Sent): Promise<Added> {
  const response = await fetch(intakeAddress(name, target, { password, order }), {
    method: 'POST',
    body: file,
  });
  const answer = (await response.json()) as Answer<unknown>;
  return calls['scan.add'].output.parse(unwrapAnswer(answer));
}

type Sendable = Pick<QueueItem, 'name' | 'source' | 'target' | 'password'>;

/** Throws a Problem when it is refused before it was looked at; a refusal after that is in the outcome. */
export function sendFile({ name, source, target, password }: Sendable, order: IntakeOrder): Promise<Added> {
  return 'path' in source
    ? call('scan.add', { path: source.path, fileName: name, target, password, order })
    : upload(source.file, { name, target, password, order });
}
