// Every way a file says which side is up: thumbnail, large picture and packet show the same upright page, compared by pixels.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { getScan } from '../../electron/database/scan.ts';
import { withPdf } from '../../electron/engine/pdf.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import type { Context } from '../../electron/handlers/context.ts';
import { scanPicture, scanPrintable } from '../../electron/intake/pictures.ts';
import { takeIn } from '../../electron/intake/take-in.ts';
import { buildFolderPacket, type FolderPlan, manifestOf } from '../../renderer/packet/build.ts';
import { type MediaType, type Turn, turns } from '../../shared/domain.ts';
import type { PacketSource } from '../../shared/packet-plan.ts';
import { makeFolder, markedPicture, writePdf } from '../engine/made-files.ts';
import { turnHeic } from '../engine/turn-heic.ts';
import { setDesk } from '../handlers/desk.ts';
import { font } from '../packet/plans.ts';

const workshop = openWorkshop();
afterAll(() => workshop.close());

type Example = { name: string; bytes: Uint8Array; upright: Buffer };
type Raw = { width: number; height: number; data: Buffer };

async function rawOf(picture: Sharp, width: number, height: number): Promise<Raw> {
  const data = await picture
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .removeAlpha()
    .resize({ width, height, fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer();
  return { width, height, data };
}

function differenceOf(one: Raw, other: Raw): number {
  let sum = 0;
  for (let at = 0; at < one.data.length; at += 1)
    sum += Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0));
  return sum / one.data.length;
}

const formOf = (mediaType: MediaType, bytes: Uint8Array): PacketSource['form'] =>
  mediaType === 'application/pdf' ? 'pdf' : bytes[0] === 0x89 ? 'png' : 'jpeg';

/** The page as it stands in a packet, at three pixels a point. */
async function drawInPacket(context: Context, scan: string): Promise<Sharp> {
  const facts = getScan(context.vault.db, scan);
  const [page] = facts.pages;
  if (!page) throw new Error('no page');
  const printable = await scanPrintable(context, scan, 0);
  const form = formOf(facts.mediaType, printable.bytes);
  const source = { ...page, scan, fileName: 'a', page: 0, form, extraTurn: 0 } as PacketSource;
  const plan: FolderPlan = { language: 'zh-CN', title: 'a', files: [{ name: 'a', pages: [source] }] };
  const packet = await buildFolderPacket(plan, { font, pull: async () => printable.bytes });
  const { pages } = manifestOf({ title: '', number: '', says: [] }, packet.pages);
  const placed = pages.find(({ sources }) => sources.length > 0);
  const box = placed?.sources[0]?.box;
  if (!placed || !box) throw new Error('the page is not in the packet');
  const scale = 3;
  const { width, height, rgba } = await withPdf(packet.bytes, (pdf) => pdf.draw(placed.page - 1, { scale }));
  const [left, top, wide, high] = box.map((side) => Math.round(side * scale)) as [
    number,
    number,
    number,
    number,
  ];
  const part = { left, top, width: Math.min(wide, width - left), height: Math.min(high, height - top) };
  return sharp(rgba, { raw: { width, height, channels: 4 } }).extract(part);
}

async function expectUprightEverywhere(examples: Example[]): Promise<void> {
  const context = { ...setDesk().context, workshop };
  const folder = makeFolder();
  for (const { name, bytes, upright } of examples) {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const { scan } = await takeIn(context, { path, name });
    const { width, height } = await sharp(upright).metadata();
    const wanted = await rawOf(sharp(upright), width, height);
    const outputs = {
      thumbnail: sharp(await scanPicture(context, scan.id, 0, 64, 0)),
      preview: sharp(await scanPicture(context, scan.id, 0, 1200, 0)),
      packet: await drawInPacket(context, scan.id),
    };
    for (const [output, picture] of Object.entries(outputs)) {
      const size = await picture.clone().toBuffer({ resolveWithObject: true });
      const shape = size.info.width / size.info.height / (width / height);
      expect(Math.abs(shape - 1), `${name} ${output}: its shape`).toBeLessThan(0.05);
      const difference = differenceOf(await rawOf(picture, width, height), wanted);
      expect(difference, `${name} ${output}`).toBeLessThan(output === 'thumbnail' ? 14 : 9);
    }
  }
}

/** How the stored pixels lie for each orientation, so that a reader who obeys the tag sees the marked picture. */
const stored: Record<number, (upright: Sharp) => Sharp> = {
  1: (upright) => upright,
  2: (upright) => upright.flop(),
  3: (upright) => upright.rotate(180),
  4: (upright) => upright.flip(),
  5: (upright) => upright.flop().rotate(270),
  6: (upright) => upright.rotate(270),
  7: (upright) => upright.flop().rotate(90),
  8: (upright) => upright.rotate(90),
};

