// Writes a packet to disk, proves what lies there, and only then puts it in the place of an earlier one.

import { createHash } from 'node:crypto';
import { manifestOf, type PacketPage, type Sink } from '../../renderer/packet/build.ts';
import {
  findMisplaced,
  findUnplaced,
  liftRungs,
  placeKey,
  proofProblem,
} from '../../shared/packet-proof/judge.ts';
import type { Rung } from '../../shared/packet-proof/manifest.ts';
import { Problem } from '../../shared/problems.ts';
import { writeFileWhole } from '../files/write-file-whole.ts';
import { streamOf } from './packet-stream.ts';
import { type PacketProof, type ProofDesk, provePacket } from './prove-packet.ts';

type Place = { scan: string; page: number };
export type RungOf = (source: Place) => Rung;

export type PacketWriting = {
  out: string;
  desk: ProofDesk;
  /** Called again with other rungs when a page does not look like its source. */
  write: (sink: Sink, rungOf: RungOf) => Promise<PacketPage[]>;
  /** Source pages that must be in the packet in this order, unless a page says why not. */
  wanted: Place[];
};
export type WrittenPacket = {
  out: string;
  bytes: number;
  sha256: string;
  pages: PacketPage[];
  proof: PacketProof;
};

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
      (source) => raised.get(placeKey(source)) ?? 'copied',
    ),
  );
  let proof: PacketProof | undefined;
  await writeFileWhole(out, stream.pieces, async (path) => {
    const pages = stream.result();
    const own = manifestOf({ title: '', number: '', says: [] }, pages);
    const made = await provePacket(desk, path, { written: own });
    if (!made.passed) throw liftRungs(made, raised) ? new TryHigher() : proofProblem(made);
    const excused = pages.flatMap(({ kind, source }) =>
      kind === 'unusable' && source ? [placeKey(source)] : [],
    );
    const due = wanted.map(placeKey).filter((key) => !excused.includes(key));
    const [lost] = findUnplaced(due, made.manifest);
    if (lost) throw new Problem('packet-check-failed', { page: 1, detail: lost });
    const misplaced = findMisplaced(due, made.manifest);
    if (misplaced) throw new Problem('packet-check-failed', { page: misplaced, detail: 'page-misplaced' });
    proof = made;
  });
  if (!proof) throw new Error('written without a proof');
  return { out, bytes, sha256: hash.digest('hex'), pages: stream.result(), proof };
}
