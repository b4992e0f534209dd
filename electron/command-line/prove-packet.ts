// Proves a finished packet: re-opened by another engine in the workshop, every page held against the file it came from.

import { open, readFile, stat } from 'node:fs/promises';
import { checkArchive } from '../../renderer/packet/pdf-pages/archive-check.ts';
import {
  CLAIM_AT_END,
  claimsArchive,
  LARGEST_ARCHIVE,
} from '../../renderer/packet/pdf-pages/archive-claim.ts';
import type { MediaType } from '../../shared/domain.ts';
import { countPages, holdManifests, nameFrom } from '../../shared/packet-proof/judge.ts';
import { type ManifestPage, nameSources, type PacketManifest } from '../../shared/packet-proof/manifest.ts';
import { blindCodes, type Finding } from '../../shared/packet-proof/prove-page.ts';
import { Problem } from '../../shared/problems.ts';
import type { ProofWish } from '../engine/prove.ts';
import type { Workshop } from '../engine/workshop.ts';

export type OpenedSource = { mediaType: MediaType; bytes: Uint8Array };
export type ProofDesk = {
  workshop: Workshop;
  /** The file as it came; undefined when it is not at hand. */
  readSource: (scan: string) => Promise<OpenedSource | undefined>;
  /** The name of a file, for a packet that only knows its SHA-256. */
  nameOf?: (scan: string) => string | undefined;
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

/** `given`: what the packet should be, whatever it says of itself. `written`: as its writer has it, with the names of the files. */
export type KnownManifest = { given?: PacketManifest | undefined; written?: PacketManifest };

/** By itself the packet's own manifest is used. Throws packet-check-failed when there is none, and what reading throws. */
export async function provePacket(
  desk: ProofDesk,
  path: string,
  { given, written }: KnownManifest = {},
): Promise<PacketProof> {
  const read = await desk.workshop.readPacket(path, given).catch((error: unknown) => {
    // Once more, in a fresh child process.
    if (isFallen(error)) return desk.workshop.readPacket(path, given);
    throw error;
  });
  const own = read.manifest && written ? nameFrom(read.manifest, written) : read.manifest;
  const known = given ?? own ?? written;
  const manifest = known && nameSources(known, ({ scan, file }) => file || desk.nameOf?.(scan));
  if (!manifest) throw new Problem('packet-check-failed', { page: 1, detail: 'manifest.json' });
  const findings = [...read.findings, ...countPages(manifest, read.pageCount), ...(await proveArchive(path))];
  if (given && own) findings.push(...holdManifests(given, own));
  let done = 0;
  const line = batches(desk, manifest.pages);
  const thorough = desk.thorough ? manifest.pages.map(({ page }) => page) : firstOfEachForm(manifest);
  const hand = async () => {
    for (let next = await line.next(); !next.done; next = await line.next()) {
      if (desk.signal?.aborted) throw new Problem('cancelled');
      findings.push(...(await proveBatch(desk.workshop, { path, thorough, ...next.value })));
      done += next.value.pages.length;
      desk.onProgress?.(done, manifest.pages.length);
    }
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
  findings.sort((one, other) => one.page - other.page);
  const sources = manifest.pages.reduce((sum, page) => sum + page.sources.length, 0);
  const blind = findings.filter(({ code }) => blindCodes.includes(code)).length;
  const passed = !findings.some(({ fails }) => fails);
  return { passed, pages: read.pageCount, sources, compared: sources - blind, findings, manifest };
}

/** What keeps a packet that says PDF/A from being one. */
async function proveArchive(path: string): Promise<Finding[]> {
  const { size } = await stat(path);
  if (size > LARGEST_ARCHIVE) return [];
  const file = await open(path, 'r');
  try {
    const end = new Uint8Array(Math.min(size, CLAIM_AT_END));
    await file.read(end, 0, end.length, size - end.length);
    if (!claimsArchive(end)) return [];
  } finally {
    await file.close();
  }
  const troubles = await checkArchive(await readFile(path));
  return troubles.map((detail) => ({ code: 'archive-broken', fails: true, page: 1, detail, file: '' }));
}

/** A child process that died, was ended, or whose decoder fell; what a packet lacks is a finding and no Problem. */
const isFallen = (error: unknown): boolean => error instanceof Problem && error.code !== 'cancelled';

/** Where a decoder falls, a fresh child looks at each page by itself, and the one it falls over again is named. */
async function proveBatch(workshop: Workshop, wish: ProofWish): Promise<Finding[]> {
  try {
    return await workshop.prove(wish);
  } catch (error) {
    if (!isFallen(error)) throw error;
  }
  const findings: Finding[] = [];
  for (const page of wish.pages)
    findings.push(...(await proveAlone(workshop, { ...wish, pages: [page] }, page)));
  return findings;
}

async function proveAlone(workshop: Workshop, wish: ProofWish, page: ManifestPage): Promise<Finding[]> {
  const file = page.sources[0]?.file ?? '';
  try {
    return await workshop.prove(wish);
  } catch (error) {
    if (!isFallen(error)) throw error;
  }
  try {
    // Without its originals: does it fall over the packet, or over one of these?
    const shown = await workshop.prove({ ...wish, sources: [] });
    const fell = page.sources.map(
      (source): Finding => ({
        code: 'source-fell',
        fails: false,
        page: page.page,
        detail: '',
        file: source.file,
      }),
    );
    return [...shown.filter(({ code }) => code !== 'source-missing'), ...fell];
  } catch (error) {
    if (!isFallen(error)) throw error;
    return [{ code: 'page-unreadable', fails: true, page: page.page, detail: '', file }];
  }
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
