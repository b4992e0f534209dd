// claim zip: the original files of a claim in one archive, with an index and a manifest; written as it is made.

import { createHash } from 'node:crypto';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import {
  listTwinFiles,
  type TwinSums,
  twinManifest,
  twinPage,
  twinTable,
} from '../../renderer/packet/portal/twin.ts';
import type { PacketPlan } from '../../shared/packet-plan.ts';
import { Problem } from '../../shared/problems.ts';
import { readScanBytes } from '../database/scan.ts';
import type { Db } from '../database/statement.ts';
import { writeFileWhole } from '../files/write-file-whole.ts';

/** The earliest date a ZIP can hold: the same claim gives the same bytes. */
const NO_DATE = new Date(1980, 0, 1);
/** What a ZIP without its later extensions can hold. */
const LARGEST = 4_000_000_000;
const PIECE = 1_048_576;

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
  const watched = async function* () {
    for await (const chunk of archive(db, plan, { sums, signal })) {
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

type Watch = { sums: Map<string, TwinSums>; signal: { readonly aborted: boolean } };

async function* archive(db: Db, plan: PacketPlan, { sums, signal }: Watch): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const files = listTwinFiles(plan);
  const text = (value: string) => new TextEncoder().encode(value);
  const add = function* (path: string, content: Uint8Array, small: boolean) {
    sums.set(path, { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length });
    // Scans are compressed already.
    const entry = small ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
    entry.mtime = NO_DATE;
    // Made on UNIX: some unzip read names of other makers in a code page, whatever the flag for UTF-8 says.
    entry.os = 3;
    entry.attrs = (0o100644 << 16) >>> 0;
    zip.add(entry);
    for (let at = 0; at < content.length || at === 0; at += PIECE) {
      entry.push(content.subarray(at, at + PIECE), at + PIECE >= content.length);
      yield* ready.splice(0);
    }
  };
  yield* add('index.html', text(twinPage(plan, files)), true);
  yield* add('index.csv', text(twinTable(plan, files)), true);
  for (const file of files) {
    if (signal.aborted) throw new Problem('cancelled');
    yield* add(`files/${file.name}`, readScanBytes(db, file.scan), false);
  }
  yield* add('manifest.json', text(twinManifest(plan, files, sums)), true);
  zip.end();
  yield* ready.splice(0);
}
