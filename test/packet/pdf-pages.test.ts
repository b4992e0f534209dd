// Pages of source PDFs: copied as they are, upright, inside their visible box, with seals and filled-in fields on top.

import { degrees, PDFDocument, PDFName, type PDFPage, PDFString, rgb, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { buildPacket } from '../../renderer/packet/build.ts';
import { turns } from '../../shared/domain.ts';
import type { PacketSource } from '../../shared/packet-plan.ts';
import { paper, plan, scanName, source, suppliesOf, visit } from './plans.ts';
import { contentOf, difference, drawn, pixelAt, roomWith, spelledOut, textsOf } from './reading.ts';

const RED = [208, 32, 32];
const near = (color: number[]) => color.map((value) => expect.closeTo(value, -1.2));

function planOf(more: Partial<PacketSource>[]) {
  const pages = more.map((one) =>
    source(scanName(1), { form: 'pdf', fileName: '电子发票.pdf', unit: 'pt', ...one }),
  );
  return plan([visit({ papers: [paper('invoice', pages)] })]);
}
const packetOf = async (bytes: Uint8Array, more: Partial<PacketSource>[] = [{}]) =>
  (await buildPacket(planOf(more), suppliesOf(new Map([[scanName(1), bytes]])))).bytes;

/** Blocks that look different whichever way the page lies. */
function drawBlocks(page: PDFPage, { x, y, width, height }: Record<'x' | 'y' | 'width' | 'height', number>) {
  const block = (left: number, bottom: number, color: ReturnType<typeof rgb>) =>
    page.drawRectangle({
      x: x + left * width,
      y: y + bottom * height,
      width: width / 3,
      height: height / 2,
      color,
    });
  page.drawRectangle({ x, y, width, height, color: rgb(0.93, 0.93, 0.93) });
  block(0, 0.5, rgb(0.8, 0.1, 0.1));
  block(2 / 3, 0.5, rgb(0.1, 0.6, 0.1));
  block(0, 0, rgb(0.1, 0.1, 0.8));
  block(1 / 3, 0, rgb(0.8, 0.8, 0.1));
}

/** The page alone, as PDFium shows it. */
async function shownAlone(bytes: Uint8Array): Promise<Buffer> {
  const { width, height, rgb: raw } = await drawn(bytes, 1, 2);
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

async function blocksPdf(change: (page: PDFPage) => void = () => {}): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([360, 200]);
  drawBlocks(page, { x: 0, y: 0, width: 360, height: 200 });
  change(page);
  return document.save();
}

describe('a page lies upright', () => {
  for (const turn of turns) {
    test(`with /Rotate ${turn}`, async () => {
      const bytes = await blocksPdf((page) => page.setRotation(degrees(turn)));
      const shown = await contentOf(await drawn(await packetOf(bytes, [{ turn }]), 2));
      expect(difference(shown, await roomWith(await shownAlone(bytes), 0.5))).toBeLessThan(2);
    });
  }

  test('and what the person added comes on top', async () => {
    const bytes = await blocksPdf((page) => page.setRotation(degrees(90)));
    const upright = await sharp(await shownAlone(bytes))
      .rotate(90)
      .png()
      .toBuffer();
    const packet = await packetOf(bytes, [{ turn: 90, extraTurn: 90 }]);
    expect(difference(await contentOf(await drawn(packet, 2)), await roomWith(upright, 0.5))).toBeLessThan(2);
  });
});

describe('the visible box', () => {
  test('may lie anywhere, even below zero, and hides what is outside it', async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([600, 600]);
    page.setMediaBox(-300, -300, 600, 600);
    page.drawRectangle({ x: -300, y: -300, width: 600, height: 600, color: rgb(0, 0, 0) });
    drawBlocks(page, { x: -120, y: -200, width: 300, height: 180 });
    page.setCropBox(-120, -200, 300, 180);
    const bytes = await document.save();
    const shown = await contentOf(await drawn(await packetOf(bytes), 2));
    expect(difference(shown, await roomWith(await shownAlone(bytes), 0.5))).toBeLessThan(2);
  });

  test('may be inherited from the page tree', async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([360, 200]);
    drawBlocks(page, { x: 0, y: 0, width: 360, height: 200 });
    page.node.delete(PDFName.of('MediaBox'));
    document.catalog.Pages().set(PDFName.of('MediaBox'), document.context.obj([0, 0, 360, 200]));
    const bytes = await document.save();
    const shown = await contentOf(await drawn(await packetOf(bytes), 2));
    expect(difference(shown, await roomWith(await shownAlone(bytes), 0.5))).toBeLessThan(2);
  });

  test('counts in units of its own when the page says so', async () => {
    const bytes = await blocksPdf((page) =>
      page.node.set(PDFName.of('UserUnit'), page.doc.context.obj(1.25)),
    );
    const shown = await contentOf(await drawn(await packetOf(bytes), 2));
    const plain = await shownAlone(await blocksPdf());
    expect(difference(shown, await roomWith(plain, 0.625))).toBeLessThan(2);
  });

  test('is never shown larger than it is', async () => {
    const shown = await contentOf(await drawn(await packetOf(await blocksPdf()), 2));
    expect(pixelAt(shown, shown.width / 2 - 190, shown.height / 2)).toEqual([255, 255, 255]);
    expect(pixelAt(shown, shown.width / 2 - 170, shown.height / 2 - 20)).toEqual(near(RED));
  });
});

