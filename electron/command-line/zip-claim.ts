// claim zip: the original files of a claim in one archive, with an index and a manifest; written as it is made.

import { createHash } from 'node:crypto';
import type { TwinSums } from '../../renderer/packet/portal/twin.ts';
import { writeTwin } from '../../renderer/packet/portal/write-twin.ts';
import type { PacketPlan } from '../../shared/packet-plan.ts';
import { Problem } from '../../shared/problems.ts';
import { readScanBytes } from '../database/scan.ts';
import type { Db } from '../database/statement.ts';
import { writeFileWhole } from '../files/write-file-whole.ts';

/** What a ZIP without its later extensions can hold. */
const LARGEST = 4_000_000_000;

export type ZipReport = {
  out: string;
  bytes: number;
  sha256: string;
  files: { path: string; bytes: number; sha256: string }[];
};

/** Throws disk-full, path-unwritable, cancelled; an archive that is there already stays until the new one is whole. */
export async function zipClaim(
  db: Db,
  { plan, out }: { plan: PacketPlan; out: string },
  signal: { readonly aborted: boolean },
): Promise<ZipReport> {
  const sums = new Map<string, TwinSums>();
  const whole = createHash('sha256');
  let bytes = 0;
  const supplies = {
    read: async (scan: string) => readScanBytes(db, scan),
    digest: async (content: Uint8Array) => createHash('sha256').update(content).digest('hex'),
    signal,
  };
  const watched = async function* () {
    for await (const chunk of writeTwin(plan, supplies, sums)) {
      whole.update(chunk);
      bytes += chunk.length;
      if (bytes > LARGEST) throw new Problem('archive-too-large', { file: out, limit: '4 GB' });
      yield chunk;
    }
  };
  await writeFileWhole(out, watched());
  const files = [...sums].map(([path, sum]) => ({ path, ...sum }));
  return { out, bytes, sha256: whole.digest('hex'), files };
}
