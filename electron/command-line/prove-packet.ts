// Proves a finished packet: re-opened by another engine in the workshop, every page held against the file it came from.

import type { MediaType } from '../../shared/domain.ts';
import { countPages } from '../../shared/packet-proof/judge.ts';
import type { ManifestPage, PacketManifest } from '../../shared/packet-proof/manifest.ts';
import type { Finding } from '../../shared/packet-proof/prove-page.ts';
import { Problem } from '../../shared/problems.ts';
import type { Workshop } from '../engine/workshop.ts';

export type OpenedSource = { mediaType: MediaType; bytes: Uint8Array };
export type ProofDesk = {
  workshop: Workshop;
  /** The file as it came; undefined when it is not at hand. */
  readSource: (scan: string) => Promise<OpenedSource | undefined>;
  onProgress?: (done: number, total: number) => void;
  signal?: { readonly aborted: boolean };
  /** True: pictures are compared at full size even where their bytes are proven to be the original's. */
  thorough?: boolean;
};

export type PacketProof = {
  passed: boolean;
  /** Pages of the packet, source pages in it, and how many of these could be compared with their source. */
  pages: number;
  sources: number;
  compared: number;
  findings: Finding[];
  manifest: PacketManifest;
};

/** So much of the sources travels to the workshop at a time. */
const BATCH_BYTES = 6_000_000;
const BATCH_PAGES = 24;
const HANDS = 2;

/** Without `given` the packet's own manifest is used. Throws packet-check-failed when there is none, and what reading throws. */
export async function provePacket(
  desk: ProofDesk,
  path: string,
  given?: PacketManifest,
): Promise<PacketProof> {
  const read = await desk.workshop.readPacket(path);
  const manifest = read.manifest ?? given;
  if (!manifest) throw new Problem('packet-check-failed', { page: 1, detail: 'manifest.json' });
  const findings = [...read.findings, ...countPages(manifest, read.pageCount)];
  let done = 0;
  const line = batches(desk, manifest.pages);
  const thorough = desk.thorough ? manifest.pages.map(({ page }) => page) : firstOfEachForm(manifest);
  const hand = async () => {
    for (let next = await line.next(); !next.done; next = await line.next()) {
      if (desk.signal?.aborted) throw new Problem('cancelled');
      const { pages, sources } = next.value;
      findings.push(...(await desk.workshop.prove({ path, pages, sources, thorough })));
      done += pages.length;
      desk.onProgress?.(done, manifest.pages.length);
    }
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
  findings.sort((one, other) => one.page - other.page);
  const sources = manifest.pages.reduce((sum, page) => sum + page.sources.length, 0);
  const blind = findings.filter(
    ({ code }) => code === 'source-missing' || code === 'source-unreadable',
  ).length;
  const passed = !findings.some(({ fails }) => fails);
  return { passed, pages: read.pageCount, sources, compared: sources - blind, findings, manifest };
}

/** One picture of each form is always drawn at full size by the other engine, even where its bytes are proven. */
function firstOfEachForm({ pages }: PacketManifest): number[] {
  const first = new Map<string, number>();
  for (const { page, sources } of pages)
    for (const { form } of sources) if (!first.has(form)) first.set(form, page);
  return [...first.values()];
}

type Batch = { pages: ManifestPage[]; sources: ({ scan: string } & OpenedSource)[] };

async function* batches(desk: ProofDesk, pages: ManifestPage[]): AsyncGenerator<Batch> {
  let batch: Batch = { pages: [], sources: [] };
  let bytes = 0;
  for (const page of pages) {
    for (const { scan } of page.sources) {
      if (batch.sources.some((source) => source.scan === scan)) continue;
      const source = await desk.readSource(scan);
      if (!source) continue;
      batch.sources.push({ scan, ...source });
      bytes += source.bytes.length;
    }
    batch.pages.push(page);
    if (bytes < BATCH_BYTES && batch.pages.length < BATCH_PAGES) continue;
    yield batch;
    batch = { pages: [], sources: [] };
    bytes = 0;
  }
  if (batch.pages.length > 0) yield batch;
}
