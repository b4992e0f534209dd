// claim options, settings packet: what is chosen for one packet, and for every packet of the vault.

import type { Command } from 'commander';
import { claimOptions } from '../../../shared/claim-options-calls.ts';
import { readOptions } from '../read-options.ts';
import { findId } from '../read-values.ts';
import type { Run } from '../session.ts';

type Wish = { set?: string; usual?: boolean };

export function addPacketOptionCommands(program: Command, run: Run): void {
  const { say } = run;
  const groupOf = (name: string) =>
    program.commands.find((command) => command.name() === name) ?? program.command(name);
  groupOf('claim')
    .command('options')
    .description(say('claimOptions'))
    .argument('<CLAIM>', say('claimId'))
    .option('--set <FILE.json>', say('optionsFile'))
    .option('--usual', say('optionsForget'))
    .action((text: string, { set, usual }: Wish) =>
      run.withSession({ access: set || usual ? 'write' : 'read' }, async (session) => {
        const id = await findId(session, 'claim', text);
        const show = (value: unknown) => session.print(value, () => JSON.stringify(value, null, 2));
        if (usual) show(await session.ask('claim.forget-options', { id }));
        else if (set) {
          const options = await readOptions(set, claimOptions, 'options');
          show(await session.ask('claim.set-options', { id, options }));
        } else show(await session.ask('claim.options', { id }));
      }),
    );
  groupOf('settings')
    .command('packet')
    .description(say('usualOptions'))
    .option('--set <FILE.json>', say('optionsFile'))
    .option('--reset', say('optionsReset'))
    .action(({ set, reset }: { set?: string; reset?: boolean }) =>
      run.withSession({ access: set || reset ? 'write' : 'read' }, async (session) => {
        const show = (value: unknown) => session.print(value, () => JSON.stringify(value, null, 2));
        if (set || reset) {
          const options = set ? await readOptions(set, claimOptions, 'options') : null;
          show(await session.ask('options.set-usual', { options }));
        } else show(await session.ask('options.usual', {}));
      }),
    );
}
