// Runs commands as whole processes, in turns, and says what each took: so a busy moment of the machine hits all of them.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * `seconds` of wall clock and `cpu` seconds of user and system time: the least of all runs, which is the run that was
 * disturbed least. `megabytes` resident of the process and all its children together, the most of all runs (looked at
 * every 20 ms; pages shared between processes count in each). 0 where the system does not tell.
 */
export type Measured = { seconds: number; megabytes: number; cpu: number };

/** `runs`: how often it takes its turn; `after` is called when a run has ended, with what it wrote still there. */
export type Runner = { name: string; words: readonly string[]; runs?: number; after?: () => void };

export const isInstalled = (tool: string): boolean => {
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Each in turn, `runs` times or as often as it wishes itself; a runner that fails is left out of the answer. */
export async function race(runners: readonly Runner[], runs = 3): Promise<Map<string, Measured>> {
  const all = new Map<string, Measured[]>();
  const failed = new Set<string>();
  for (let run = 0; run < runs; run++) {
    for (const { name, words, runs: own = runs, after } of runners) {
      if (run >= own || failed.has(name)) continue;
      try {
        const measured = await runOnce(words);
        all.set(name, [...(all.get(name) ?? []), measured]);
        after?.();
      } catch (error) {
        failed.add(name);
        process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
      }
    }
  }
  return new Map([...all].filter(([name]) => !failed.has(name)).map(([name, each]) => [name, best(each)]));
}

const best = (all: readonly Measured[]): Measured => ({
  seconds: Math.min(...all.map(({ seconds }) => seconds)),
  cpu: Math.min(...all.map(({ cpu }) => cpu)),
  megabytes: Math.max(...all.map(({ megabytes }) => megabytes)),
});

async function runOnce([tool = '', ...words]: readonly string[]): Promise<Measured> {
  const before = childrenSeconds();
  const begun = performance.now();
  const child = spawn(tool, words, { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (piece) => {
    complaint = (complaint + String(piece)).slice(-400);
  });
  let megabytes = 0;
  const look = setInterval(() => {
    megabytes = Math.max(megabytes, residentOf(child.pid ?? 0));
  }, 20);
  const [code] = (await once(child, 'exit')) as [number | null];
  const seconds = (performance.now() - begun) / 1000;
  clearInterval(look);
  if (code !== 0) throw new Error(`${tool} ended with ${code}: ${complaint}`);
  return { seconds, megabytes, cpu: childrenSeconds() - before };
}

/** User and system time of all ended children of this process, and of theirs; proc(5), fields 16 and 17, in hundredths. */
function childrenSeconds(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / 100;
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