type Mark = { flags?: number; subtype?: string; state?: string; matrix?: number[]; layer?: 'on' | 'off' };

/** A white page with one annotation that paints its whole rectangle (100,50)-(200,150) red. */
async function sealedPdf({ flags = 4, subtype = 'Stamp', state, matrix, layer }: Mark): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([360, 200]);
  const { context } = document;
  const seal = context.register(
    context.stream('0.816 0.125 0.125 rg 0 0 40 40 re f', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 40, 40],
      ...(matrix ? { Matrix: matrix } : {}),
    }),
  );
  const group = context.register(context.obj({ Type: 'OCG', Name: PDFString.of('seal') }));
  const mark = context.obj({
    Type: 'Annot',
    Subtype: subtype,
    Rect: [100, 50, 200, 150],
    F: flags,
    AP: { N: state ? { On: seal, Off: context.register(context.stream('', { BBox: [0, 0, 1, 1] })) } : seal },
    ...(state ? { AS: state } : {}),
    ...(layer ? { OC: group } : {}),
  });
  page.node.set(PDFName.of('Annots'), context.obj([context.register(mark)]));
  if (layer) {
    const properties = { OCGs: [group], D: layer === 'off' ? { OFF: [group] } : {} };
    document.catalog.set(PDFName.of('OCProperties'), context.obj(properties));
  }
  return document.save();
}

/** The middle of the seal on the packet's page, and a point 8 points outside its left edge. */
async function sealOn(packet: Uint8Array): Promise<{ inside: number[]; outside: number[] }> {
  const shown = await contentOf(await drawn(packet, 2));
  const [left, top] = [(shown.width - 360) / 2, (shown.height - 200) / 2];
  return { inside: pixelAt(shown, left + 150, top + 100), outside: pixelAt(shown, left + 92, top + 100) };
}

describe('a seal that is an annotation', () => {
  const WHITE = [255, 255, 255];

  test('stays visible, at its place and size', async () => {
    const { inside, outside } = await sealOn(await packetOf(await sealedPdf({})));
    expect(inside).toEqual(near(RED));
    expect(outside).toEqual(WHITE);
  });

  test('stays visible when it is a signature field, or turned and moved by a matrix of its own', async () => {
    for (const mark of [{ subtype: 'Widget' }, { matrix: [0, 2, -2, 0, 17, -9] }]) {
      const { inside, outside } = await sealOn(await packetOf(await sealedPdf(mark)));
      expect(inside).toEqual(near(RED));
      expect(outside).toEqual(WHITE);
    }
  });

  test('shows the state it is in', async () => {
    expect((await sealOn(await packetOf(await sealedPdf({ state: 'On' })))).inside).toEqual(near(RED));
    expect((await sealOn(await packetOf(await sealedPdf({ state: 'Off' })))).inside).toEqual(WHITE);
  });

  test('stays hidden when it was hidden, not for the eye, or a popup', async () => {
    for (const mark of [{ flags: 2 }, { flags: 32 }, { subtype: 'Popup' }]) {
      expect((await sealOn(await packetOf(await sealedPdf(mark)))).inside).toEqual(WHITE);
    }
  });

  test('follows its layer', async () => {
    expect((await sealOn(await packetOf(await sealedPdf({ layer: 'on' })))).inside).toEqual(near(RED));
    expect((await sealOn(await packetOf(await sealedPdf({ layer: 'off' })))).inside).toEqual(WHITE);
  });
});

