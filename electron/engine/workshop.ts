// The workshop looks into files and draws their pages in a child process that can be killed; nothing untrusted is decoded here.

import type { MediaType, ScanPage, Turn } from '../../shared/domain.ts';

export type Inspected = { mediaType: MediaType; pages: ScanPage[] };
export type PictureWish = { page: number; edge: number; mirrored: boolean; turn: Turn };
export type Printable = { form: 'jpeg' | 'png' | 'pdf'; bytes: Uint8Array };

export type Workshop = {
  /** Type by bytes, limits, pages with their turn. Throws a Problem that names the file. */
  inspect: (path: string, fileName: string) => Promise<Inspected>;
  /** A WebP picture of one page, upright after `mirrored` and `turn`, longer side at most `edge` pixels. */
  picture: (bytes: Uint8Array, mediaType: MediaType, wish: PictureWish) => Promise<Uint8Array>;
  /** What the packet embeds for this page. JPEG, PNG and PDF originals pass through as they are. */
  printable: (bytes: Uint8Array, mediaType: MediaType, page: number) => Promise<Printable>;
  close: () => Promise<void>;
};
