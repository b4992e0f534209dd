// claim export: the packet of a claim, built here by the same code as in the window.

import { resolve } from 'node:path';
import { writePacket } from '../../renderer/packet/build.ts';
import type { PacketOrder } from '../../shared/domain.ts';
import type { PacketOptions } from '../../shared/packet-options.ts';
import { type PacketPlan, wantedSources } from '../../shared/packet-plan.ts';
import { Problem } from '../../shared/problems.ts';
import { isGap } from '../../shared/rules/finding.ts';
import { findScan, readReadableBytes } from '../database/scan.ts';
import { refuseVaultFile } from '../files/refuse-vault-file.ts';
import { noteWriting } from '../files/writing-notes.ts';
import type { Context } from '../handlers/context.ts';
import { scanRescue, sourcePrintable } from '../intake/pictures.ts';
import { showProgress } from './output.ts';
import {
  type PacketReport,
  readPacketFont,
  reportFile,
  reportPacket,
  type SourceFile,
} from './packet-report.ts';
import type { OpenedSource } from './prove-packet.ts';
import type { Session } from './session.ts';
import { writeProven } from './write-proven.ts';

export type ExportWish = {
  claim: string;
  out: string;
  order: PacketOrder | undefined;
  allowIncomplete: boolean;
  /** Pictures are compared at full size even where their bytes are proven. */
  thorough?: boolean;
  options?: PacketOptions | undefined;
  /** Only what is new since the version handed in last, led by the reply page. */
  supplement?: boolean;
};

/** Throws claim-incomplete, export-same-file, and the Problems of building and writing a packet. */
export async function exportClaim(
  session: Session,
  wish: ExportWish,
  signal: { readonly aborted: boolean },
): Promise<PacketReport> {
  const { context, ask } = session;
  const out = resolve(wish.out);
  refuseVaultFile(out, context.vault.dir);
  const count = wish.supplement ? await countUnanswered(session, wish) : await countBlocking(session, wish);
  if (count > 0 && !wish.allowIncomplete) throw new Problem('claim-incomplete', { count });
  const usual = await ask('claim.plan', {
    id: wish.claim,
    supplement: wish.supplement === true,
    ...(wish.order ? { order: wish.order } : {}),
  });
  const plan = wish.options ? { ...usual, options: wish.options } : usual;
  const font = await readPacketFont();
  const onProgress = (done: number, total: number) => showProgress(`${done}/${total}`);
  const noted = await noteWriting(context.vault.dir, out);
  const written = await writeProven({
    out,
    desk: {
      workshop: context.workshop,
      readSource: (scan) => readKept(context, scan),
      onProgress,
      signal,
      thorough: wish.thorough === true,
    },
    write: (sink, rungOf) =>
      writePacket(
        plan,
        {
          pull: async (source) => (await sourcePrintable(context, source)).bytes,
          rescue: (source, rung) => scanRescue(context, source, rung),
          rungOf,
          font,
          onProgress,
          signal,
        },
        sink,
      ),
    wanted: wantedSources(plan),
  }).finally(noted);
  showProgress('');
  const report = reportPacket(written, (pages) => sourcesOf(plan).map((source) => reportFile(source, pages)));
  const leftOut = (plan.excluded ?? []).map(({ fileName, page, reason }) => ({
    file: fileName,
    page: page + 1,
    reason,
  }));
  return leftOut.length > 0 ? { ...report, leftOut } : report;
}

async function countBlocking({ ask }: Session, { claim }: ExportWish): Promise<number> {
  const { findings } = await ask('claim.get', { id: claim });
  return findings.filter(isGap).length;
}

/** Papers the office asked for that are not there yet. */
async function countUnanswered({ ask }: Session, { claim }: ExportWish): Promise<number> {
  const { wanted } = await ask('claim.supplement', { id: claim });
  return wanted.filter(({ answer }) => answer === 'missing').length;
}

/** An original as it came; undefined when the vault does not hold it. */
export async function readKept(context: Context, scan: string): Promise<OpenedSource | undefined> {
  const kept = findScan(context.vault.db, scan);
  return kept && { mediaType: kept.mediaType, bytes: readReadableBytes(context.vault.db, scan) };
}

function sourcesOf(plan: PacketPlan): SourceFile[] {
  const files = new Map<string, SourceFile>();
  for (const { scan, fileName, page } of plan.visits.flatMap(({ papers }) =>
    papers.flatMap(({ pages }) => pages),
  )) {
    const file = files.get(scan) ?? { file: fileName, scan, pages: [] };
    if (!file.pages.includes(page)) file.pages.push(page);
    files.set(scan, file);
  }
  return [...files.values()];
}