describe('a layer of the page', () => {
  async function layeredPdf(state: object): Promise<Uint8Array> {
    const document = await PDFDocument.create();
    const page = document.addPage([360, 200]);
    const { context } = document;
    const group = context.register(context.obj({ Type: 'OCG', Name: PDFString.of('draft') }));
    const content = '/OC /Draft BDC 0.816 0.125 0.125 rg 100 50 100 100 re f EMC';
    page.node.set(PDFName.of('Contents'), context.register(context.stream(content)));
    page.node.set(PDFName.of('Resources'), context.obj({ Properties: { Draft: group } }));
    const defaults = Object.fromEntries(
      Object.entries(state).map(([name, on]) => [name, on === true ? [group] : on]),
    );
    document.catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [group], D: defaults }));
    return document.save();
  }

  test('that is off stays off, one that is on stays on', async () => {
    const red = near(RED);
    const shown = async (state: object) => (await sealOn(await packetOf(await layeredPdf(state)))).inside;
    expect(await shown({})).toEqual(red);
    expect(await shown({ OFF: true })).toEqual([255, 255, 255]);
    expect(await shown({ BaseState: 'OFF' })).toEqual([255, 255, 255]);
    expect(await shown({ BaseState: 'OFF', ON: true })).toEqual(red);
  });
});

describe('a source with many pages', () => {
  test('is asked for once and its fonts are written once', async () => {
    const document = await PDFDocument.create();
    const font = await document.embedFont(StandardFonts.TimesRomanBold);
    for (let at = 0; at < 6; at++) document.addPage([300, 300]).drawText(`Sheet ${at + 1}`, { font });
    const scans = new Map([[scanName(1), await document.save()]]);
    const supplies = suppliesOf(scans);
    const pages = [0, 1, 2, 3, 4, 5, 2].map((page) => ({ page }));
    const { bytes } = await buildPacket(planOf(pages), supplies);
    expect(supplies.pulled).toHaveLength(1);
    expect((await spelledOut(bytes)).split('/BaseFont /Times-Bold').length - 1).toBe(1);
    expect((await textsOf(bytes)).slice(1).map((text) => /Sheet (\d)/.exec(text)?.[1])).toEqual([
      ...'1234563',
    ]);
  });

  test('joins content that comes in pieces', async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([360, 200]);
    const { context } = document;
    const pieces = ['0.816 0.125 0.125 rg 100 50 100', '100 re f'].map((piece) =>
      context.register(context.flateStream(piece)),
    );
    page.node.set(PDFName.of('Contents'), context.obj(pieces));
    expect((await sealOn(await packetOf(await document.save()))).inside).toEqual(near(RED));
  });
});

describe('a page that cannot be copied', () => {
  const refusal = (reason: string, page = 1) => ({
    code: 'page-unusable',
    params: { file: '电子发票.pdf', page, reason },
  });

  test('is named with its file: no PDF, no such page, a value nobody drew', async () => {
    await expect(packetOf(new TextEncoder().encode('not a PDF at all'))).rejects.toMatchObject(
      refusal('pdf-open'),
    );
    await expect(packetOf(await blocksPdf(), [{ page: 4 }])).rejects.toMatchObject(
      refusal('pdf-page-missing', 5),
    );
    const document = await PDFDocument.create();
    const page = document.addPage([300, 300]);
    const { context } = document;
    const field = { Subtype: 'Widget', FT: 'Tx', V: PDFString.of('268.40'), Rect: [0, 0, 100, 20] };
    page.node.set(PDFName.of('Annots'), context.obj([context.register(context.obj(field))]));
    await expect(packetOf(await document.save())).rejects.toMatchObject(refusal('pdf-form'));
  });

  test('leaves the other pages of its file as they are, with a notice in its place when that is wished', async () => {
    const supplies = suppliesOf(new Map([[scanName(1), await blocksPdf()]]), { onUnusable: 'notice' });
    const { bytes, pages } = await buildPacket(planOf([{}, { page: 9 }, {}]), supplies);
    expect(pages.map(({ kind }) => kind)).toEqual(['cover', 'paper', 'unusable', 'paper']);
    expect(pages[2]).toMatchObject({
      source: { scan: scanName(1), page: 9 },
      problem: refusal('pdf-page-missing', 10),
    });
    expect((await textsOf(bytes))[2]).toContain('文件里没有这一页');
  });
});
