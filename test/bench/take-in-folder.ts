// Run by intake.ts: takes the files of a folder into a new vault as the window does, and says what it cost as one line of JSON.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openVault } from '../../electron/database/open.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { answer } from '../../electron/handlers/answer.ts';
import { scanPicture } from '../../electron/intake/pictures.ts';
import type { CallOutput } from '../../shared/calls.ts';
import { FILES_AT_ONCE, openLine } from '../../shared/intake-order.ts';

/**
 * `blockMs`: the longest time in which the main thread did not come round, which on a busy machine counts what other programs
 * took; `blockCpuMs`: the longest in its own processor time. `megabytes` of this process and its children together.
 */
export type TakenInFolder = {
  files: number;
  seconds: number;
  /** Until each kept file had been held against those before it as well. */
  comparedSeconds: number;
  blockMs: number;
  blockCpuMs: number;
  overFifty: number;
  megabytes: number;
};

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

/** Notes how long the main thread is away between two looks at the clock. */
function watchMainThread(): () => Pick<TakenInFolder, 'blockMs' | 'blockCpuMs' | 'overFifty'> {
  const seen = { blockMs: 0, blockCpuMs: 0, overFifty: 0 };
  const cpuNow = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let [last, cpu] = [performance.now(), cpuNow()];
  const look = setInterval(() => {
    const [now, spent] = [performance.now(), cpuNow()];
    seen.blockMs = Math.max(seen.blockMs, now - last);
    seen.blockCpuMs = Math.max(seen.blockCpuMs, spent - cpu);
    if (now - last > 50) seen.overFifty += 1;
    [last, cpu] = [now, spent];
  }, 1);
  return () => {
    clearInterval(look);
    return seen;
  };
}

async function run(folder: string, dir: string): Promise<TakenInFolder> {
  const paths = readdirSync(folder).sort();
  const vault = openVault(dir, { access: 'write', way: 'command-line', create: true });
  const context = { vault, workshop: openWorkshop(), way: 'window', now: () => new Date() } as const;
  let megabytes = 0;
  const memory = setInterval(() => {
    megabytes = Math.max(megabytes, residentMegabytes());
  }, 100);
  const stop = watchMainThread();
  const start = performance.now();
  const scans: string[] = [];
  const [waiting, nextPlace] = [[...paths.entries()].reverse(), openLine()];
  const send = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [at, name] = next;
      const told = await answer(context, 'scan.add', {
        path: join(folder, name),
        order: nextPlace(),
        lookAlikes: 'later',
      });
      if (!told.ok) throw new Error(`${name}: ${told.problem.code}`);
      const { scan } = told.value as CallOutput<'scan.add'>;
      if (!scan) throw new Error(`${name} was refused`);
      scans.push(scan);
      // The window shows some of what came in while more comes.
      if (at % 10 === 0) await scanPicture(context, scan, 0, 320, 0);
    }
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, send));
  const seconds = (performance.now() - start) / 1000;
  const uncompared = [...scans];
  const compare = async () => {
    for (let id = uncompared.shift(); id; id = uncompared.shift()) {
      const told = await answer(context, 'scan.look-alikes', { id, before: true });
      if (!told.ok) throw new Error(told.problem.code);
    }
  };
  await Promise.all([compare(), compare()]);
  const comparedSeconds = (performance.now() - start) / 1000;
  const blocks = stop();
  clearInterval(memory);
  await context.workshop.close();
  vault.close();
  return { files: paths.length, seconds, comparedSeconds, ...blocks, megabytes };
}

const [folder = '', dir = ''] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(await run(folder, dir))}\n`);
