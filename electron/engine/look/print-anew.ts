// The fingerprint of a page whose file was taken in long ago, when fingerprints were of another kind.

import sharp from 'sharp';
import { makePicture } from '../picture.ts';
import type { KeptPage } from '../workshop.ts';
import { takeFingerprint } from './fingerprint.ts';
import { takeView } from './look-at-page.ts';
import { VIEW_EDGE } from './thresholds.ts';
import type { View } from './view.ts';

/** A kept page as it was looked at when it came in, upright. */
export async function viewKept({ bytes, mediaType, wish }: KeptPage): Promise<View> {
  const picture = await makePicture(bytes, mediaType, { ...wish, edge: VIEW_EDGE });
  return takeView(sharp(picture));
}

/** Null when there is too little on the page to tell it from another. */
export const printAnew = async (page: KeptPage): Promise<Uint8Array | null> =>
  takeFingerprint(await viewKept(page));
