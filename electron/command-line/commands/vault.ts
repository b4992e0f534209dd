// init, check, sample, settings, undo, call: commands about the vault as a whole.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { type Command, Option } from 'commander';
import { type CallName, calls, type UndoStep } from '../../../shared/calls.ts';
import { settings } from '../../../shared/domain.ts';
import { Problem } from '../../../shared/problems.ts';
import { VAULT_FILE } from '../../database/open.ts';
import { writeSample } from '../../sample/write-sample.ts';
import { alignRows } from '../output.ts';
import { askVault, type Run } from '../session.ts';

export function addVaultCommands(program: Command, run: Run): void {
  const { say } = run;
  program
    .command('init')
    .description(say('init'))
    .action(() => init(run));
  program
    .command('check')
    .description(say('check'))
    .action(() => checkVault(run));
  program
    .command('sample')
    .description(say('sample'))
    .action(() => sample(run));
  addSettings(program, run);
  program
    .command('undo')
    .description(say('undo'))
    .argument('[JSON]', say('undoSteps'), '-')
    .action((text: string) => undo(run, text));
  program
    .command('call')
    .description(say('call'))
    .argument('<NAME>', say('callName'))
    .argument('[JSON]', say('callInput'), '{}')
    .action((name: string, text: string) => call(run, name, text));
}

async function init(run: Run): Promise<void> {
  if (existsSync(join(run.vaultDir, VAULT_FILE))) throw new Problem('vault-exists', { dir: run.vaultDir });
  await run.withSession({ access: 'write', create: true }, async ({ context, say, print }) => {
    print({ vault: context.vault.dir }, () => `${say('vaultMade')}: ${context.vault.dir}`);
  });
}

const checkVault = (run: Run): Promise<void> =>
  run.withSession({ access: 'read' }, async ({ context, ask, say, print }) => {
    const found = await ask('vault.check', {});
    print(found, () => {
      const facts = `${found.scans} ${say('scansKept')}, ${found.bytes} B`;
      return found.ok ? `${say('vaultSound')} (${facts})` : [facts, ...found.troubles].join('\n');
    });
    if (found.ok) return;
    run.exitCode = 1;
    if (!run.options.json)
      throw new Problem('vault-damaged', { dir: context.vault.dir, detail: found.troubles[0] ?? '' });
  });

const sample = (run: Run): Promise<void> =>
  run.withSession({ access: 'write', create: true }, async ({ context, print }) => {
    const written = await writeSample(context);
    print(written, () =>
      alignRows(Object.entries(written).map(([name, ids]) => [name, [ids].flat().join(' ')])),
    );
  });

function addSettings(program: Command, run: Run): void {
  const { say } = run;
  const group = program.command('settings').description(say('settings'));
  const describe = (values: object) =>
    alignRows(Object.entries(values).map(([name, value]) => [name, String(value)]));
  group
    .command('show')
    .description(say('settingsShow'))
    .action(() =>
      run.withSession({ access: 'read' }, async ({ ask, print }) => {
        const values = await ask('settings.get', {});
        print(values, () => describe(values));
      }),
    );
  group
    .command('set')
    .description(say('settingsSet'))
    .addOption(new Option('--language <LANGUAGE>', say('language')).choices(settings.shape.language.options))
    .addOption(new Option('--text-size <SIZE>', say('textSize')).choices(settings.shape.textSize.options))
    .addOption(new Option('--theme <THEME>', say('theme')).choices(settings.shape.theme.options))
    .addOption(new Option('--notices <ON>', say('notices')).choices(settings.shape.notices.options))
    .addOption(new Option('--packet-order <ORDER>', say('order')).choices(settings.shape.packetOrder.options))
    .action((wanted: object) =>
      run.withSession({ access: 'write' }, async ({ ask, print }) => {
        const values = await ask('settings.set', wanted);
        print(values, () => describe(values));
      }),
    );
}

/** The JSON typed or piped in; throws input-invalid. */
async function readJson(run: Run, text: string): Promise<unknown> {
  const json = text === '-' ? await readAll(process.stdin) : text;
  try {
    return JSON.parse(json);
  } catch {
    throw new Problem('input-invalid', { field: 'JSON', reason: run.say('notJson') });
  }
}

async function undo(run: Run, text: string): Promise<void> {
  const given = await readJson(run, text);
  const steps = (Array.isArray(given) ? given : (given as { undo?: unknown } | null)?.undo) as UndoStep[];
  await run.withSession({ access: 'write' }, async ({ ask, print, say }) => {
    const result = await ask('undo.apply', { steps });
    print(result, () => say('done'));
  });
}

async function call(run: Run, name: string, text: string): Promise<void> {
  const input = await readJson(run, text);
  const access = Object.hasOwn(calls, name) ? calls[name as CallName].access : undefined;
  if (access === undefined) throw new Problem('unknown-call', { call: name });
  await run.withSession({ access }, async ({ context, print }) => {
    const value = await askVault(context, name as CallName, input);
    print(value, () => JSON.stringify(value, null, 2));
  });
}
