// Runs a command as a whole process and says its wall time and its largest memory, the median of several runs.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';

/** Seconds of wall clock; megabytes resident of the process and, where Linux tells, of its children together. */
export type Measured = { seconds: number; megabytes: number };

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
  };
}

async function runOnce([tool = '', ...words]: readonly string[]): Promise<Measured> {
  const begun = performance.now();
  const child = spawn(tool, words, { stdio: ['ignore', 'ignore', 'inherit'] });
  let megabytes = 0;
  const look = setInterval(() => {
    megabytes = Math.max(megabytes, residentOf(child.pid ?? 0));
  }, 10);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(look);
  if (code !== 0) throw new Error(`${tool} ended with ${code}`);
  return { seconds: (performance.now() - begun) / 1000, megabytes };
}

/** The high-water mark of one process, in megabytes; 0 where the system does not tell. */
function residentOf(pid: number): number {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return 0;
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
