// Ends this process when it eats too much memory or has lost its parent, even while a decoder keeps it busy.

import { Worker } from 'node:worker_threads';
import { TOO_HUNGRY } from './task.ts';

/** Runs in a thread of its own, because the main thread cannot look at a clock while it decodes. */
const watch = (workingBytes: number) => `
const { writeSync } = require('node:fs');
const parent = process.ppid;
const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};
const end = (reason) => {
  try { writeSync(2, reason + '\\n'); } catch {}
  process.kill(process.pid, 'SIGKILL');
};
setInterval(() => {
  if (process.memoryUsage.rss() > ${workingBytes}) end('${TOO_HUNGRY}');
  if (process.ppid !== parent || !isAlive(parent)) end('orphaned');
}, 100);
`;

export function guardMemory(workingBytes: number): void {
  const thread = new Worker(watch(workingBytes), {
    eval: true,
    resourceLimits: { maxOldGenerationSizeMb: 16 },
  });
  thread.unref();
}
