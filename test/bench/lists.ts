// What the lists cost that open with the program, in a vault of 1,000 visits and 100 claims. Run: node test/bench/lists.ts

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillManyVisits } from './many-visits.ts';

const scratch = mkdtempSync(join(tmpdir(), 'guibao-lists-'));
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** Milliseconds of user and system time of this process. */
async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  let bytes = 0;
  for (let run = 0; run < 6; run++) {
    const from = process.cpuUsage();
    const told = await work();
    const { user, system } = process.cpuUsage(from);
    times.push((user + system) / 1000);
    bytes = JSON.stringify(told).length;
  }
  const least = Math.min(...times.slice(1));
  say(
    `${name}: first ${times[0]?.toFixed(0)} ms, then ${least.toFixed(0)} ms, ${(bytes / 1e6).toFixed(2)} MB`,
  );
}

try {
  const { context, ask, people, claims } = await fillManyVisits(join(scratch, 'vault'));
  const [person = ''] = people;
  const [claim = ''] = claims;
  say(`${people.length} people, ${claims.length} claims; milliseconds of processor time`);
  await measure('claim.list', () => ask('claim.list', {}));
  await measure('claim.list of one person', () => ask('claim.list', { personId: person }));
  await measure('claim.get', () => ask('claim.get', { id: claim }));
  await measure('claim.readiness', () => ask('claim.readiness', { id: claim }));
  await measure('visit.list', () => ask('visit.list', {}));
  await measure('visit.list, in no claim', () => ask('visit.list', { unclaimed: true }));
  await measure('person.board', () => ask('person.board', { personId: person }));
  await measure('deadlines.list', () => ask('deadlines.list', {}));
  context.vault.close();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
