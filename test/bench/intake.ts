// How fast files come in, beside cp and sha256sum. Run: node test/bench/intake.ts [count]

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openVault } from '../../electron/database/open.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { answer } from '../../electron/handlers/answer.ts';
import { phonePhotos } from './phone-photos.ts';

const count = Number(process.argv[2] ?? 100);
const dir = mkdtempSync(join(tmpdir(), 'guibao-bench-intake-'));
const say = (name: string, seconds: number, more = '') =>
  process.stdout.write(
    `${name.padEnd(22)} ${seconds.toFixed(1).padStart(7)} s ${(count / seconds).toFixed(1).padStart(7)} files/s ${more}\n`,
  );

/** Of this process and its children together, in MB. */
function residentMegabytes(): number {
  if (process.platform !== 'linux') return process.memoryUsage.rss() / 1e6;
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ');
  const pages = ['self', ...children.filter(Boolean)].map((id) => {
    try {
      return Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]);
    } catch {
      return 0;
    }
  });
  return (pages.reduce((sum, value) => sum + value, 0) * 4096) / 1e6;
}

try {
  const paths = await phonePhotos(count);
  const vault = openVault(join(dir, 'vault'), { access: 'write', way: 'command-line', create: true });
  const context = { vault, workshop: openWorkshop(), way: 'command-line', now: () => new Date() } as const;
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, residentMegabytes());
  }, 50);
  const start = performance.now();
  for (const path of paths) {
    const told = await answer(context, 'scan.add', { path });
    if (!told.ok) throw new Error(told.problem.code);
  }
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  say('taken in', seconds, `peak ${Math.round(peak)} MB`);
  await context.workshop.close();
  vault.close();
  const copies = join(dir, 'copies');
  mkdirSync(copies);
  const begun = performance.now();
  execFileSync('cp', [...paths, copies]);
  execFileSync('sha256sum', paths, { stdio: 'ignore' });
  say('cp and sha256sum', (performance.now() - begun) / 1000);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
