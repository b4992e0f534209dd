// Hands one file to the other side: by its path where there is one, else by its bytes.

import { intakeAddress } from '../../shared/addresses.ts';
import { type Answer, type CallOutput, calls, type IntakeTarget } from '../../shared/calls.ts';
import type { IntakeOrder } from '../../shared/intake-order.ts';
import { Problem } from '../../shared/problems.ts';
import { call, unwrapAnswer } from '../client.ts';
import type { QueueItem } from './queue-item.ts';

type Added = CallOutput<'scan.add'>;

type Sent = { name: string; target: IntakeTarget | null; password: string; order: IntakeOrder };

const post = (body: Blob, { name, target, password, order }: Sent): Promise<Response> =>
  fetch(intakeAddress(name, target, { password, order, lookAlikes: 'later' }), { method: 'POST', body });

/** Its place in line would be waited for: an empty body, which is not kept, passes it on. */
async function refuseUnreadable(sent: Sent): Promise<never> {
  await post(new Blob([]), sent).catch(() => undefined);
  throw new Problem('path-unreadable', { path: sent.name, file: sent.name, reason: 'NotReadable' });
}

/** The browser says only that sending failed, as it does when the program is gone: whether the file is, is asked first. */
async function upload(file: File, sent: Sent): Promise<Added> {
  const isReadable = await file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
  if (!isReadable) return refuseUnreadable(sent);
  const answer = (await (await post(file, sent)).json()) as Answer<unknown>;
  return calls['scan.add'].output.parse(unwrapAnswer(answer));
}

type Sendable = Pick<QueueItem, 'name' | 'source' | 'target' | 'password'>;

/** Throws a Problem when it is refused before it was looked at; a refusal after that is in the outcome. */
export function sendFile({ source, ...file }: Sendable, order: IntakeOrder): Promise<Added> {
  const sent = { ...file, order };
  if (source === null) return refuseUnreadable(sent);
  if ('file' in source) return upload(source.file, sent);
  const { name, target, password } = file;
  return call('scan.add', {
    ...{ path: source.path, fileName: name, target, password, order },
    lookAlikes: 'later',
  });
}
