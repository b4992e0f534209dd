// packet verify: proves an exported packet again, with the originals where a vault is named.

import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type PacketManifest, packetManifest, readManifest } from '../../../shared/packet-proof/manifest.ts';
import { Problem } from '../../../shared/problems.ts';
import { findScan } from '../../database/scan.ts';
import { openWorkshop } from '../../engine/workshop.ts';
import { describeProof } from '../describe-proof.ts';
import { readKept } from '../export-claim.ts';
import { showProgress } from '../output.ts';
import { type ProofDesk, provePacket } from '../prove-packet.ts';
import type { Run } from '../session.ts';

export function addVerifyCommand(program: Command, run: Run): void {
  const { say } = run;
  const known = program.commands.find((command) => command.name() === 'packet');
  const group = known ?? program.command('packet').description(say('packet'));
  group
    .command('verify')
    .description(say('packetVerify'))
    .argument('<FILE.pdf>', say('packetFile'))
    .option('--thorough', say('thorough'))
    .option('--manifest <FILE.json>', say('manifestFile'))
    .action((file: string, options: { thorough?: true; manifest?: string }) =>
      verify(run, { path: resolve(file), thorough: options.thorough === true, manifest: options.manifest }),
    );
}

type VerifyWish = { path: string; thorough: boolean; manifest: string | undefined };

/** A manifest by itself, or the report of an export that holds one. Throws path-unreadable, packet-check-failed. */
async function readGiven(path: string): Promise<PacketManifest> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Problem('path-unreadable', { path, reason: error.code ?? '' });
  });
  try {
    const report = JSON.parse(bytes.toString('utf8')) as { proof?: { manifest?: unknown } };
    if (report.proof?.manifest) return packetManifest.parse(report.proof.manifest);
  } catch {
    // Not a report: read as a manifest below, which says what is wrong.
  }
  return readManifest(bytes);
}

async function verify(run: Run, { path, thorough, manifest }: VerifyWish): Promise<void> {
  await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Problem('path-unreadable', { path, reason: error.code ?? '' });
  });
  const given = manifest === undefined ? undefined : await readGiven(resolve(manifest));
  if (run.options.vault !== undefined)
    return run.withSession({ access: 'read' }, ({ context }) =>
      prove(
        run,
        { path, given },
        {
          workshop: context.workshop,
          readSource: (scan) => readKept(context, scan),
          nameOf: (scan) => findScan(context.vault.db, scan)?.fileName,
          thorough,
        },
      ),
    );
  const workshop = openWorkshop();
  try {
    await prove(run, { path, given }, { workshop, readSource: async () => undefined });
  } finally {
    await workshop.close();
  }
}

type Proved = { path: string; given: PacketManifest | undefined };

async function prove(run: Run, { path, given }: Proved, desk: ProofDesk): Promise<void> {
  const proof = await provePacket(
    { ...desk, signal: run.stop, onProgress: (done, total) => showProgress(`${done}/${total}`) },
    path,
    { given },
  );
  showProgress('');
  if (!proof.passed) run.exitCode = 1;
  // Without a vault every page lacks its original: said once by the count of compared pages, not once a page.
  const findings = proof.findings.filter(
    ({ code }) => run.options.vault !== undefined || code !== 'source-missing',
  );
  const shown = { ...proof, findings };
  run.print({ file: path, ...shown }, () => describeProof(run.say, shown));
}