describe('the same upright page as thumbnail, large picture and in the packet', () => {
  for (const kind of ['jpeg', 'png', 'webp', 'tiff'] as const) {
    test(`${kind}: orientations 1 to 8`, async () => {
      const upright = await markedPicture().png().toBuffer();
      const examples: Example[] = [];
      for (const [orientation, lay] of Object.entries(stored)) {
        const turned = await lay(sharp(upright)).png().toBuffer();
        const tagged = sharp(turned).withMetadata({ orientation: Number(orientation) });
        const bytes = await tagged.toFormat(kind, { quality: 95 }).toBuffer();
        examples.push({ name: `${orientation}.${kind}`, bytes, upright });
      }
      await expectUprightEverywhere(examples);
    });
  }

  const boxes: [string, [number, number, number, number], string][] = [
    ['a CropBox off the corner', [60, 40, 300, 200], '/MediaBox [0 0 400 300]'],
    ['a MediaBox and a CropBox below zero', [-160, -120, 80, 40], '/MediaBox [-200 -200 200 200]'],
    ['a CropBox with its corners the other way round', [60, 40, 300, 200], '/MediaBox [400 300 0 0]'],
  ];
  for (const [what, [left, bottom, right, top], media] of boxes) {
    test(`PDF: ${what}, the boxes inherited, /Rotate 0 to 270`, async () => {
      const marks: [string, number, number][] = [
        ['1 0 0', left, top - 40],
        ['0 1 0', right - 40, top - 40],
        ['0 0 1', right - 40, bottom],
        ['0 0 0', left, bottom],
      ];
      const content = marks.map(([colour, x, y]) => `${colour} rg ${x} ${y} 40 40 re f`).join('\n');
      const marked = await markedPicture().png().toBuffer();
      const examples: Example[] = [];
      for (const turn of turns) {
        const pdf = writePdf([
          '<< /Type /Catalog /Pages 2 0 R >>',
          `<< /Type /Pages /Kids [3 0 R] /Count 1 ${media} /CropBox [${left} ${bottom} ${right} ${top}] /Rotate ${turn} >>`,
          '<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>',
          `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
        ]);
        const upright = await sharp(marked)
          .rotate(turn satisfies Turn)
          .png()
          .toBuffer();
        examples.push({ name: `${turn}.pdf`, bytes: Buffer.from(pdf), upright });
      }
      await expectUprightEverywhere(examples);
    });
  }
});

const samples = resolve(import.meta.dirname, '../../../shared/samples');
const heic = join(samples, 'heif_pillow/empty_icc.heic');

test.skipIf(!existsSync(heic))(
  'HEIC: turned and mirrored by its own properties, in every combination (skipped without the samples)',
  async () => {
    const plain = readFileSync(heic);
    const pixels = await workshop.printable(plain, 'image/heic', 0);
    const straight = await sharp(pixels.bytes).resize({ width: 240 }).png().toBuffer();
    const examples: Example[] = [];
    for (const quarters of [0, 1, 2, 3] as const) {
      for (const mirror of [undefined, 'upright', 'level'] as const) {
        const turned = await sharp(straight)
          .rotate((360 - quarters * 90) % 360)
          .png()
          .toBuffer();
        const flipped =
          mirror === 'upright' ? sharp(turned).flop() : mirror ? sharp(turned).flip() : sharp(turned);
        const upright = await flipped.png().toBuffer();
        const bytes = turnHeic(plain, { quarters, ...(mirror ? { mirror } : {}) });
        examples.push({ name: `${quarters}-${mirror ?? 'plain'}.heic`, bytes, upright });
      }
    }
    await expectUprightEverywhere(examples);
  },
);

const photographs = join(samples, 'img_exif_recurser');

test.skipIf(!existsSync(photographs))(
  'photographs of all eight orientations, with other decoders’ pixels (skipped without the samples)',
  async () => {
    for (const shape of ['Landscape', 'Portrait']) {
      const upright = await sharp(readFileSync(join(photographs, `${shape}_1.jpg`)))
        .resize({ width: 300 })
        .png()
        .toBuffer();
      const examples = [2, 3, 4, 5, 6, 7, 8].map((orientation) => {
        const name = `${shape}_${orientation}.jpg`;
        return { name, bytes: readFileSync(join(photographs, name)), upright };
      });
      await expectUprightEverywhere(examples);
    }
  },
);
