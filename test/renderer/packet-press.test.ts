// What the press says about a packet is read from its bytes: real packets, real PDFium.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildPacket, type PacketPage } from '../../renderer/packet/build.ts';
import { checkPacket, looksBlank } from '../../renderer/packet-press/check-packet.ts';
import { PageCache } from '../../renderer/packet-press/page-cache.ts';
import type { PacketCheck, PressPage } from '../../renderer/packet-press/press-messages.ts';
import type { PacketPlan } from '../../shared/packet-plan.ts';
import { openPdfium, type Pdfium } from '../../shared/pdfium/pdfium.ts';
import { paper, plan, scanName, source, suppliesOf, visit } from '../packet/plans.ts';

const require = createRequire(import.meta.url);
const scans = new Map<string, Uint8Array>();
let pdfium: Pdfium;

async function picture(marked: boolean): Promise<Uint8Array> {
  const mark = marked ? '<rect x="80" y="120" width="300" height="24" fill="#334"/>' : '';
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="840"><rect width="600" height="840" fill="#fbfaf4"/>${mark}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(drawing)).jpeg().toBuffer());
}

beforeAll(async () => {
  pdfium = await openPdfium(readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm')));
  scans.set(scanName(1), await picture(true));
  scans.set(scanName(2), await picture(false));
});

const size = { width: 600, height: 840 };
const complete = plan([
  visit({
    papers: [
      paper('invoice', [source(scanName(1), size)]),
      paper('itemized-list', [source(scanName(1), size)]),
    ],
  }),
]);

const listed = (page: PacketPage): PressPage => ({
  number: page.packet,
  kind: page.kind === 'paper' || page.kind === 'gap' ? page.kind : 'front',
  visit: page.visit,
  paper: page.paper,
  label: page.label,
  source: page.source ?? null,
});

type Telling = { drop?: number; sourceIsBlank?: boolean; told?: PacketPlan };

/** The checks of the packet of `made`; `told` is the plan it is held against, `drop` leaves pages out of the list. */
async function check(made: PacketPlan, { drop = 0, sourceIsBlank = false, told = made }: Telling = {}) {
  const { bytes, pages } = await buildPacket(made, suppliesOf(scans));
  const document = pdfium.open(bytes);
  const drawn: number[] = [];
  const list = pages.map(listed);
  const checks = await checkPacket(
    told,
    list.slice(0, list.length - drop),
    {
      pageCount: document.pageCount,
      text: document.text,
      draw: (page, width) => document.draw(page, { width }),
    },
    {
      drawn: async (page) => {
        drawn.push(page);
      },
      sourceIsBlank: async () => sourceIsBlank,
    },
  );
  document.close();
  return { checks, drawn, of: (name: PacketCheck['name']) => checks.find((one) => one.name === name) };
}

describe('the proof of a packet', () => {
  test('everything holds for a complete packet, and every page was drawn', async () => {
    const { checks, drawn, of } = await check(complete);
    expect(checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(of('page-count')).toMatchObject({ count: 3, expected: 3 });
    expect(of('sources')).toMatchObject({ count: 2 });
    expect(of('capitals')?.names).toEqual(['叁佰捌拾玖元玖角整']);
    expect(of('gaps')).toBeUndefined();
    expect(drawn).toEqual([0, 1, 2]);
  });

  test('gap pages are counted and are not blank', async () => {
    const { of } = await check(plan([visit({ papers: [paper('prescription', [])] })]));
    expect(of('gaps')).toMatchObject({ passed: true, count: 1 });
    expect(of('blank')).toMatchObject({ passed: true, pages: [] });
  });

  test('a page that is not listed is noticed, and so is its scan', async () => {
    const { of } = await check(complete, { drop: 1 });
    expect(of('page-count')).toMatchObject({ passed: false, count: 3, expected: 2 });
    expect(of('sources')).toMatchObject({ passed: false, count: 1, expected: 2 });
  });

  test('a blank page is excused only by a blank original', async () => {
    const blank = plan([visit({ papers: [paper('invoice', [source(scanName(2), size)])] })]);
    expect((await check(blank)).of('blank')).toMatchObject({ passed: false, pages: [2] });
    expect((await check(blank, { sourceIsBlank: true })).of('blank')).toMatchObject({
      passed: true,
      pages: [2],
    });
  });

  test('name, hospital, total and capitals are looked for in the printed text', async () => {
    const told = plan(
      [visit({ hospital: '别的医院', invoices: [], papers: complete.visits[0]?.papers ?? [] })],
      {
        person: { ...complete.person, name: '李国强' },
      },
    );
    const { of } = await check(complete, { told });
    expect(of('person-name')?.passed).toBe(false);
    expect(of('hospital')).toMatchObject({ passed: false, names: ['别的医院'] });
    expect(of('total')?.passed).toBe(false);
    expect(of('capitals')?.passed).toBe(false);
  });
});

describe('a blank page', () => {
  const sheet = (width: number, height: number, shade: number) => {
    const rgba = new Uint8ClampedArray(width * height * 4).fill(shade);
    return { width, height, rgba };
  };

  test('is white or of one shade, whatever stands in the footer', () => {
    expect(looksBlank(sheet(40, 60, 255))).toBe(true);
    expect(looksBlank(sheet(40, 60, 190))).toBe(true);
    const footed = sheet(40, 60, 255);
    footed.rgba.fill(0, 58 * 40 * 4, 58 * 40 * 4 + 40);
    expect(looksBlank(footed)).toBe(true);
    expect(looksBlank(footed, 0)).toBe(false);
  });

  test('is not blank with one mark', () => {
    const marked = sheet(40, 60, 255);
    marked.rgba.fill(60, 20 * 40 * 4, 20 * 40 * 4 + 12);
    expect(looksBlank(marked)).toBe(false);
  });
});

describe('the pages kept', () => {
  const drawn = (width: number, height: number) => {
    const picture = {
      width,
      height,
      closed: false,
      close: () => {
        picture.closed = true;
      },
    };
    return picture;
  };

  test('the ones not used longest are let go when there are too many pixels', () => {
    const cache = new PageCache<ReturnType<typeof drawn>>(250);
    const [first, second, third] = [drawn(10, 10), drawn(10, 10), drawn(10, 10)];
    cache.keep(1, 10, first);
    cache.keep(2, 10, second);
    cache.find(1, 10);
    cache.keep(3, 10, third);
    expect([first.closed, second.closed, third.closed]).toEqual([false, true, false]);
    expect(cache.find(2, 10)).toBeUndefined();
    expect(cache.find(1, 10)).toBe(first);
  });

  test('the largest picture of a page stands in for one that is not drawn yet', () => {
    const cache = new PageCache<ReturnType<typeof drawn>>(1000);
    const [small, large] = [drawn(5, 5), drawn(20, 20)];
    cache.keep(1, 20, large);
    cache.keep(1, 5, small);
    expect(cache.findAny(1)).toBe(large);
    cache.clear();
    expect(cache.findAny(1)).toBeUndefined();
    expect(large.closed && small.closed).toBe(true);
  });

  test('one picture larger than the ceiling is still shown', () => {
    const cache = new PageCache<ReturnType<typeof drawn>>(50);
    const huge = drawn(20, 20);
    cache.keep(1, 20, huge);
    expect(cache.find(1, 20)).toBe(huge);
  });
});
