// Reads a packet back with an independent engine (PDFium) and compares its pages with pictures by pixels.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { expect } from 'vitest';
import { withPdf } from '../../electron/engine/pdf.ts';
import { CONTENT } from '../../renderer/packet/layout/place.ts';

export type Pixels = { width: number; height: number; rgb: Buffer };

export const textsOf = (bytes: Uint8Array): Promise<string[]> =>
  withPdf(bytes, (pdf) => Array.from({ length: pdf.pageCount }, (_, page) => pdf.text(page)));

/** The file with every object spelled out: its own objects are packed and compressed. */
export async function spelledOut(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return Buffer.from(await document.save({ useObjectStreams: false })).toString('latin1');
}

export const outlineOf = (bytes: Uint8Array) => withPdf(bytes, (pdf) => pdf.outline());

/** One page at one pixel a point. `page` counts from 1. */
export function drawn(bytes: Uint8Array, page: number, scale = 1): Promise<Pixels> {
  return withPdf(bytes, async (pdf) => {
    const { width, height, rgba } = pdf.draw(page - 1, { scale });
    const rgb = await sharp(rgba, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .raw()
      .toBuffer();
    return { width, height, rgb };
  });
}

/** The room of a source page, of a page drawn at one pixel a point. */
export function contentOf({ width, height, rgb }: Pixels): Promise<Pixels> {
  const box = {
    left: Math.round(CONTENT.x),
    top: Math.round(CONTENT.y),
    width: Math.round(CONTENT.width),
    height: Math.round(CONTENT.height),
  };
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .extract(box)
    .raw()
    .toBuffer()
    .then((cut) => ({ width: box.width, height: box.height, rgb: cut }));
}

/** What the room should show: an upright picture scaled to fit (at most `largest` points a pixel), centred on white. */
export async function roomWith(picture: Buffer, largest = Number.POSITIVE_INFINITY): Promise<Pixels> {
  const [width, height] = [Math.round(CONTENT.width), Math.round(CONTENT.height)];
  const { width: wide = 1, height: high = 1 } = await sharp(picture).metadata();
  const scale = Math.min(CONTENT.width / wide, CONTENT.height / high, largest);
  const size = { width: Math.round(wide * scale), height: Math.round(high * scale) };
  const input = await sharp(picture)
    .resize({ ...size, fit: 'fill', kernel: 'nearest' })
    .png()
    .toBuffer();
  const rgb = await sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .composite([
      { input, left: Math.round((width - size.width) / 2), top: Math.round((height - size.height) / 2) },
    ])
    .removeAlpha()
    .raw()
    .toBuffer();
  return { width, height, rgb };
}

/** Mean difference of all samples, of 255. */
export function difference(one: Pixels, other: Pixels): number {
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  let total = 0;
  for (let at = 0; at < one.rgb.length; at++) {
    total += Math.abs((one.rgb[at] ?? 0) - (other.rgb[at] ?? 0));
  }
  return total / one.rgb.length;
}

export function pixelAt({ width, rgb }: Pixels, x: number, y: number): number[] {
  const at = (Math.round(y) * width + Math.round(x)) * 3;
  return [...rgb.subarray(at, at + 3)];
}

export const isInstalled = (tool: string): boolean => {
  try {
    execFileSync(tool, [tool === 'qpdf' ? '--version' : '-v'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
};

/** Runs a command on the packet's file and answers what it printed. */
export function runOn(
  bytes: Uint8Array,
  tool: string,
  options: (file: string, dir: string) => string[],
): string {
  const dir = mkdtempSync(join(tmpdir(), 'packet-'));
  try {
    const file = join(dir, 'packet.pdf');
    writeFileSync(file, bytes);
    return execFileSync(tool, options(file, dir), { encoding: 'utf8', stdio: 'pipe' });
  } finally {
    rmSync(dir, { recursive: true });
  }
}
