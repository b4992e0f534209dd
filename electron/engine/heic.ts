// Decodes the main picture of a HEIC or HEIF file. Its turns (irot, imir) are already applied, so EXIF is not asked.

import { createRequire } from 'node:module';
import { Problem } from '../../shared/problems.ts';
import type { Pixels } from './bitmap.ts';
import { limits } from './limits.ts';

type HeifImage = {
  is_primary: () => number;
  get_width: () => number;
  get_height: () => number;
  display: (
    into: { data: Uint8ClampedArray; width: number; height: number },
    done: (drawn: { data: Uint8ClampedArray } | null) => void,
  ) => void;
  free: () => void;
};
type Libheif = { HeifDecoder: new () => { decode: (bytes: Uint8Array) => HeifImage[] } };

let library: Libheif | undefined;

/** Loaded when the first HEIC comes: it takes a tenth of a second and 40 MB. */
function loadLibrary(): Libheif {
  library ??= createRequire(import.meta.url)('libheif-js/wasm-bundle') as Libheif;
  return library;
}

/** Lends the main picture to `use`. Throws 'file-damaged' and 'picture-too-large' before anything is decoded. */
async function withMainPicture<T>(bytes: Uint8Array, use: (picture: HeifImage) => Promise<T>): Promise<T> {
  const decoder = new (loadLibrary().HeifDecoder)();
  const pictures = decoder.decode(bytes);
  try {
    const main = pictures.find((picture) => picture.is_primary()) ?? pictures[0];
    if (!main) throw new Problem('file-damaged', { detail: 'no picture inside' });
    const pixels = main.get_width() * main.get_height();
    if (!(pixels > 0)) throw new Problem('file-damaged', { detail: 'no size' });
    if (pixels > limits.heicPixels) {
      throw new Problem('picture-too-large', {
        megapixels: Math.ceil(pixels / 1e6),
        limit: limits.heicPixels / 1e6,
      });
    }
    return await use(main);
  } finally {
    for (const picture of pictures) picture.free();
  }
}

/**
 * Pictures of the file beside the main one; what belongs to it is none: its thumbnail, its depth, its brighter form for screens
 * that show it (a `tmap` item) and what the other eye sees (a `ster` group). ISO/IEC 23008-12:2022 with Amd 1.
 */
export function countOtherPictures(bytes: Uint8Array): number {
  const decoder = new (loadLibrary().HeifDecoder)();
  const pictures = decoder.decode(bytes);
  for (const picture of pictures) picture.free();
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES));
  const belonging = ['tmap', 'ster'].filter((kind) => head.includes(kind, 0, 'latin1')).length;
  return Math.max(0, pictures.length - 1 - belonging);
}

/** Items and groups are listed before the pictures. */
const HEAD_BYTES = 65_536;

export function decodeHeic(bytes: Uint8Array): Promise<Pixels> {
  return withMainPicture(bytes, async (picture) => {
    const width = picture.get_width();
    const height = picture.get_height();
    const data = new Uint8ClampedArray(width * height * 4);
    await new Promise<void>((resolve, reject) => {
      picture.display({ data, width, height }, (drawn) =>
        drawn ? resolve() : reject(new Problem('file-damaged', { detail: 'the picture cannot be decoded' })),
      );
    });
    return { width, height, rgba: new Uint8Array(data.buffer) };
  });
}
