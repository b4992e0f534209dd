// HEIC files of a phone, every one with bytes of its own. None can be written here: one of the samples is lent.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** 2560 by 2560 pixels, in tiles, as a phone writes them. */
const sample = resolve(import.meta.dirname, '../../../shared/samples/heif_pillow/spatial_photo.heic');

/** A `free` box at the end: other bytes, the same picture (ISO/IEC 14496-12, 8.1.2). */
function withFreeBox(heic: Buffer, text: string): Buffer {
  const box = Buffer.alloc(8 + text.length);
  box.writeUInt32BE(box.length, 0);
  box.write(`free${text}`, 4, 'latin1');
  return Buffer.concat([heic, box]);
}

/** A folder with `count` files, made inside `scratch`; undefined where the samples are not present. */
export function heicPhotos(scratch: string, count: number): string | undefined {
  if (!existsSync(sample)) return undefined;
  const folder = join(scratch, `heic-${count}`);
  const nameOf = (at: number) => join(folder, `IMG_${String(at + 1).padStart(4, '0')}.heic`);
  mkdirSync(folder, { recursive: true });
  const heic = readFileSync(sample);
  for (let at = 0; at < count; at += 1) writeFileSync(nameOf(at), withFreeBox(heic, `photo ${at + 1}`));
  return folder;
}
