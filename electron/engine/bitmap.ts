// Decodes BMP pictures.

import { createCanvas, loadImage } from '@napi-rs/canvas';
import { Problem } from '../../shared/problems.ts';

export type Pixels = { width: number; height: number; rgba: Uint8Array };

/** Width and height in pixels, from the header alone. */
export function measureBitmap(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const old = view.getUint32(14, true) === 12;
  const width = old ? view.getUint16(18, true) : view.getInt32(18, true);
  const height = Math.abs(old ? view.getUint16(20, true) : view.getInt32(22, true));
  if (width <= 0 || height <= 0) throw new Problem('file-damaged', { detail: 'no size' });
  return { width, height };
}

export async function decodeBitmap(bytes: Uint8Array): Promise<Pixels> {
  const picture = await loadImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const { width, height } = picture;
  if (!(width > 0) || !(height > 0)) throw new Problem('file-damaged', { detail: 'no picture inside' });
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, rgba: new Uint8Array(data.buffer, data.byteOffset, data.length) };
}
