// Runs a command as a whole process and says its wall time and its largest memory, the median of several runs.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Seconds of wall clock; megabytes resident of the process and all its children together, the largest sum seen at one
 * moment (looked at every 20 ms; 0 where the system does not tell). Pages shared between processes count in each.
 * `cpu`: seconds of user time of all of them, as far as they were waited for; 0 where the system does not tell.
 */
export type Measured = { seconds: number; megabytes: number; cpu: number };

export const isInstalled = (tool: string): boolean => {
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const median = (values: number[]): number =>
  [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;

export async function measure(words: readonly string[], runs = 3): Promise<Measured> {
  const all: Measured[] = [];
  for (let run = 0; run < runs; run++) all.push(await runOnce(words));
  return {
    seconds: median(all.map(({ seconds }) => seconds)),
    megabytes: median(all.map(({ megabytes }) => megabytes)),
    cpu: median(all.map(({ cpu }) => cpu)),
  };
}

async function runOnce([tool = '', ...words]: readonly string[]): Promise<Measured> {
  const begun = performance.now();
  const child = spawn(tool, words, { stdio: ['ignore', 'ignore', 'inherit'] });
  const before = childrenSeconds();
  let megabytes = 0;
  const look = setInterval(() => {
    megabytes = Math.max(megabytes, residentOf(child.pid ?? 0));
  }, 20);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(look);
  if (code !== 0) throw new Error(`${tool} ended with ${code}`);
  return { seconds: (performance.now() - begun) / 1000, megabytes, cpu: childrenSeconds() - before };
}

/** User time of all ended children of this process, and of theirs; proc(5), field 16, in hundredths of a second. */
function childrenSeconds(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
    return Number(fields[13] ?? 0) / 100;
  } catch {
    return 0;
  }
}

/** In megabytes, now: the process and everything it started. */
function residentOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const own = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    return childrenOf(pid).reduce((sum, child) => sum + residentOf(child), own);
  } catch {
    return 0;
  }
}

/** A child belongs to the thread that started it. */
const childrenOf = (pid: number): number[] =>
  readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
