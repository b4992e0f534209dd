// Run by kill.test.ts: takes files into a vault as the window does, a few at once in one line, and says each one's name once it is
// acknowledged. Killed at any moment.

import { basename } from 'node:path';
import { openVault } from '../../electron/database/open.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { answer } from '../../electron/handlers/answer.ts';
import { FILES_AT_ONCE, openLine } from '../../shared/intake-order.ts';

const [dir = '', ...paths] = process.argv.slice(2);
const vault = openVault(dir, { access: 'write', way: 'command-line', create: true });
const context = { vault, workshop: openWorkshop(), way: 'command-line', now: () => new Date() } as const;
const waiting = [...paths];
const nextPlace = openLine();
const work = async () => {
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const told = await answer(context, 'scan.add', { path, order: nextPlace() });
    const kept = told.ok && (told.value as { outcome: string }).outcome !== 'refused';
    if (kept) process.stdout.write(`${basename(path)}\n`);
  }
};
await Promise.all(Array.from({ length: FILES_AT_ONCE }, work));
await context.workshop.close();
vault.close();
