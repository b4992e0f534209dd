// Pages of a PDF drawn by poppler, a reader of its own, as gray pixels; for comparing a packet with its sources.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

export const isInstalled = (tool: string): boolean => {
  try {
    execFileSync(tool, ['-v'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
};

export type GrayPage = { width: number; height: number; data: Buffer };

/** Files of the drawn pages by number, from 1; none when poppler cannot read the file in time. */
export function drawPages(path: string, folder: string, dpi: number): Map<number, string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    const words = ['-r', String(dpi), '-png', '-gray', '-cropbox', path, join(folder, 'p')];
    execFileSync('pdftoppm', words, { stdio: 'ignore', timeout: 300_000 });
  } catch {
    // What it drew before it gave up is still compared.
  }
  const pages = readdirSync(folder).flatMap((name) => {
    const number = /-(\d+)\.png$/.exec(name)?.[1];
    return number ? [[Number(number), join(folder, name)] as const] : [];
  });
  return new Map(pages);
}

/** A part of a drawn page (pixels), brought to `width` by `height`. */
export async function readPage(
  path: string,
  size: { width: number; height: number },
  part?: { left: number; top: number; width: number; height: number },
): Promise<GrayPage> {
  const picture = part ? sharp(path).extract(part) : sharp(path);
  const { data, info } = await picture
    .resize({ ...size, fit: 'fill' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** Share of pixels that stand out from the commonest level. */
export function inkOf({ data }: GrayPage): number {
  const counts = new Uint32Array(256);
  for (const level of data) counts[level] = (counts[level] ?? 0) + 1;
  const ground = counts.indexOf(Math.max(...counts));
  let ink = 0;
  for (const level of data) if (Math.abs(level - ground) > 16) ink += 1;
  return ink / data.length;
}

/** Mean difference of two pages of one size, gray levels, after a light blur so that edges by themselves do not count. */
export async function differenceOf(one: GrayPage, other: GrayPage): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map(({ width, height, data }) =>
      sharp(data, { raw: { width, height, channels: 1 } })
        .blur(1.5)
        .raw()
        .toBuffer(),
    ),
  );
  let sum = 0;
  for (let at = 0; at < one.data.length; at += 1) sum += Math.abs((a?.[at] ?? 0) - (b?.[at] ?? 0));
  return sum / one.data.length;
}
