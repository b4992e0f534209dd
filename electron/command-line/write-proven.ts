// Writes a packet to disk, proves what lies there, and only then puts it in the place of an earlier one.

import { createHash } from 'node:crypto';
import { manifestOf, type PacketPage, type Sink } from '../../renderer/packet/build.ts';
import { type Rung, rungs } from '../../shared/packet-proof/manifest.ts';
import { Problem } from '../../shared/problems.ts';
import { writeFileWhole } from '../files/write-file-whole.ts';
import { streamOf } from './packet-stream.ts';
import { findUnplaced, type PacketProof, type ProofDesk, proofProblem, provePacket } from './prove-packet.ts';

type Place = { scan: string; page: number };
export type RungOf = (source: Place) => Rung;

export type PacketWriting = {
  out: string;
  desk: ProofDesk;
  /** Called again with other rungs when a page does not look like its source. */
  write: (sink: Sink, rungOf: RungOf) => Promise<PacketPage[]>;
  /** Source pages that must be in the packet, unless a page says why not. */
  wanted: Place[];
};
export type WrittenPacket = {
  out: string;
  bytes: number;
  sha256: string;
  pages: PacketPage[];
  proof: PacketProof;
};

const keyOf = ({ scan, page }: Place): string => `${scan}/${page}`;

/** The proof failed, but a page may be brought in another way. */
class TryHigher extends Error {}

/**
 * Throws packet-check-failed, disk-full, path-unwritable and what `write` throws; whatever was at `out` is then untouched.
 * A page of a PDF that does not look like its source is tried on the next rung: written anew, then drawn.
 */
export async function writeProven(writing: PacketWriting): Promise<WrittenPacket> {
  const raised = new Map<string, Rung>();
  for (;;) {
    try {
      return await writeOnce(writing, raised);
    } catch (error) {
      if (!(error instanceof TryHigher)) throw error;
    }
  }
}

async function writeOnce(writing: PacketWriting, raised: Map<string, Rung>): Promise<WrittenPacket> {
  const { out, desk, wanted } = writing;
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = streamOf((sink) =>
    writing.write(
      (piece) => {
        hash.update(piece);
        bytes += piece.length;
        return sink(piece);
      },
      (source) => raised.get(keyOf(source)) ?? 'copied',
    ),
  );
  let proof: PacketProof | undefined;
  await writeFileWhole(out, stream.pieces, async (path) => {
    const pages = stream.result();
    const own = manifestOf({ title: '', number: '', says: [] }, pages);
    const made = await provePacket(desk, path, own);
    if (!made.passed) throw raise(made, raised) ? new TryHigher() : proofProblem(made);
    const excused = pages.flatMap(({ kind, source }) =>
      kind === 'unusable' && source ? [keyOf(source)] : [],
    );
    const [lost] = findUnplaced(
      wanted.map(keyOf).filter((key) => !excused.includes(key)),
      made.manifest,
    );
    if (lost) throw new Problem('packet-check-failed', { page: 1, detail: lost });
    proof = made;
  });
  if (!proof) throw new Error('written without a proof');
  return { out, bytes, sha256: hash.digest('hex'), pages: stream.result(), proof };
}

/** Lifts the pages that failed to their next rung; false when there is none to lift. */
function raise({ findings, manifest }: PacketProof, raised: Map<string, Rung>): boolean {
  let lifted = false;
  for (const { page } of findings.filter(({ fails, code }) => fails && code !== 'text-missing')) {
    for (const source of manifest.pages[page - 1]?.sources ?? []) {
      const next = rungs[rungs.indexOf(source.how) + 1];
      if (source.form !== 'pdf' || !next) continue;
      raised.set(keyOf(source), next);
      lifted = true;
    }
  }
  return lifted;
}
