// Whatever way a photograph was held and whatever was done to its page: small picture, large picture and printed bytes show what
// an independent reference shows.

import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import type { Turn } from '../../shared/domain.ts';
import { editedSize, noEdit, type PageEdit, uprightSize } from '../../shared/page-edit.ts';
import { difference } from '../packet/reading.ts';

const workshop = openWorkshop();
afterAll(() => workshop.close());

const WIDTH = 480;
const HEIGHT = 340;
/** Nothing in it is the same mirrored or turned. */
const drawing = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="#d8d0c0"/>
  <rect x="20" y="16" width="150" height="90" fill="#c01818"/><rect x="300" y="190" width="150" height="120" fill="#203080"/>
  <circle cx="380" cy="70" r="44" fill="#107040"/><polygon points="30,320 120,320 30,200" fill="#222"/></svg>`,
);

/** What each EXIF value asks for: mirrored left to right first, then turned clockwise. */
const held: Record<number, { mirrored: boolean; turn: Turn }> = {
  1: { mirrored: false, turn: 0 },
  2: { mirrored: true, turn: 0 },
  3: { mirrored: false, turn: 180 },
  4: { mirrored: true, turn: 180 },
  5: { mirrored: true, turn: 270 },
  6: { mirrored: false, turn: 90 },
  7: { mirrored: true, turn: 90 },
  8: { mirrored: false, turn: 270 },
};

/** The stored picture of a photo that shows the drawing once it is upright: everything done backwards. */
async function storeHeld({ mirrored, turn }: (typeof held)[number]): Promise<Buffer> {
  const turned = await sharp(drawing)
    .rotate((360 - turn) % 360)
    .png()
    .toBuffer();
  return sharp(turned).flop(mirrored).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer();
}

const pixels = async (bytes: Uint8Array) => {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .resize(120, 120, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: data };
};

/** Cut, halved, mirrored, turned: by the words of shared/page-edit.ts, with nothing of the program's own drawing. */
async function referenceOf({ crop, half, mirrored }: PageEdit, turn: Turn): Promise<Buffer> {
  const [left, top, width, height] = crop ?? [0, 0, 1, 1];
  const x = left + (half === 'right' ? width / 2 : 0);
  const y = top + (half === 'bottom' ? height / 2 : 0);
  const wide = half === 'left' || half === 'right' ? width / 2 : width;
  const high = half === 'top' || half === 'bottom' ? height / 2 : height;
  const cut = await sharp(drawing)
    .extract({
      left: Math.round(x * WIDTH),
      top: Math.round(y * HEIGHT),
      width: Math.round(wide * WIDTH),
      height: Math.round(high * HEIGHT),
    })
    .png()
    .toBuffer();
  return sharp(await sharp(cut).flop(mirrored).png().toBuffer())
    .rotate(turn)
    .png()
    .toBuffer();
}

const crops = fc
  .record({
    left: fc.nat(30),
    top: fc.nat(30),
    width: fc.integer({ min: 40, max: 70 }),
    height: fc.integer({ min: 40, max: 70 }),
  })
  .map(({ left, top, width, height }): PageEdit['crop'] => [
    left / 100,
    top / 100,
    width / 100,
    height / 100,
  ]);
const edits = fc.record({
  ...{ mirrored: fc.boolean(), crop: fc.option(crops), corners: fc.constant(null) },
  ...{ enhance: fc.constant('none' as const), half: fc.constantFrom(null, 'left', 'right', 'top', 'bottom') },
}) as fc.Arbitrary<PageEdit>;

test('every way of holding it, every edit and every turn together', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 8 }),
      edits,
      fc.constantFrom<Turn>(0, 90, 180, 270),
      async (orientation, edit, extraTurn) => {
        const way = held[orientation] ?? { mirrored: false, turn: 0 as const };
        const bytes = await storeHeld(way);
        const wanted = await pixels(await referenceOf(edit, extraTurn));
        const changed = JSON.stringify(edit) !== JSON.stringify(noEdit);
        const wish = { page: 0, ...way };
        const show = async (edge: number) =>
          changed
            ? workshop.picture(bytes, 'image/jpeg', { ...wish, edge, edited: { edit, extraTurn } })
            : workshop.picture(bytes, 'image/jpeg', {
                ...{ page: 0, edge, mirrored: way.mirrored },
                turn: ((way.turn + extraTurn) % 360) as Turn,
              });
        for (const edge of [200, 1000])
          expect(difference(await pixels(await show(edge)), wanted), `picture of ${edge}`).toBeLessThan(6);
        if (!changed) return;
        const printed = await workshop.edited(bytes, 'image/jpeg', { ...wish, edit });
        const turned = await sharp(printed.bytes).rotate(extraTurn).png().toBuffer();
        expect(difference(await pixels(turned), wanted), 'printed').toBeLessThan(6);
        const { width, height } = await sharp(bytes).metadata();
        const size = editedSize(uprightSize({ width, height, unit: 'px', turn: way.turn }), edit);
        const made = await sharp(printed.bytes).metadata();
        expect([made.width, made.height]).toEqual([size.width, size.height]);
      },
    ),
    { numRuns: 60 },
  );
}, 300_000);
