// A claim of 80 pages made of the sample's own papers, under limits of 10 MB and 2 MB: met, or refused by how much and which
// pages; and the smallest print of the sample invoice, measured against what is really printed there.

import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportPortal, type PortalReport } from '../../electron/command-line/export-portal.ts';
import { portalDesk } from '../../electron/command-line/portal-pages.ts';
import type { Session } from '../../electron/command-line/session.ts';
import { openVault } from '../../electron/database/open.ts';
import { insertScan } from '../../electron/database/scan.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { drawSamplePapers, type SampleFile } from '../../electron/sample/draw-papers.ts';
import { type MeasuredPage, measurePages } from '../../renderer/packet/portal/portal-pages.ts';
import type { PaperKind } from '../../shared/domain.ts';
import type { PacketPlan, PacketSource } from '../../shared/packet-plan.ts';
import { type PortalProfile, shippedProfiles } from '../../shared/portal-profile.ts';
import { paper, plan, source, visit } from '../packet/plans.ts';

const folder = mkdtempSync(join(tmpdir(), 'guibao-test-'));
const vault = openVault(join(folder, 'vault'), { way: 'command-line', access: 'write', create: true });
const workshop = openWorkshop();
const session = { context: { vault, workshop, way: 'command-line', now: () => new Date(2026, 6, 1) } };
const VISITS = 20;
let wanted: PacketPlan;
let pages: MeasuredPage[] = [];

/** Another photograph of the same paper, as far as bytes go: a few pixels less at the left, turned upright. */
async function again({ bytes, fileName }: SampleFile, at: number): Promise<Uint8Array> {
  if (!fileName.endsWith('.pdf')) {
    const upright = await sharp(bytes).rotate().toBuffer();
    const { width = 0, height = 0 } = await sharp(upright).metadata();
    const cut = { left: at + 1, top: 0, width: width - at - 1, height };
    return new Uint8Array(await sharp(upright).extract(cut).jpeg({ quality: 88 }).toBuffer());
  }
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  document.setTitle(`${fileName} ${at}`);
  return document.save();
}

async function keep(file: SampleFile, at: number): Promise<PacketSource> {
  const bytes = await again(file, at);
  const id = createHash('sha256').update(bytes).digest('hex');
  const pdf = file.fileName.endsWith('.pdf');
  const { width = 680, height = 400 } = pdf ? {} : await sharp(bytes).metadata();
  const look = {
    width,
    height,
    unit: pdf ? ('pt' as const) : ('px' as const),
    mirrored: false,
    turn: 0 as const,
  };
  insertScan(vault.db, {
    id,
    fileName: file.fileName,
    mediaType: pdf ? 'application/pdf' : 'image/jpeg',
    bytes,
    addedAt: '2026-01-01T00:00:00.000Z',
    pages: [look],
  } as Parameters<typeof insertScan>[1]);
  return source(id, { ...look, form: pdf ? 'pdf' : 'jpeg', fileName: file.fileName });
}

beforeAll(async () => {
  const kinds: PaperKind[] = ['invoice', 'itemized-list', 'prescription', 'medical-record'];
  const files = await drawSamplePapers();
  const pick = (kind: PaperKind, at: number) => {
    const some = files.filter((file) => file.kind === kind);
    return some[at % some.length] as SampleFile;
  };
  const visits = [];
  for (let at = 0; at < VISITS; at++) {
    const papers = [];
    for (const kind of kinds) papers.push(paper(kind, [await keep(pick(kind, at), at)]));
    visits.push(visit({ id: String(at + 1), date: `2026-0${1 + (at % 9)}-1${at % 10}`, papers }));
  }
  wanted = plan(visits);
  const desk = await portalDesk(session as unknown as Session, { aborted: false });
  pages = await measurePages(desk, wanted, 2400);
}, 600_000);
afterAll(async () => {
  await workshop.close();
  vault.close();
  rmSync(folder, { recursive: true, force: true });
});

async function run(profile: PortalProfile, name: string): Promise<PortalReport> {
  const desk = await portalDesk(session as unknown as Session, { aborted: false });
  return exportPortal({ desk, plan: wanted, profile, pages }, join(folder, name));
}

const profileOf = (id: string) => shippedProfiles.find((one) => one.id === id) as PortalProfile;

for (const id of ['pdf-10', 'pdf-2'])
  test(`80 pages as ${id}: met, or refused by how much and because of which pages`, async () => {
    const profile = profileOf(id);
    const report = await run(profile, id);
    if (process.env.GUIBAO_FIGURES)
      writeFileSync(join(process.env.GUIBAO_FIGURES, `${id}.json`), JSON.stringify(report));
    expect(report.pages).toHaveLength(80);
    for (const row of report.pages) {
      expect(row.edge).toBeGreaterThanOrEqual(row.floorEdge);
      expect(row.belowFloor || (row.printPixels ?? 16) >= 16, `${row.paper} ${row.date}`).toBe(true);
      expect(row.bytes).toBeGreaterThan(0);
    }
    const out = join(folder, id);
    const [shortage] = report.shortages;
    if (report.fits) {
      const [name = ''] = readdirSync(out);
      expect(statSync(join(out, name)).size).toBe(report.files[0]?.bytes);
      expect(report.files[0]?.bytes).toBeLessThanOrEqual(profile.maxFileBytes);
    } else {
      expect(existsSync(out)).toBe(false);
      if (shortage?.why !== 'too-large') throw new Error('not refused for its size');
      expect(shortage.over).toBe(shortage.bytes - profile.maxFileBytes);
      expect(shortage.pages.reduce((sum, { bytes }) => sum + bytes, 0)).toBeGreaterThanOrEqual(shortage.over);
    }
  }, 600_000);

test('the smallest print of the sample invoice is 16 pixels high where the floor is, measured on what is printed', () => {
  // The form is 680 points wide and its smallest print 8.5 points: a character is about nine tenths of that high.
  const invoices = pages.filter(({ kind, source: { form } }) => kind === 'invoice' && form === 'pdf');
  expect(invoices.length).toBeGreaterThan(5);
  for (const { floorEdge, belowFloor } of invoices) {
    const height = (8.5 * 0.9 * floorEdge) / 680;
    expect(belowFloor || height >= 16, `${height} pixels at ${floorEdge}`).toBe(true);
    expect(height).toBeLessThan(16 * 1.5);
  }
});
