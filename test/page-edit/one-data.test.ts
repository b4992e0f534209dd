// An edit is data: thumbnail, printable, packet and proof show the same pixels, the original stays, undo takes it back.

import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { provePacket } from '../../electron/command-line/prove-packet.ts';
import { openVault } from '../../electron/database/open.ts';
import { readScanBytes } from '../../electron/database/scan.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { answer } from '../../electron/handlers/answer.ts';
import type { Context } from '../../electron/handlers/context.ts';
import { scanPicture, scanPrintable, sourcePrintable } from '../../electron/intake/pictures.ts';
import { writePacket } from '../../renderer/packet/build.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/calls.ts';
import type { Paper } from '../../shared/domain.ts';
import { noEdit, type PageEdit } from '../../shared/page-edit.ts';
import { personFields, visitFields } from '../handlers/desk.ts';
import { font } from '../packet/plans.ts';
import { difference, drawn } from '../packet/reading.ts';

const dir = mkdtempSync(join(tmpdir(), 'guibao-page-edit-'));
const workshop = openWorkshop();
let context: Context;
let paper: Paper;
let claim: string;
const original = join(dir, 'photo.jpg');

async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply = await answer(context, name, input);
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.value as CallOutput<N>;
}

const edit: PageEdit = {
  ...noEdit,
  mirrored: true,
  corners: [
    [0.1, 0.05],
    [0.9, 0.1],
    [0.95, 0.9],
    [0.05, 0.95],
  ],
};

beforeAll(async () => {
  const svg = `<svg width="600" height="400"><rect width="600" height="400" fill="#bbaa88"/>
    <rect x="40" y="40" width="160" height="100" fill="#c01818"/><rect x="330" y="200" width="200" height="140" fill="#203080"/>
    <circle cx="420" cy="90" r="40" fill="#105030"/></svg>`;
  writeFileSync(
    original,
    await sharp(Buffer.from(svg)).rotate(90).withMetadata({ orientation: 8 }).jpeg().toBuffer(),
  );
  const vault = openVault(join(dir, 'vault'), { access: 'write', way: 'test', create: true });
  context = { vault, workshop, way: 'command-line', now: () => new Date('2026-03-05T06:07:08Z') };
  const { person } = await ask('person.save', { id: null, fields: personFields });
  const { visit } = await ask('visit.save', { id: null, fields: visitFields(person.id) });
  await ask('scan.add', { path: original, target: { visitId: visit.id, kind: 'invoice' } });
  paper = (await ask('visit.get', { id: visit.id })).papers[0] as Paper;
  claim = (await ask('claim.create', { personId: person.id, visitIds: [visit.id] })).claim.id;
});
afterAll(async () => {
  await workshop.close();
  context.vault.close();
  rmSync(dir, { recursive: true, force: true });
});

async function planned() {
  const plan = await ask('claim.plan', { id: claim });
  return { plan, sources: plan.visits.flatMap(({ papers }) => papers.flatMap(({ pages }) => pages)) };
}

const pixels = async (bytes: Uint8Array, turn = 0) => {
  const { data, info } = await sharp(bytes)
    .rotate(turn)
    .resize(200, 200, { fit: 'fill' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: data };
};

describe('an edit', () => {
  test('is obeyed by thumbnail, printable, packet and proof alike', async () => {
    const scan = paper.pages[0]?.scan ?? '';
    await ask('page.edit', { paperId: paper.id, position: 0, versions: [{ turn: 90, edit }] });
    const { plan, sources } = await planned();
    const [source] = sources;
    if (!source) throw new Error('no source');
    const printable = await sourcePrintable(context, source);
    const size = await sharp(printable.bytes).metadata();
    expect({ form: source.form, width: source.width, height: source.height }).toEqual({
      form: printable.form,
      width: size.width,
      height: size.height,
    });
    expect([source.turn, source.mirrored, source.extraTurn]).toEqual([0, false, 90]);
    const shown = await pixels(await scanPicture(context, scan, 0, 300, 90, edit));
    expect(difference(shown, await pixels(printable.bytes, 90))).toBeLessThan(4);
    // Without the edit it is another picture.
    expect(difference(shown, await pixels(await scanPicture(context, scan, 0, 300, 90)))).toBeGreaterThan(12);

    const chunks: Uint8Array[] = [];
    const pull = async (one: typeof source) => (await sourcePrintable(context, one)).bytes;
    const pages = await writePacket(plan, { pull, font }, (chunk) => {
      chunks.push(chunk);
    });
    const packet = join(dir, 'packet.pdf');
    writeFileSync(packet, Buffer.concat(chunks));
    const page = pages.find((one) => one.source);
    const [left = 0, top = 0, width = 0, height = 0] = page?.placed?.[0]?.box ?? [];
    const sheet = await drawn(readFileSync(packet), page?.packet ?? 1, 2);
    const cut = await sharp(sheet.rgb, { raw: { width: sheet.width, height: sheet.height, channels: 3 } })
      .extract({
        left: Math.round(left * 2),
        top: Math.round(top * 2),
        width: Math.round(width * 2),
        height: Math.round(height * 2),
      })
      .png()
      .toBuffer();
    expect(difference(shown, await pixels(cut))).toBeLessThan(6);

    const mediaType = 'image/jpeg' as const;
    const readSource = async () => ({ mediaType, bytes: readFileSync(original) });
    const proof = await provePacket({ workshop, readSource }, packet);
    expect(proof.findings.map(({ code }) => code)).toEqual(['low-dpi']);
    expect(proof.passed).toBe(true);
    expect(proof.compared).toBe(1);
  });

  test('leaves the original as it came, and undo takes it back', async () => {
    const scan = paper.pages[0]?.scan ?? '';
    const before = await ask('visit.get', { id: paper.visitId });
    const { paper: after, undo } = await ask('page.edit', {
      paperId: paper.id,
      position: 0,
      versions: [
        { turn: 0, edit: { ...edit, half: 'left' } },
        { turn: 0, edit: { ...edit, half: 'right' } },
      ],
    });
    expect(after.pages.map((page) => page.edit?.half)).toEqual(['left', 'right']);
    const bytes = readScanBytes(context.vault.db, scan);
    expect(Buffer.from(bytes).equals(readFileSync(original))).toBe(true);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(scan);
    expect(Buffer.from((await scanPrintable(context, scan, 0)).bytes).equals(readFileSync(original))).toBe(
      true,
    );
    await ask('undo.apply', { steps: undo });
    expect((await ask('visit.get', { id: paper.visitId })).papers).toEqual(before.papers);
  });

  test('taken back whole, the page passes through untouched again', async () => {
    const versions = [{ turn: 0 as const, edit: null }];
    const { paper: after } = await ask('page.edit', { paperId: paper.id, position: 0, versions });
    expect(after.pages[0]).not.toHaveProperty('edit');
    const { sources } = await planned();
    expect(sources[0]).not.toHaveProperty('edit');
    expect(sources[0]?.form).toBe('jpeg');
  });

  test('of a page that is not there, or that makes no page, is refused', async () => {
    const wrong = await answer(context, 'page.edit', {
      paperId: paper.id,
      position: 7,
      versions: [{ turn: 0, edit: null }],
    });
    expect(wrong).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    const crossed = {
      ...noEdit,
      corners: [
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
      ],
    } as PageEdit;
    const bad = await answer(context, 'page.edit', {
      paperId: paper.id,
      position: 0,
      versions: [{ turn: 0, edit: crossed }],
    });
    expect(bad).toMatchObject({ ok: false, problem: { code: 'input-invalid' } });
  });
});
