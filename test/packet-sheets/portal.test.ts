// Files for portals: sizes met or honestly refused, print never blurred below its floor; and the ZIP twin.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportPortal } from '../../electron/command-line/export-portal.ts';
import { portalDesk } from '../../electron/command-line/portal-pages.ts';
import type { Session } from '../../electron/command-line/session.ts';
import { zipClaim } from '../../electron/command-line/zip-claim.ts';
import { openVault } from '../../electron/database/open.ts';
import { insertScan } from '../../electron/database/scan.ts';
import { smallestPrint } from '../../electron/engine/print-height.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { chooseTogether } from '../../renderer/packet/portal/choose-steps.ts';
import { fillPattern, plainName } from '../../renderer/packet/portal/file-names.ts';
import { measurePages } from '../../renderer/packet/portal/portal-pages.ts';
import { csvCell } from '../../renderer/packet/portal/twin.ts';
import type { PacketPlan } from '../../shared/packet-plan.ts';
import { type PortalProfile, portalProfile, shippedProfiles } from '../../shared/portal-profile.ts';
import { paper, plan, source, visit } from '../packet/plans.ts';
import { isInstalled, textsOf } from '../packet/reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'guibao-test-'));
const vault = openVault(join(folder, 'vault'), { way: 'command-line', access: 'write', create: true });
const workshop = openWorkshop();
const context = { vault, workshop, way: 'command-line' as const, now: () => new Date(2026, 6, 1) };
const session = { context } as unknown as Session;
const signal = { aborted: false };
const ids: string[] = [];

/** A photographed page: paper with a little noise and lines of print of 30 pixels. */
async function photograph(seed: number): Promise<Uint8Array> {
  const words = Array.from({ length: 34 }, (_, row) =>
    Array.from({ length: 38 }, (_, at) => {
      const wide = 12 + ((seed * 7 + row * 13 + at * 5) % 16);
      return `<rect x="${70 + at * 29}" y="${80 + row * 48}" width="${wide}" height="30" fill="#2b2b33"/>`;
    }).join(''),
  ).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754"><rect width="1240" height="1754" fill="#efeee9"/>${words}</svg>`;
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 14 };
  const grain = await sharp({
    create: { width: 1240, height: 1754, channels: 3, background: '#808080', noise },
  })
    .png()
    .toBuffer();
  const made = sharp(Buffer.from(svg)).composite([{ input: grain, blend: 'soft-light' }]);
  return new Uint8Array(await made.jpeg({ quality: 93 }).toBuffer());
}

beforeAll(async () => {
  for (let at = 0; at < 10; at++) {
    const bytes = await photograph(at);
    const id = createHash('sha256').update(bytes).digest('hex');
    ids.push(id);
    insertScan(vault.db, {
      id,
      fileName: at === 3 ? '=cmd|清单, "二".jpg' : `IMG_${at}.jpg`,
      mediaType: 'image/jpeg',
      bytes,
      addedAt: '2026-01-01T00:00:00.000Z',
      pages: [{ width: 1240, height: 1754, unit: 'px', mirrored: false, turn: 0 }],
    } as Parameters<typeof insertScan>[1]);
  }
}, 60_000);
afterAll(async () => {
  await workshop.close();
  vault.close();
  rmSync(folder, { recursive: true, force: true });
});

/** `visits` times four papers of one page; turned pages count as pages of their own, so 10 scans make 40 pages. */
function claim(visits: number): PacketPlan {
  let next = 0;
  const page = () => {
    const at = next++;
    const extraTurn = ([0, 90, 180, 270] as const)[Math.floor(at / 10) % 4] ?? 0;
    const size = {
      width: 1240,
      height: 1754,
      fileName: at % 10 === 3 ? '=cmd|清单, "二".jpg' : `IMG_${at % 10}.jpg`,
    };
    return source(ids[at % 10] ?? '', { ...size, extraTurn });
  };
  return plan(
    Array.from({ length: visits }, (_, at) =>
      visit({
        id: String(at + 1),
        papers: (['invoice', 'itemized-list', 'prescription', 'medical-record'] as const).map((kind) =>
          paper(kind, [page(), page()]),
        ),
      }),
    ),
  );
}

const profileOf = (id: string, more: Partial<PortalProfile> = {}): PortalProfile => ({
  ...(shippedProfiles.find((one) => one.id === id) as PortalProfile),
  ...more,
});

async function run(wanted: PacketPlan, profile: PortalProfile, name: string) {
  const desk = await portalDesk(session, signal);
  const pages = await measurePages(desk, wanted, profile.longEdge);
  const out = join(folder, name);
  return exportPortal({ desk, plan: wanted, profile, pages }, out);
}

