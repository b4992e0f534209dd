// packet sheet: the sheets that go with a packet, each a small PDF.

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Argument, type Command } from 'commander';
import { type SheetKind, sheetKinds, writeSheets } from '../../../renderer/packet/sheets/sheet-document.ts';
import { joinBytes } from '../../../renderer/packet/writer/join-bytes.ts';
import { type SheetOptions, sheetOptions } from '../../../shared/packet-options.ts';
import { Problem } from '../../../shared/problems.ts';
import { scanPrintable } from '../../intake/pictures.ts';
import { readPacketFont, writePacketFile } from '../packet-report.ts';
import { findId } from '../read-values.ts';
import type { Run } from '../session.ts';

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
        const options = await readOptions(given.options);
        const plan = await session.ask('claim.plan', { id: await findId(session, 'claim', text) });
        const chunks: Uint8Array[] = [];
        const supplies = {
          pull: async ({ scan, page }: { scan: string; page: number }) =>
            (await scanPrintable(session.context, scan, page)).bytes,
          font: await readPacketFont(),
          signal: run.stop,
        };
        const sink = (chunk: Uint8Array) => {
          chunks.push(chunk);
        };
        const pages = await writeSheets(plan, { kind, options }, { supplies, sink });
        const report = await writePacketFile(resolve(given.out), { bytes: joinBytes(chunks), pages });
        session.print(report, () => `${say('wrote')} ${report.out}`);
      }),
    );
}

/** Throws path-unreadable, input-invalid. */
async function readOptions(path: string | undefined): Promise<SheetOptions> {
  if (path === undefined) return sheetOptions.parse({});
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Problem('path-unreadable', { path, reason: error.code ?? '' });
  });
  const invalid = (reason: string) => new Problem('input-invalid', { field: 'options', reason });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid('JSON');
  }
  const parsed = sheetOptions.safeParse(value);
  if (!parsed.success) throw invalid(parsed.error.issues.map((issue) => issue.path.join('.')).join(', '));
  return parsed.data;
}
