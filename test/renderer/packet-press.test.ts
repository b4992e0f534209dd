// What the press says about a packet is read from its bytes: real packets, real PDFium.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildPacket } from '../../renderer/packet/build.ts';
import { checkPacket } from '../../renderer/packet-press/check-packet.ts';
import { PageCache } from '../../renderer/packet-press/page-cache.ts';
import type { PacketCheck, PressPage } from '../../renderer/packet-press/press-messages.ts';
import { holdAgainstPlan, type NotShown, proveBuilt } from '../../renderer/packet-press/prove-built.ts';
import { provePages } from '../../renderer/screens/claims/page-proof.ts';
import type { PacketPlan } from '../../shared/packet-plan.ts';
import { LARGEST_MANIFEST, MANIFEST_NAME, readManifest } from '../../shared/packet-proof/manifest.ts';
import type { Finding, Reference } from '../../shared/packet-proof/prove-page.ts';
import { openPdfium, type Pdfium } from '../../shared/pdfium/pdfium.ts';
import { paper, plan, scanName, source, suppliesOf, visit } from '../packet/plans.ts';

const require = createRequire(import.meta.url);
const scans = new Map<string, Uint8Array>();
let pdfium: Pdfium;

type Mark = 'marked' | 'blank' | 'upside-down';

async function picture(how: Mark): Promise<Uint8Array> {
  const top = how === 'marked' ? 120 : 640;
  const mark = how === 'blank' ? '' : `<rect x="80" y="${top}" width="300" height="84" fill="#334"/>`;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="840"><rect width="600" height="840" fill="#fbfaf4"/>${mark}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(drawing)).jpeg().toBuffer());
}