describe('a claim of 80 pages', () => {
  test('as one PDF: every limit is met, or refused with the number of bytes, and no page goes below its floor', async () => {
    for (const id of ['pdf-10', 'pdf-2']) {
      const profile = profileOf(id);
      const report = await run(claim(10), profile, id);
      expect(report.pages).toHaveLength(80);
      for (const { edge, floorEdge, printPixels, belowFloor } of report.pages) {
        expect(edge).toBeGreaterThanOrEqual(floorEdge);
        expect(belowFloor || (printPixels ?? 16) >= 16).toBe(true);
      }
      const out = join(folder, id);
      if (report.fits) {
        const [name = ''] = readdirSync(out);
        const bytes = readFileSync(join(out, name));
        expect(bytes.length).toBeLessThanOrEqual(profile.maxFileBytes);
        expect(bytes.length).toBe(report.files[0]?.bytes);
        expect((await textsOf(new Uint8Array(bytes))).length).toBeGreaterThanOrEqual(81);
      } else {
        expect(existsSync(out)).toBe(false);
        const [shortage] = report.shortages;
        expect(shortage?.why).toBe('too-large');
        if (shortage?.why === 'too-large') expect(shortage.over).toBe(shortage.bytes - profile.maxFileBytes);
      }
    }
  }, 240_000);
});

test('a small limit is refused, nothing is written, and every page says what it costs', async () => {
  const report = await run(claim(1), profileOf('pdf-2', { maxFileBytes: 100_000 }), 'refused');
  expect(report.fits).toBe(false);
  expect(report.files).toEqual([]);
  expect(existsSync(join(folder, 'refused'))).toBe(false);
  for (const row of report.pages) expect(row.bytes).toBeGreaterThan(0);
  const [shortage] = report.shortages;
  if (shortage?.why !== 'too-large') throw new Error('not refused for its size');
  const named = shortage.pages.reduce((total, { bytes }) => total + bytes, 0);
  expect(named).toBeGreaterThanOrEqual(shortage.over);
  expect(named - (shortage.pages.at(-1)?.bytes ?? 0)).toBeLessThan(shortage.over);
}, 60_000);

test('one picture a page: JPEG, upright, under the limit, numbered, and too many files are said', async () => {
  const wanted = claim(2);
  const profile = profileOf('safe', { outputs: ['jpg-per-page'], maxFileBytes: 500_000 });
  const report = await run(wanted, profile, 'pictures');
  const names = readdirSync(join(folder, 'pictures')).sort();
  expect(names).toHaveLength(16);
  expect(names[0]).toBe('01-2026-01-12-昆明医科大学第一附属医院-发票-1.jpg');
  for (const name of names) {
    const file = join(folder, 'pictures', name);
    expect(statSync(file).size).toBeLessThanOrEqual(500_000);
    expect((await sharp(file).metadata()).format).toBe('jpeg');
  }
  // The eleventh page is the first scan turned by 90 degrees.
  const turned = await sharp(join(folder, 'pictures', names[10] ?? '')).metadata();
  expect((turned.width ?? 0) > (turned.height ?? 0)).toBe(true);
  expect(report.fits).toBe(true);
  const few = await run(wanted, { ...profile, maxFiles: 5 }, 'few');
  expect(few.shortages).toEqual([
    { why: 'too-many-files', slot: '', files: 16, limit: 5, beyond: names.slice(5) },
  ]);
  expect(existsSync(join(folder, 'few'))).toBe(false);
}, 120_000);

test('a portal with places of upload: each counts and limits its own files, and names what is beyond', async () => {
  const slots = [
    { title: '发票', kinds: ['invoice' as const], maxFiles: 4, maxFileBytes: null },
    {
      title: '就医材料',
      kinds: ['itemized-list' as const, 'prescription' as const],
      maxFiles: 5,
      maxFileBytes: 300_000,
    },
  ];
  const more = { outputs: ['jpg-per-page' as const], slots, namePattern: '{slot}-{serial}-{paper}-{page}' };
  const report = await run(claim(2), profileOf('safe', more), 'slots');
  const [shortage, ...others] = report.shortages;
  expect(others).toEqual([]);
  expect(shortage).toMatchObject({ why: 'too-many-files', slot: '就医材料', files: 8, limit: 5 });
  if (shortage?.why === 'too-many-files') expect(shortage.beyond[0]).toBe('就医材料-12-费用清单-2.jpg');
  const fitting = await run(claim(1), profileOf('safe', more), 'slots-fit');
  expect(fitting.fits).toBe(true);
  for (const name of readdirSync(join(folder, 'slots-fit')))
    expect([
      name,
      statSync(join(folder, 'slots-fit', name)).size <= (name.startsWith('就医材料') ? 300_000 : 2_000_000),
    ]).toEqual([name, true]);
}, 120_000);

test('one PDF for each kind of paper', async () => {
  const report = await run(claim(1), profileOf('safe', { outputs: ['pdf-per-kind'] }), 'kinds');
  expect(report.files.map(({ name, pages }) => [name, pages])).toEqual(
    [
      ['01-发票-2026-王秀兰-01.pdf', 2],
      ['02-费用清单-2026-王秀兰-01.pdf', 2],
      ['03-处方-2026-王秀兰-01.pdf', 2],
      ['04-门诊病历-2026-王秀兰-01.pdf', 2],
    ].map(([name, pages]) => [String(name).replace('-2026-王秀兰-01', ''), pages]),
  );
}, 60_000);

