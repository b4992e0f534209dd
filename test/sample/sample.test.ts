// The sample tells the truth about itself: sums, identifiers, marks, and a claim that is complete.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVault } from '../../electron/database/open.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { answer } from '../../electron/handlers/answer.ts';
import type { Context } from '../../electron/handlers/context.ts';
import { SAMPLE_MARK, samplePerson, sampleTotal, sampleVisits } from '../../electron/sample/cases.ts';
import { drawSamplePapers, type SampleFile } from '../../electron/sample/draw-papers.ts';
import { type Sample, writeSample } from '../../electron/sample/write-sample.ts';
import { isCitizenId, passesLuhn } from '../../shared/identifiers.ts';
import { formatYuan } from '../../shared/money.ts';
import { openPdfium } from '../../shared/pdfium/pdfium.ts';
import { makeFolder } from '../command-line/run-guibao.ts';

describe('the facts of the sample', () => {
  it('has identifiers with valid checksums and receipt numbers of the right shape', () => {
    expect(isCitizenId(samplePerson.citizenId)).toBe(true);
    expect(passesLuhn(samplePerson.bankAccount)).toBe(true);
    for (const { code, number, checkCode } of Object.values(sampleVisits))
      expect(`${code} ${number} ${checkCode}`).toMatch(/^\d{8} \d{10} [0-9a-z]{6}$/);
  });

  it('adds up to known totals and has unit prices in whole fen', () => {
    expect(Object.values(sampleVisits).map(sampleTotal)).toEqual([47870, 34085, 8350]);
    for (const line of Object.values(sampleVisits).flatMap(({ lines }) => lines))
      expect(line.amountFen % Number(line.quantity), line.name).toBe(0);
  });
});

describe('the papers of the sample', () => {
  let files: SampleFile[];
  beforeAll(async () => {
    files = await drawSamplePapers();
  });

  it('draws the same bytes every time', async () => {
    const digest = (drawn: SampleFile[]) =>
      drawn.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
    expect(digest(await drawSamplePapers())).toEqual(digest(files));
    expect(new Set(digest(files)).size).toBe(12);
  });

  it('is eleven photographs of phone size, one of them lying on its side', async () => {
    const photos = await Promise.all(
      files.filter(({ fileName }) => fileName.endsWith('.jpg')).map(({ bytes }) => sharp(bytes).metadata()),
    );
    expect(photos).toHaveLength(11);
    for (const { width, height } of photos) expect(Math.max(width, height)).toBeGreaterThanOrEqual(1500);
    expect(photos.filter(({ orientation }) => orientation === 6)).toHaveLength(1);
  });

  it('has an e-receipt as a PDF that says what was logged, marked as a sample, with its seal as a stamp', async () => {
    const receipt = files.find(({ fileName }) => fileName.endsWith('.pdf'));
    const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
    const document = (await openPdfium(wasm)).open(receipt?.bytes ?? new Uint8Array());
    const text = document.text(0);
    const { rgba, width } = document.draw(0, { scale: 1 });
    document.close();
    for (const words of [SAMPLE_MARK, '53060125', '0026011387', formatYuan(47870), '肆佰柒拾捌元柒角整'])
      expect(text).toContain(words);
    const [x, y] = [206, 338];
    const star = (y * width + x) * 4;
    expect(rgba[star]).toBeGreaterThan(150);
    expect(rgba[star + 1]).toBeLessThan(120);
  });
});

describe('the sample in a vault', () => {
  const folder = makeFolder();
  const workshop = openWorkshop();
  let context: Context;
  let sample: Sample;
  const ask = async (name: string, input: unknown) => {
    const reply = await answer(context, name, input);
    if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
    // biome-ignore lint/suspicious/noExplicitAny: the shapes are the call table's own business.
    return reply.value as any;
  };
  beforeAll(async () => {
    const vault = openVault(folder.at('vault'), { access: 'write', way: 'test', create: true });
    context = { vault, workshop, way: 'command-line', now: () => new Date() };
    sample = await writeSample(context);
  });
  afterAll(async () => {
    await workshop.close();
    context.vault.close();
    folder.remove();
  });

  it('has a claim with nothing to find fault with, and a packet plan marked as a sample', async () => {
    const detail = await ask('claim.get', { id: sample.claim });
    expect(detail.verdict.kind).toBe('ready');
    // What nobody has written down of Xishuangbanna is said, and nothing else.
    const said = (one: { severity: string; code: string }) => `${one.severity} ${one.code}`;
    expect(new Set(detail.findings.map(said))).toEqual(new Set(['advice deadline-unknown']));
    expect(detail.totalFen).toBe(47870 + 34085);
    expect(detail.claim.visitIds.toSorted()).toEqual(sample.visits.toSorted());
    expect((await ask('claim.plan', { id: sample.claim })).sample).toBe(true);
    expect((await ask('session.about', {})).sample).toBe(true);
  });

  it('leaves a visit without its prescription, and that prescription in the inbox', async () => {
    const [open] = await ask('visit.list', { unclaimed: true });
    expect(open.missing).toEqual([['prescription']]);
    const items = await ask('inbox.list', {});
    expect(items).toHaveLength(1);
    const wish = { ids: [items[0].id], visitId: open.id, kind: 'prescription' };
    await ask('inbox.assign', wish);
    expect((await ask('visit.get', { id: open.id })).missing).toEqual([]);
  });

  it('is never mixed into a vault that holds something', async () => {
    await expect(writeSample(context)).rejects.toMatchObject({ code: 'vault-exists' });
  });
});
