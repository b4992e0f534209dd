// The fingerprint of a page whose file was taken in long ago, when fingerprints were of another kind.

import { Problem } from '../../../shared/problems.ts';
import { withPdf } from '../pdf.ts';
import { openRaster } from '../raster.ts';
import type { KeptPage } from '../workshop.ts';
import { takeFingerprint } from './fingerprint.ts';
import { drawView, takeView } from './look-at-page.ts';
import { makeUpright, type View } from './view.ts';

/** A kept page as it was looked at when it came in, upright. */
export async function viewKept({ bytes, mediaType, wish }: KeptPage): Promise<View> {
  if (mediaType === 'application/pdf')
    return makeUpright(await withPdf(bytes, (pdf) => drawView(pdf, wish.page)), wish);
  if (mediaType === 'application/ofd' || mediaType === 'application/xml')
    throw new Problem('page-unusable', { page: wish.page + 1, detail: mediaType });
  return makeUpright(await takeView(await openRaster(bytes, mediaType, wish.page)), wish);
}

/** Null when there is too little on the page to tell it from another. */
export const printAnew = async (page: KeptPage): Promise<Uint8Array | null> =>
  takeFingerprint(await viewKept(page));
