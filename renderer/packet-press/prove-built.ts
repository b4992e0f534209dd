// Proves a built packet in the worker, page by page: read back by PDFium and held against the pages it was made from.

import { type PacketPlan, wantedSources } from '../../shared/packet-plan.ts';
import { countPages, findMisplaced, findUnplaced, placeKey } from '../../shared/packet-proof/judge.ts';
import type { ManifestPage, PacketManifest } from '../../shared/packet-proof/manifest.ts';
import { blindCodes, type Finding, provePage, type Reference } from '../../shared/packet-proof/prove-page.ts';
import { proveTexts } from '../../shared/packet-proof/prove-texts.ts';
import type { Drawing } from '../../shared/pdfium/draw.ts';
import { decoderFell } from '../../shared/pdfium/fell.ts';
import type { PdfDocument } from '../../shared/pdfium/pdfium.ts';

/** Why an original cannot be shown by itself; `detail` is a problem's code or an error's own words. */
export type NotShown = { code: 'source-missing' | 'source-unreadable' | 'source-fell'; detail: string };
export type Shown = Reference | NotShown;

export type ProofDesk = {
  /** In the order of the page's sources. */
  referencesOf: (page: ManifestPage) => Promise<Shown[]>;
  /** Called with every page as it was drawn; whatever it awaits happens before the next page. */
  drawn: (page: number, drawing: Drawing) => Promise<void>;
};

export type BuiltProof = {
  findings: Finding[];
  /** Source pages in the packet, and how many of these were held against their originals. */
  sources: number;
  compared: number;
  /** Packet pages (from 1) whose originals carry seals, signatures, fields or notes. */
  sealed: number[];
};

/** So many pages' originals are asked for ahead of the one that is looked at. */
const AHEAD = 4;

/** Lends the packet; after a fall of PDFium once more, in a fresh one. */
export type ReadBuilt = <T>(use: (document: PdfDocument) => T) => Promise<T>;

/** Never throws for a packet that is wrong; `fails` of a finding says so. */
export async function proveBuilt(
  read: ReadBuilt,
  manifest: PacketManifest,
  { referencesOf, drawn }: ProofDesk,
): Promise<BuiltProof> {
  const findings = await read((document) => [
    ...proveTexts(document, manifest),
    ...countPages(manifest, document.pageCount),
  ]);
  const sealed: number[] = [];
  let compared = 0;
  const asked: Promise<Shown[]>[] = [];
  const ask = (at: number) => {
    const page = manifest.pages[at];
    if (page && !asked[at]) {
      asked[at] = referencesOf(page);
      asked[at].catch(() => undefined);
    }
  };
  for (const [at, page] of manifest.pages.entries()) {
    for (let next = at; next <= at + AHEAD; next++) ask(next);
    const shown = (await asked[at]) ?? [];
    delete asked[at];
    for (const [nth, { file }] of page.sources.entries()) {
      const why = shown[nth];
      if (why && 'code' in why) findings.push({ ...why, fails: false, page: page.page, file });
    }
    const references = shown.map((one) => ('code' in one ? undefined : one));
    if (references.some((reference) => reference?.bare)) sealed.push(page.page);
    const { found, drawing } = await lookAt(read, page, references);
    findings.push(...found);
    const blind = findings.filter((one) => one.page === page.page && blindCodes.includes(one.code));
    compared += page.sources.length - blind.length;
    if (drawing) await drawn(page.page, drawing);
  }
  findings.sort((one, other) => one.page - other.page);
  const sources = manifest.pages.reduce((sum, page) => sum + page.sources.length, 0);
  return { findings, sources, compared, sealed };
}

/** A page that fells a fresh PDFium too is named as one that cannot be opened. */
async function lookAt(
  read: ReadBuilt,
  page: ManifestPage,
  references: readonly (Reference | undefined)[],
): Promise<{ found: Finding[]; drawing: Drawing | undefined }> {
  try {
    return await read(({ pageCount, draw: drawPage }) => {
      let drawing: Drawing | undefined;
      const draw: PdfDocument['draw'] = (number, wish) => {
        drawing = drawPage(number, wish);
        return drawing;
      };
      return { found: provePage({ pageCount, draw }, page, references), drawing };
    });
  } catch (error) {
    if (!decoderFell(error)) throw error;
    const file = page.sources[0]?.file ?? '';
    const found: Finding = { code: 'page-unreadable', fails: true, page: page.page, detail: '', file };
    return { found: [found], drawing: undefined };
  }
}

/** What the plan wants and the packet does not have, or has elsewhere. */
export function holdAgainstPlan(
  plan: PacketPlan,
  manifest: PacketManifest,
): { unplaced: string[]; findings: Finding[] } {
  const wanted = wantedSources(plan);
  const unplaced = findUnplaced(wanted.map(placeKey), manifest);
  const misplaced = findMisplaced(wanted.map(placeKey), manifest);
  const findings: Finding[] = [];
  const lost = wanted.find((source) => placeKey(source) === unplaced[0]);
  if (lost)
    findings.push({
      code: 'page-missing',
      fails: true,
      page: 1,
      detail: String(lost.page + 1),
      file: lost.fileName,
    });
  else if (misplaced)
    findings.push({ code: 'page-misplaced', fails: true, page: misplaced, detail: '', file: '' });
  return { unplaced, findings };
}
