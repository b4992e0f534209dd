// packet sheet: the sheets that go with a packet, each a small PDF.

import { resolve } from 'node:path';
import { Argument, type Command } from 'commander';
import type { Supplies } from '../../../renderer/packet/build.ts';
import { type SheetKind, sheetKinds, writeSheets } from '../../../renderer/packet/sheets/sheet-document.ts';
import { sheetOptions } from '../../../shared/packet-options.ts';
import { refuseVaultFile } from '../../files/refuse-vault-file.ts';
import { scanRescue, sourcePrintable } from '../../intake/pictures.ts';
import { readKept } from '../export-claim.ts';
import { readPacketFont } from '../packet-report.ts';
import { readOptions } from '../read-options.ts';
import { findId } from '../read-values.ts';
import type { Run } from '../session.ts';
import { writeProven } from '../write-proven.ts';

type Options = { out: string; options?: string };

export function addSheetCommands(program: Command, run: Run): void {
  const { say } = run;
  const known = program.commands.find((command) => command.name() === 'packet');
  const group = known ?? program.command('packet').description(say('packet'));
  group
    .command('sheet')
    .description(say('packetSheet'))
    .addArgument(new Argument('<KIND>', say('sheetKind')).choices(sheetKinds))
    .argument('<CLAIM>', say('claimId'))
    .requiredOption('--out <FILE.pdf>', say('out'))
    .option('--options <FILE.json>', say('sheetOptions'))
    .action((kind: SheetKind, text: string, given: Options) =>
      run.withSession({ access: 'read' }, async (session) => {
        const out = resolve(given.out);
        refuseVaultFile(out, session.context.vault.dir);
        const id = await findId(session, 'claim', text);
        const options = given.options
          ? await readOptions(given.options, sheetOptions, 'options')
          : (await session.ask('claim.options', { id })).sheets;
        const plan = await session.ask('claim.plan', { id });
        const font = await readPacketFont();
        const { proof: _, ...written } = await writeProven({
          out,
          desk: {
            workshop: session.context.workshop,
            readSource: (scan) => readKept(session.context, scan),
            signal: run.stop,
          },
          write: (sink, rungOf) => {
            const supplies: Supplies = {
              pull: async (source) => (await sourcePrintable(session.context, source)).bytes,
              rescue: (source, rung) => scanRescue(session.context, source, rung),
              rungOf,
              font,
              signal: run.stop,
            };
            return writeSheets(plan, { kind, options }, { supplies, sink });
          },
          wanted: [],
        });
        const report = { ...written, pages: written.pages.length };
        session.print(report, () => `${say('wrote')} ${report.out}`);
      }),
    );
}