test('the height of print is estimated within a fifth, at two sizes', async () => {
  for (const shrink of [1, 0.6]) {
    const { data, info } = await sharp(await photograph(1))
      .resize({ width: Math.round(1240 * shrink) })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const height = smallestPrint(data, info) ?? 0;
    expect(Math.abs(height - 30 * shrink)).toBeLessThanOrEqual(30 * shrink * 0.2);
  }
  expect(smallestPrint(new Uint8Array(400 * 400).fill(250), { width: 400, height: 400 })).toBeNull();
});

test('profiles are shipped with their source and its date; only what a portal says is marked so', () => {
  expect(shippedProfiles.map(({ id, source }) => [id, source])).toEqual([
    ['safe', 'design'],
    ['pdf-10', 'design'],
    ['pdf-2', 'design'],
    ['zhejiang', 'office'],
  ]);
  for (const { asOf, basis } of shippedProfiles)
    expect([asOf !== '', basis['zh-CN'], basis.en]).not.toContain('');
  for (const profile of shippedProfiles) expect(portalProfile.parse(profile)).toEqual(profile);
});

test('choosing never exceeds the limit, and refuses only when the floor itself is too large', () => {
  const step = fc.record({
    edge: fc.integer({ min: 500, max: 3000 }),
    quality: fc.integer({ min: 60, max: 88 }),
    bytes: fc.integer({ min: 1, max: 900 }),
  });
  const page = fc.record({
    steps: fc
      .array(step, { minLength: 1, maxLength: 7 })
      .map((steps) => [...steps].sort((a, b) => b.bytes - a.bytes)),
    keptBytes: fc.option(fc.integer({ min: 1, max: 900 })),
  });
  fc.assert(
    fc.property(fc.array(page, { maxLength: 12 }), fc.integer({ min: 0, max: 6000 }), (pages, limit) => {
      const choice = chooseTogether(pages, limit);
      const sum = choice.chosen.reduce((total, { bytes }) => total + bytes, 0);
      expect(choice.bytes).toBe(sum);
      const floor = pages.reduce((total, { steps, keptBytes }) => {
        const last = steps.at(-1)?.bytes ?? 0;
        return total + (keptBytes !== null && keptBytes <= last ? keptBytes : last);
      }, 0);
      expect(choice.fits).toBe(floor <= limit);
      if (choice.fits) expect(sum).toBeLessThanOrEqual(limit);
      else expect(choice.over).toBe(floor - limit);
    }),
  );
});

test('names of files are plain on every system', () => {
  expect(
    fillPattern('{serial}-{date}-{paper}-{page}', { serial: '01', date: '', paper: '病历/2', page: '' }),
  ).toBe('01-病历 2');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const name = plainName(text);
      expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]|^[. ]|[. ]$/u);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(151);
      expect(name.length).toBeGreaterThan(0);
    }),
  );
});

describe('the ZIP twin', () => {
  test.skipIf(!isInstalled('unzip') && !existsSync('/usr/bin/python3'))(
    'opens with unzip and Python, holds the bytes as they were given, and an index no table program calculates',
    async () => {
      const out = join(folder, 'twin.zip');
      const report = await zipClaim(vault.db, { plan: claim(2), out }, signal);
      const again = await zipClaim(vault.db, { plan: claim(2), out: join(folder, 'again.zip') }, signal);
      expect(again.sha256).toBe(report.sha256);
      const dir = join(folder, 'unzipped');
      const environment = { env: { ...process.env, LC_ALL: 'C.UTF-8' }, encoding: 'utf8' as const };
      if (isInstalled('unzip')) {
        execFileSync('unzip', ['-q', out, '-d', dir], environment);
        const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'));
        expect(manifest.files).toHaveLength(10);
        for (const { path, sha256, bytes } of manifest.files) {
          const content = readFileSync(join(dir, path));
          expect([createHash('sha256').update(content).digest('hex'), content.length]).toEqual([
            sha256,
            bytes,
          ]);
          expect(ids).toContain(sha256);
        }
        const table = readFileSync(join(dir, 'index.csv'), 'utf8');
        expect(table.startsWith('\uFEFF文件,')).toBe(true);
        expect(table).toContain(`"'=cmd|清单, ""二"".jpg"`);
        const page = readFileSync(join(dir, 'index.html'), 'utf8');
        expect(page).toContain('=cmd|清单, &#34;二&#34;.jpg');
      }
      const script = `import zipfile,sys; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(len(z.namelist()))`;
      if (existsSync('/usr/bin/python3')) {
        expect(execFileSync('python3', ['-c', script, out], environment).trim()).toBe('13');
      }
    },
  );

  test('cells that would be calculated are led by an apostrophe', () => {
    expect(['=1+1', '+86', '-2', '@x', ' =1', '普通', 'a,b', '＝1'].map(csvCell)).toEqual([
      "'=1+1",
      "'+86",
      "'-2",
      "'@x",
      "' =1",
      '普通',
      '"a,b"',
      "'＝1",
    ]);
  });
});
