// Small pictures of a HEIC come from the preview that was made when it was taken in, and from the file itself without it.

import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { openVault } from '../../electron/database/open.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import type { Context } from '../../electron/handlers/context.ts';
import { scanPicture } from '../../electron/intake/pictures.ts';
import { takeIn } from '../../electron/intake/take-in.ts';

const sample = resolve(import.meta.dirname, '../../../shared/samples/heif_pillow/spatial_photo.heic');

/** Mean difference of gray levels. */
async function distance(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map((bytes) =>
      sharp(bytes).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true }),
    ),
  );
  if (!a || !b) throw new Error('no pixels');
  expect([a.info.width, a.info.height]).toEqual([b.info.width, b.info.height]);
  return a.data.reduce((sum, level, at) => sum + Math.abs(level - (b.data[at] ?? 0)), 0) / a.data.length;
}

test.skipIf(!existsSync(sample))(
  'the picture of a list needs no second decoding and shows the same (skipped without the samples)',
  async () => {
    const dir = mkdtempSync(join(tmpdir(), 'guibao-preview-'));
    const vault = openVault(join(dir, 'vault'), { access: 'write', way: 'test', create: true });
    const workshop = openWorkshop();
    onTestFinished(async () => {
      await workshop.close();
      vault.close();
      rmSync(dir, { recursive: true, force: true });
    });
    const kinds: string[] = [];
    const watching: Context['workshop'] = {
      ...workshop,
      picture: (bytes, mediaType, wish) => {
        kinds.push(mediaType);
        return workshop.picture(bytes, mediaType, wish);
      },
    };
    const context: Context = { vault, workshop: watching, way: 'window', now: () => new Date() };
    const path = join(dir, 'IMG_0001.heic');
    copyFileSync(sample, path);
    const { scan } = await takeIn(context, { path, name: 'IMG_0001.heic' });
    const more = scan.pages[0]?.findings?.find(({ code }) => code === 'more-pictures');
    expect(more).toBeUndefined();
    const quick = await scanPicture(context, scan.id, 0, 320, 0);
    const turned = await scanPicture(context, scan.id, 0, 320, 90);
    await scanPicture(context, scan.id, 0, 1600, 0);
    expect(kinds).toEqual(['image/jpeg', 'image/jpeg', 'image/heic']);

    vault.close();
    rmSync(join(dir, 'vault', 'derived.sqlite'));
    const again = openVault(join(dir, 'vault'), { access: 'write', way: 'test' });
    onTestFinished(() => again.close());
    const whole = await scanPicture({ ...context, vault: again }, scan.id, 0, 320, 0);
    expect(kinds.at(-1)).toBe('image/heic');
    expect(await distance(quick, whole)).toBeLessThan(4);
    expect(await distance(turned, await sharp(whole).rotate(90).toBuffer())).toBeLessThan(6);
  },
);
