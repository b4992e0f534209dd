// The ZIP twin in pieces: the original files of a claim, an index, a manifest. The same claim gives the same bytes everywhere.

import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { PacketPlan } from '../../../shared/packet-plan.ts';
import { Problem } from '../../../shared/problems.ts';
import { listTwinFiles, type TwinSums, twinManifest, twinPage, twinTable } from './twin.ts';

/** The earliest date a ZIP can hold. */
const NO_DATE = new Date(1980, 0, 1);
const PIECE = 1_048_576;

export type TwinSupplies = {
  /** A file as it was given. */
  read: (scan: string) => Promise<Uint8Array>;
  /** SHA-256 in hex digits. */
  digest: (bytes: Uint8Array) => Promise<string>;
  onProgress?: ((done: number, total: number) => void) | undefined;
  signal?: { readonly aborted: boolean } | undefined;
};

/** `sums` is filled with what is inside, by path. Throws what `read` throws, and cancelled. */
export async function* writeTwin(
  plan: PacketPlan,
  { read, digest, onProgress, signal }: TwinSupplies,
  sums: Map<string, TwinSums>,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const files = listTwinFiles(plan);
  const add = async function* (path: string, content: Uint8Array, small: boolean) {
    sums.set(path, { sha256: await digest(content), bytes: content.length });
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
  yield* add('index.html', strToU8(twinPage(plan, files)), true);
  yield* add('index.csv', strToU8(twinTable(plan, files)), true);
  for (const [at, file] of files.entries()) {
    if (signal?.aborted) throw new Problem('cancelled');
    yield* add(`files/${file.name}`, await read(file.scan), false);
    onProgress?.(at + 1, files.length);
  }
  yield* add('manifest.json', strToU8(twinManifest(plan, files, sums)), true);
  zip.end();
  yield* ready.splice(0);
}