beforeAll(async () => {
  pdfium = await openPdfium(readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm')));
  scans.set(scanName(1), await picture('marked'));
  scans.set(scanName(2), await picture('blank'));
  scans.set(scanName(3), await picture('upside-down'));
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

type Telling = {
  /** The plan it is held against. */
  told?: PacketPlan;
  /** Shown in place of the original of every page. */
  original?: Reference | undefined;
  damage?: (bytes: Uint8Array) => Promise<Uint8Array>;
};

const referenceOf = async (bytes: Uint8Array): Promise<Reference> => {
  const { data, info } = await sharp(bytes).grayscale().raw().toBuffer({ resolveWithObject: true });
  return { shown: { width: info.width, height: info.height, data: new Uint8Array(data) } };
};

const notShown: NotShown = { code: 'source-unreadable', detail: 'file-damaged' };

/** The proof of the packet of `made`, as the worker makes it. */
async function check(made: PacketPlan, telling: Telling = {}) {
  const { told = made, damage = async (bytes) => bytes } = telling;
  const { bytes } = await buildPacket(made, suppliesOf(scans));
  const document = pdfium.open(await damage(bytes));
  const manifest = readManifest(document.attachment(MANIFEST_NAME, LARGEST_MANIFEST));
  const drawn: number[] = [];
  const proof = await proveBuilt(async (use) => use(document), manifest, {
    referencesOf: async ({ sources }) => {
      const found = sources.map(({ scan }) => scans.get(scan));
      if ('original' in telling) return found.map(() => telling.original ?? notShown);
      return Promise.all(found.map((one) => (one ? referenceOf(one) : notShown)));
    },
    drawn: async (page) => {
      drawn.push(page);
    },
  });
  const { unplaced, findings } = holdAgainstPlan(told, manifest);
  const all = [...findings, ...proof.findings];
  const { pageCount, text } = document;
  const checks = checkPacket({
    plan: told,
    manifest,
    pageCount,
    text,
    proof: { ...proof, findings: all },
    unplaced,
  });
  document.close();
  const failed = checks.filter(({ passed }) => !passed).map(({ name }) => name);
  return {
    checks,
    drawn,
    findings: all,
    failed,
    of: (name: PacketCheck['name']) => checks.find((one) => one.name === name),
  };
}

/** The last page is thrown away, the attached manifest stays. */
async function dropLastPage(bytes: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes);
  document.removePage(document.getPageCount() - 1);
  return document.save();
}

describe('the proof of a packet', () => {
  test('everything holds for a complete packet, and every page was drawn', async () => {
    const { failed, drawn, of, findings } = await check(complete);
    expect(failed).toEqual([]);
    expect(findings.filter(({ fails }) => fails)).toEqual([]);
    expect(of('page-count')).toMatchObject({ count: 3, expected: 3 });
    expect(of('sources')).toMatchObject({ count: 2 });
    expect(of('alike')).toMatchObject({ passed: true, count: 2, expected: 2 });
    expect(of('capitals')?.names).toEqual(['叁佰捌拾玖元玖角整']);
    expect(of('gaps')).toBeUndefined();
    expect(drawn).toEqual([1, 2, 3]);
  });

  test('gap pages are counted and are not blank', async () => {
    const { of } = await check(plan([visit({ papers: [paper('prescription', [])] })]));
    expect(of('gaps')).toMatchObject({ passed: true, count: 1, pages: [2] });
    expect(of('blank')).toMatchObject({ passed: true, pages: [] });
  });

  test('a page that is gone from the file is noticed by its number', async () => {
    const { of, findings } = await check(complete, { damage: dropLastPage });
    expect(of('page-count')).toMatchObject({ passed: false, count: 2, expected: 3 });
    expect(findings).toContainEqual(expect.objectContaining({ code: 'page-missing', fails: true, page: 3 }));
  });

  test('a scan the plan wants and the packet lacks is noticed and named', async () => {
    const [first] = complete.visits;
    const more = paper('prescription', [source(scanName(2), { ...size, fileName: '处方.jpg' })]);
    const told = plan([visit({ papers: [...(first?.papers ?? []), more] })]);
    const { of, findings } = await check(complete, { told });
    expect(of('sources')).toMatchObject({ passed: false, count: 1, expected: 3 });
    expect(findings).toContainEqual(expect.objectContaining({ code: 'page-missing', file: '处方.jpg' }));
  });

  test('two papers that changed places are noticed by the page', async () => {
    const two = [
      paper('invoice', [source(scanName(1), size)]),
      paper('itemized-list', [source(scanName(3), size)]),
    ];
    const { failed, findings } = await check(plan([visit({ papers: two })]), {
      told: plan([visit({ papers: [...two].reverse() })]),
    });
    expect(failed).toContain('alike');
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'page-misplaced', page: 2, fails: true }),
    );
  });

  test('a page that does not look like its original fails with its number', async () => {
    const other = await referenceOf(await picture('upside-down'));
    const { of } = await check(complete, { original: other });
    expect(of('alike')).toMatchObject({ passed: false, pages: [2, 3] });
  });

  test('a blank page is excused only by a blank original', async () => {
    const blank = plan([visit({ papers: [paper('invoice', [source(scanName(2), size)])] })]);
    const marked = await referenceOf(await picture('marked'));
    expect((await check(blank, { original: marked })).of('blank')).toMatchObject({
      passed: false,
      pages: [2],
    });
    expect((await check(blank)).failed).toEqual([]);
  });

  test('an original that cannot be shown is listed, not passed over', async () => {
    const { failed, of } = await check(complete, { original: undefined });
    expect(failed).toEqual([]);
    expect(of('unseen')).toMatchObject({ passed: true, pages: [2, 3] });
    expect(of('alike')).toMatchObject({ count: 0, expected: 2 });
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

describe('what is shown of each page', () => {
  test('a good page holds with every check by name, a coarse one is to be minded, a wrong one fails', async () => {
    const { bytes, pages } = await buildPacket(complete, suppliesOf(scans));
    const document = pdfium.open(bytes);
    const manifest = readManifest(document.attachment(MANIFEST_NAME, LARGEST_MANIFEST));
    document.close();
    const list = pages.map(
      (page): PressPage => ({
        number: page.packet,
        kind: page.kind === 'paper' ? 'paper' : 'front',
        visit: page.visit,
        paper: page.paper,
        label: page.label,
        source: page.source ?? null,
      }),
    );
    const finding = (code: Finding['code'], page: number, fails: boolean): Finding => ({
      code,
      page,
      fails,
      detail: '',
      file: '',
    });
    const findings = [finding('low-dpi', 2, false), finding('page-differs', 3, true)];
    const [cover, coarse, wrong] = provePages(list, { checks: [], findings, manifest, sealed: [3] });
    expect(cover).toMatchObject({ verdict: 'holds', held: ['there', 'ink', 'text'], sources: [] });
    expect(coarse).toMatchObject({ verdict: 'minds', held: ['there', 'upright', 'ink', 'alike'] });
    expect(wrong).toMatchObject({ verdict: 'fails', held: ['there', 'ink', 'seals', 'dpi'] });
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
