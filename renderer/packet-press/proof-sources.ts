// The originals of a packet's pages, each shown by itself: pictures as the vault draws them, PDFs by the worker's own PDFium.

import { pictureAddress } from '../../shared/addresses.ts';
import type { PacketSource } from '../../shared/packet-plan.ts';
import { type Grey, greyOf } from '../../shared/packet-proof/compare.ts';
import type { ManifestPage, PlacedSource } from '../../shared/packet-proof/manifest.ts';
import type { Reference } from '../../shared/packet-proof/prove-page.ts';
import { drawReferencePage } from '../../shared/packet-proof/reference.ts';
import type { PdfDocument, Pdfium } from '../../shared/pdfium/pdfium.ts';
import { pullSource } from './press-sources.ts';

/** Pixels of the longer side: a little finer than the comparison. */
const PICTURE_EDGE = 640;
const MOST_OPEN = 4;

type Wanted = Pick<PlacedSource, 'scan' | 'page' | 'turn' | 'edit'>;
const keyOf = ({ scan, page, turn, edit }: Wanted): string => `${scan}/${page}/${turn}/${edit?.text ?? ''}`;

/** Give it the sources of the plan; `references` never throws: what cannot be shown is undefined. */
export function openSources(pdfium: Pdfium, sources: readonly PacketSource[]) {
  const known = new Map(
    sources.map((source) => {
      const turn = ((source.turn + source.extraTurn) % 360) as PlacedSource['turn'];
      return [keyOf({ ...source, turn }), source] as const;
    }),
  );
  const open = new Map<string, Promise<PdfDocument>>();
  const openDocument = (source: PacketSource): Promise<PdfDocument> => {
    const found = open.get(source.scan);
    if (found) return found;
    const [oldest, letGo] = [...open][0] ?? [];
    if (open.size >= MOST_OPEN && oldest !== undefined) {
      open.delete(oldest);
      letGo?.then((document) => document.close()).catch(() => undefined);
    }
    const opening = pullSource(source).then((bytes) => pdfium.open(bytes));
    open.set(source.scan, opening);
    return opening;
  };
  const referenceOf = async (placed: PlacedSource): Promise<Reference | undefined> => {
    const source = known.get(keyOf(placed));
    if (!source) return undefined;
    try {
      if (placed.form === 'pdf' && !placed.edit) return drawReferencePage(await openDocument(source), placed);
      return { shown: await drawPicture(source) };
    } catch {
      return undefined;
    }
  };
  return {
    referencesOf: (page: ManifestPage) => Promise.all(page.sources.map(referenceOf)),
    close: () => {
      for (const opening of open.values())
        opening.then((document) => document.close()).catch(() => undefined);
      open.clear();
    },
  };
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
