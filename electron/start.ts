// `npm start`: builds what changed, then opens the window, or the loopback page where there is no Electron.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Problem } from '../shared/problems.ts';
import { explainProblem } from '../shared/words/problems.ts';
import { reportBug } from './files/bug-log.ts';
import { usualVaultFolder } from './files/vault-folder.ts';
import { build, isBuilt } from './start/build.ts';
import { hasDisplay, obtainElectron } from './start/electron-runtime.ts';
import { readStartOptions, type StartOptions } from './start/options.ts';
import { fillWithSample, runElectron } from './start/run-electron.ts';
import { runPage } from './start/run-page.ts';
import { startWords, terminalLanguage } from './words/start.ts';

const root = resolve(import.meta.dirname, '..');
const language = terminalLanguage();
const words = startWords[language];

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Electron's program, or null after saying in one line why the page opens instead. */
async function chooseElectron(options: StartOptions): Promise<string | null> {
  if (options.page) return null;
  if (!hasDisplay()) {
    say(words.noDisplay);
    return null;
  }
  const electron = await obtainElectron(root);
  if (!electron) say(words.noWindow);
  return electron;
}

async function openOrganizer(options: StartOptions, vaultDir: string): Promise<number> {
  const electron = await chooseElectron(options);
  if (electron) {
    if (options.sample) {
      say(words.sampleDrawing);
      await fillWithSample(vaultDir);
    }
    const end = await runElectron(electron, root, vaultDir);
    if (!end.failed) return end.code;
    say(words.windowFailed);
  }
  const isFilled = electron !== null;
  await runPage({
    vaultDir,
    rendererDir: join(root, 'out/renderer'),
    options: { ...options, sample: options.sample && !isFilled },
    words,
  });
  return 0;
}

async function prepare(): Promise<boolean> {
  if (isBuilt(root)) return true;
  say(words.building);
  const failure = await build(root);
  if (failure === null) return true;
  say(`${failure}\n${words.buildFailed}`);
  return false;
}

function readOptions(): StartOptions | null {
  try {
    return readStartOptions(process.argv.slice(2));
  } catch (error) {
    say(`${words.wrongOption} ${error instanceof Error ? error.message : String(error)}\n${words.usage}`);
    return null;
  }
}

async function start(): Promise<number> {
  const options = readOptions();
  if (!options) return 2;
  if (!(await prepare())) return 3;
  const thrownAway = options.sample ? mkdtempSync(join(tmpdir(), 'guibao-sample-')) : null;
  try {
    return await openOrganizer(options, thrownAway ?? options.vault ?? usualVaultFolder());
  } catch (error) {
    const fact =
      error instanceof Problem ? error.toFact() : { code: 'bug', params: { id: reportBug(error) } };
    say(explainProblem(fact, language));
    return error instanceof Problem ? 1 : 3;
  } finally {
    if (thrownAway) rmSync(thrownAway, { recursive: true, force: true });
  }
}

process.exitCode = await start();
