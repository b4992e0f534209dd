// scan page: the page as the packet shows it, held pixel by pixel against a whole packet that another engine (pdftoppm) drew.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawPacketPage } from '../../electron/command-line/draw-packet-page.ts';
import { openVault } from '../../electron/database/open.ts';
import { listShownAs } from '../../electron/database/page-list.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { answer } from '../../electron/handlers/answer.ts';
import type { Context } from '../../electron/handlers/context.ts';
import { scanRescue, sourcePrintable } from '../../electron/intake/pictures.ts';
import { type Supplies, writePacket } from '../../renderer/packet/build.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/calls.ts';
import type { PaperPage } from '../../shared/domain.ts';
import { noEdit, type PageEdit } from '../../shared/page-edit.ts';
import { personFields, visitFields } from '../handlers/desk.ts';
import { font } from '../packet/plans.ts';
import { difference } from '../packet/reading.ts';
import { squeezed } from '../support/packet-cut.ts';
import { runGuibao } from './run-guibao.ts';

const dir = mkdtempSync(join(tmpdir(), 'guibao-scan-page-'));
const samples = resolve(import.meta.dirname, '../../../shared/samples');
const odd = [
  'img_exif_recurser/Landscape_5.jpg',
  'img_exif_recurser/Portrait_8.jpg',
  'tiff_imagers/cmyk-3c-8b.tiff',
  'tiff_imagers/palette-1c-4b.tiff',
  'tiff_imagers/seq-1c-8b-multipage-adeefdcc.tiff',
  'heif_pillow/spatial_photo.heic',
  'heif_libheif/example.avif',
  'pdf_pdfium/rotated_text_90.pdf',
  'pdf_pdfium/tagged_table_bad_parent.pdf',
  'pdf_pdfium/bug_213.pdf',
].filter((name) => existsSync(resolve(samples, name)));
const hasPoppler = (() => {
  try {
    execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const workshop = openWorkshop();
let context: Context;
let visitId = '';
let claim = '';

async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply = await answer(context, name, input);
  if (!reply.ok) throw new Error(`${name} ${JSON.stringify(reply.problem)}`);
  return reply.value as CallOutput<N>;
}

const edit: PageEdit = { ...noEdit, mirrored: true, crop: [0.1, 0.1, 0.6, 0.7], enhance: 'paper' };

beforeAll(async () => {
  const vault = openVault(join(dir, 'vault'), { access: 'write', way: 'test', create: true });
  context = { vault, workshop, way: 'command-line', now: () => new Date('2026-03-05T06:07:08Z') };
  const { person } = await ask('person.save', { id: null, fields: personFields });
  visitId = (await ask('visit.save', { id: null, fields: visitFields(person.id) })).visit.id;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="900" height="600" fill="#e8dcc0"/>
    <rect x="90" y="60" width="300" height="150" fill="#c01818"/><rect x="500" y="300" width="250" height="200" fill="#203080"/></svg>`;
  const own = join(dir, 'own.jpg');
  writeFileSync(own, await sharp(Buffer.from(svg)).withMetadata({ orientation: 6 }).jpeg().toBuffer());
  const target = { visitId, kind: 'invoice' as const };
  for (const path of [own, ...odd.map((name) => resolve(samples, name))])
    await ask('scan.add', { path, target });
  const [paper] = (await ask('visit.get', { id: visitId })).papers;
  if (!paper) throw new Error('nothing was kept');
  const [first, ...rest] = paper.pages;
  if (!first) throw new Error('no page');
  // The same page three times: as it came, turned, and tidied.
  const ways: PaperPage[] = [first, { ...first, turn: 90 }, { ...first, turn: 180, edit }];
  await ask('paper.set-pages', { id: paper.id, pages: [...ways, ...rest] });
  claim = (await ask('claim.create', { personId: person.id, visitIds: [visitId] })).claim.id;
}, 240_000);
afterAll(async () => {
  await workshop.close();
  if (context.vault.db.open) context.vault.close();
  rmSync(dir, { recursive: true, force: true });
});

/** What pdftoppm sees of each source page of the packet, in their order. */
async function cutWithPoppler(): Promise<Buffer[]> {
  const plan = await ask('claim.plan', { id: claim });
  const chunks: Uint8Array[] = [];
  const pull = async (one: Parameters<typeof sourcePrintable>[1]) =>
    (await sourcePrintable(context, one)).bytes;
  const rescue: Supplies['rescue'] = (one, rung) => scanRescue(context, one, rung);
  const pages = await writePacket(plan, { pull, rescue, font }, (chunk) => {
    chunks.push(chunk);
  });
  const packet = join(dir, 'packet.pdf');
  writeFileSync(packet, Buffer.concat(chunks));
  const cuts: Buffer[] = [];
  for (const { packet: number, placed } of pages) {
    const box = placed?.[0]?.box;
    if (!box) continue;
    const words = ['-f', `${number}`, '-l', `${number}`, '-r', '144', '-png', '-singlefile'];
    execFileSync('pdftoppm', [...words, packet, join(dir, 'sheet')]);
    const [left = 0, top = 0, width = 0, height = 0] = box.map((value) => Math.round(value * 2));
    cuts.push(await sharp(join(dir, 'sheet.png')).extract({ left, top, width, height }).toBuffer());
  }
  return cuts;
}

describe('scan page', () => {
  test.skipIf(!hasPoppler)(
    `draws each page as the whole packet shows it (${odd.length} odd samples; pdftoppm ${hasPoppler ? '' : 'not '}installed)`,
    async () => {
      const [paper] = (await ask('visit.get', { id: visitId })).papers;
      const cuts = await cutWithPoppler();
      expect(cuts.length).toBe(paper?.pages.length);
      const differences: string[] = [];
      for (const [at, page] of (paper?.pages ?? []).entries()) {
        const { png } = await drawPacketPage(context, page);
        const apart = difference(await squeezed(png), await squeezed(cuts[at] ?? Buffer.alloc(0)));
        if (apart > 6) differences.push(`${at} ${page.scan.slice(0, 8)} p${page.page + 1}: ${apart}`);
      }
      expect(differences).toEqual([]);
    },
  );

  test('knows every way a page is used, each once', async () => {
    const [paper] = (await ask('visit.get', { id: visitId })).papers;
    const ways = paper?.pages.slice(0, 3) ?? [];
    expect(listShownAs(context.vault.db, ways[0]?.scan ?? '', 0)).toEqual(ways);
    expect(listShownAs(context.vault.db, 'f'.repeat(64), 0)).toEqual([]);
  });

  test('on the command line: the way asked for, the way it came, and refusals', async () => {
    const [paper] = (await ask('visit.get', { id: visitId })).papers;
    const [first, , third] = paper?.pages ?? [];
    if (!first || !third) throw new Error('no pages');
    const expected = await drawPacketPage(context, third);
    const out = join(dir, 'page.png');
    const words = ['--vault', join(dir, 'vault'), '--json', 'scan', 'page', first.scan.slice(0, 10)];
    const drawn = await runGuibao([...words, '1', '--out', out, '--shown', '3']);
    expect({ code: drawn.code, err: drawn.err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(drawn.out)).toMatchObject({ turn: 180, edit: 'm_r10000-10000-60000-70000_p', ways: 3 });
    expect(
      difference(await squeezed(await sharp(out).toBuffer()), await squeezed(expected.png)),
    ).toBeLessThan(1);
    const came = await runGuibao([...words, '1', '--out', out, '--as-it-came']);
    expect(JSON.parse(came.out)).toMatchObject({ turn: 0, edit: '' });
    for (const wrong of [
      ['2', '--out', out],
      ['1', '--out', out, '--shown', '4'],
      ['1', '--out', join(dir, 'vault', 'guibao.sqlite')],
      ['0', '--out', out],
    ])
      expect((await runGuibao([...words, ...wrong])).code, wrong.join(' ')).toBeGreaterThan(0);
  });
});
