// Opens the loopback page for `npm start` and keeps it open until Ctrl+C.

import openBrowser from 'open';
import { openPage } from '../loopback/open-page.ts';
import type { StartWords } from '../words/start.ts';
import { hasDisplay } from './electron-runtime.ts';
import type { StartOptions } from './options.ts';

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const IMPATIENCE_MS = 3_000;

/**
 * Settles when the user or the system asks the program to end. One Ctrl+C can arrive twice (from the terminal and from npm),
 * so a second one counts only after a while: then it ends the program at once.
 */
function untilStopped(): Promise<void> {
  return new Promise((settle) => {
    let asked = 0;
    const stop = () => {
      if (asked > 0 && Date.now() - asked > IMPATIENCE_MS) process.exit(1);
      asked ||= Date.now();
      settle();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  });
}

export type PageRun = { vaultDir: string; rendererDir: string; options: StartOptions; words: StartWords };

/** Serves until stopped. Problems are those of opening a vault. */
export async function runPage({ vaultDir, rendererDir, options, words }: PageRun): Promise<void> {
  const stopped = untilStopped();
  if (options.sample) say(words.sampleDrawing);
  const page = await openPage({ vaultDir, rendererDir, sample: options.sample, port: options.port });
  if (options.sample) say(words.sampleReady);
  say(`${words.pageReady}\n\n    ${page.address}\n\n${words.stop}`);
  if (options.open && hasDisplay()) {
    // Where no browser can be started the printed address is enough.
    await openBrowser(page.address).then(
      (child) => child.on('error', () => undefined),
      () => undefined,
    );
  }
  await stopped;
  await page.close();
  say(`\n${words.closing}`);
}
