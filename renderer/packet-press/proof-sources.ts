// The originals of a packet's pages, each shown by itself: pictures as the vault draws them, PDFs by the worker's own PDFium.

import { pictureAddress } from '../../shared/addresses.ts';
import type { PacketSource } from '../../shared/packet-plan.ts';
import { type Grey, greyOf } from '../../shared/packet-proof/compare.ts';
import type { ManifestPage, PlacedSource } from '../../shared/packet-proof/manifest.ts';
import { drawReferencePage } from '../../shared/packet-proof/reference.ts';
import { decoderFell } from '../../shared/pdfium/fell.ts';
import type { PdfDocument, Pdfium } from '../../shared/pdfium/pdfium.ts';
import { Problem } from '../../shared/problems.ts';
import { pullSource } from './press-sources.ts';
import type { NotShown, Shown } from './prove-built.ts';
import type { Reader } from './reader.ts';

/** Pixels of the longer side: a little finer than the comparison. */
const PICTURE_EDGE = 640;
const MOST_OPEN = 4;

type Wanted = Pick<PlacedSource, 'scan' | 'page' | 'turn' | 'edit'>;
const keyOf = ({ scan, page, turn, edit }: Wanted): string => `${scan}/${page}/${turn}/${edit?.text ?? ''}`;

type Pull = (source: PacketSource) => Promise<Uint8Array>;

/** Give it the sources of the plan; `referencesOf` never throws: what cannot be shown says why. */
export function openSources({ read }: Reader, sources: readonly PacketSource[], pull: Pull = pullSource) {
  const known = new Map(
    sources.map((source) => {
      const turn = ((source.turn + source.extraTurn) % 360) as PlacedSource['turn'];
      return [keyOf({ ...source, turn }), source] as const;
    }),
  );
  /** By the PDFium they belong to: one that fell takes them along. */
  const desks = new WeakMap<Pdfium, Map<string, Promise<PdfDocument>>>();
  const openOn = (pdfium: Pdfium) => {
    const open = desks.get(pdfium) ?? new Map<string, Promise<PdfDocument>>();
    desks.set(pdfium, open);
    return open;
  };
  const openDocument = (pdfium: Pdfium, source: PacketSource): Promise<PdfDocument> => {
    const open = openOn(pdfium);
    const found = open.get(source.scan);
    if (found) return found;
    const [oldest, letGo] = [...open][0] ?? [];
    if (open.size >= MOST_OPEN && oldest !== undefined) {
      open.delete(oldest);
      letGo?.then((document) => document.close()).catch(() => undefined);
    }
    const opening = pull(source).then((bytes) => pdfium.open(bytes));
    open.set(source.scan, opening);
    return opening;
  };
  const referenceOf = async (placed: PlacedSource): Promise<Shown> => {
    const source = known.get(keyOf(placed));
    if (!source) return { code: 'source-missing', detail: '' };
    try {
      if (placed.form === 'pdf' && !placed.edit)
        return await read(async (pdfium) => drawReferencePage(await openDocument(pdfium, source), placed));
      return { shown: await drawPicture(source) };
    } catch (error) {
      return explain(error);
    }
  };
  return {
    referencesOf: (page: ManifestPage) => Promise.all(page.sources.map(referenceOf)),
    close: () =>
      read((pdfium) => {
        const open = openOn(pdfium);
        for (const opening of open.values())
          opening.then((document) => document.close()).catch(() => undefined);
        open.clear();
      }),
  };
}

function explain(error: unknown): NotShown {
  if (decoderFell(error)) return { code: 'source-fell', detail: '' };
  const detail =
    error instanceof Problem ? error.code : error instanceof Error ? error.message : String(error);
  return { code: 'source-unreadable', detail };
}

async function drawPicture({ scan, page, extraTurn, edit }: PacketSource): Promise<Grey> {
  const response = await fetch(pictureAddress(scan, page, PICTURE_EDGE, extraTurn, edit?.text));
  if (!response.ok) throw new Error('the vault does not show it');
  const bitmap = await createImageBitmap(await response.blob());
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  context?.drawImage(bitmap, 0, 0);
  bitmap.close();
  const rgba = context?.getImageData(0, 0, width, height).data;
  if (!rgba) throw new Error('no canvas');
  return greyOf({ width, height, rgba });
}
