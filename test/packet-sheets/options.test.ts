// What can be chosen for a packet: each choice does its own thing, and no choice changes nothing.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildPacket } from '../../renderer/packet/build.ts';
import { makeSrgbProfile } from '../../renderer/packet/sheets/srgb-profile.ts';
import { languages } from '../../shared/domain.ts';
import { type PacketOptions, packetOptions, usualPacketOptions } from '../../shared/packet-options.ts';
import { suppliesOf } from '../packet/plans.ts';
import { drawn, isInstalled, outlineOf, runOn, textsOf } from '../packet/reading.ts';
import { claimOf, longHospital, longName, makeScans } from './claims.ts';

let scans = new Map<string, Uint8Array>();
beforeAll(async () => {
  scans = await makeScans();
});

const chosen = (options: Partial<PacketOptions>) => packetOptions.parse(options);
const build = (options: Partial<PacketOptions>, visits = 2) =>
  buildPacket(claimOf(visits, { options: chosen(options) }), suppliesOf(scans));
const flatTexts = async (bytes: Uint8Array) => (await textsOf(bytes)).map((text) => text.replace(/\s+/g, ''));

test('without a choice, and with the usual ones, the packet is the same to the byte', async () => {
  const plain = await buildPacket(claimOf(2), suppliesOf(scans));
  const usual = await buildPacket(claimOf(2, { options: usualPacketOptions }), suppliesOf(scans));
  expect(Buffer.compare(plain.bytes, usual.bytes)).toBe(0);
});

test('printed on both sides, every section starts on an odd page and empty backs say so', async () => {
  for (const dividers of [false, true]) {
    const { bytes, pages } = await build({ duplex: true, dividers, checklist: true }, 5);
    const sections = [...new Set(pages.map(({ section }) => section))].filter(Boolean);
    expect(sections).toHaveLength(5);
    for (const title of sections)
      expect((pages.find(({ section }) => section === title)?.packet ?? 0) % 2).toBe(1);
    const texts = await flatTexts(bytes);
    const blanks = pages.filter(({ kind }) => kind === 'blank');
    expect(blanks.length).toBeGreaterThan(0);
    for (const { packet } of blanks) expect(texts[packet - 1]).toContain('本页空白');
    expect(pages.filter(({ kind }) => kind === 'divider')).toHaveLength(dividers ? 5 : 0);
  }
});

test('bookmarks and the pages named on the cover stay right behind dividers and blank pages', async () => {
  const { bytes, pages } = await build({ duplex: true, dividers: true }, 3);
  const outline = await outlineOf(bytes);
  const papers = pages.filter(({ kind }) => kind === 'paper' || kind === 'gap');
  const starts = papers.filter(({ label }) => !/ [2-9]\/\d/.test(label)).map(({ packet }) => packet);
  const listed = outline.filter(({ level }) => level === 1).map(({ page }) => (page ?? -1) + 1);
  expect(listed.length).toBeGreaterThan(10);
  expect(listed).toEqual(starts);
  const cover = (await flatTexts(bytes))[0] ?? '';
  const last = pages.filter(({ visit }) => visit === 2).map(({ packet }) => packet);
  expect(cover).toContain(`${last[0]}–${last.at(-1)}`);
});

test('the purpose is printed on cards only, never on an invoice', async () => {
  const { bytes, pages } = await build({ purposeMark: true });
  const texts = await flatTexts(bytes);
  for (const { packet, paper, kind } of pages.filter((page) => page.kind === 'paper')) {
    const card = paper === 'identity-card' || paper === 'bank-card';
    expect([kind, paper, texts[packet - 1]?.includes('仅供医保报销使用')]).toEqual(['paper', paper, card]);
  }
});

test('copies are marked and have a line to sign, originals are untouched', async () => {
  const { bytes, pages } = await build({ copyMark: 'line', copyWording: '经核对与原件相符' });
  const texts = await flatTexts(bytes);
  const marked = pages.filter(
    ({ packet, kind }) => kind === 'paper' && texts[packet - 1]?.includes('经核对与原件相符'),
  );
  expect(new Set(marked.map(({ paper }) => paper))).toEqual(
    new Set(['prescription', 'medical-record', 'identity-card', 'bank-card']),
  );
});

test('a wording with a character the font lacks is refused with its field', async () => {
  const refused = await build({ purposeMark: true, purposeWording: '仅供𪚥使用' }).catch(
    (error: unknown) => error,
  );
  expect(refused).toMatchObject({
    code: 'character-missing',
    params: { characters: '𪚥', field: 'purposeWording' },
  });
});

test('the checklist names every paper with its pages', async () => {
  for (const language of languages) {
    const person = { ...claimOf(1).person, name: longName };
    const wanted = claimOf(60, { language, person, options: chosen({ checklist: true }) }, longHospital);
    const { bytes, pages } = await buildPacket(wanted, suppliesOf(scans));
    const label = language === 'en' ? 'Checklist of Papers' : '材料核对表';
    const lists = pages.filter((page) => page.label === label);
    const text = (await flatTexts(bytes))
      .filter((_, at) => lists.some(({ packet }) => packet === at + 1))
      .join('');
    const last = pages.at(-1)?.packet ?? 0;
    expect(text).toContain(String(last));
    expect(text.split(language === 'en' ? '□yes' : '□有').length - 1).toBe(
      wanted.visits.flatMap(({ papers }) => papers).filter((paper) => paper.pages.length > 0).length,
    );
  }
});

test('the code on the cover is read back as the claim', async () => {
  const { bytes } = await build({ claimCode: true });
  const { width, height, rgb } = await drawn(bytes, 1, 4);
  const cut = { left: Math.round(width * 0.8), top: 60, width: Math.round(width * 0.2), height: 400 };
  const { data, info } = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .extract(cut)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(decodeQR({ width: info.width, height: info.height, data })).toBe('guibao:claim:2026-王秀兰-01');
});

describe('PDF/A-2b', () => {
  test('carries its colours and its title, is not encrypted, and is sound', async () => {
    const { bytes } = await build({ archive: 'pdfa-2b', purposeMark: true });
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(raw).not.toContain('/Encrypt');
    if (!isInstalled('qpdf')) return expect('qpdf is not installed').toBeTruthy();
    expect(runOn(bytes, 'qpdf', (file) => ['--check', file])).toContain(
      'No syntax or stream encoding errors',
    );
    const json = runOn(bytes, 'qpdf', (file) => ['--json', '--json-stream-data=none', file]);
    expect(json).toContain('/GTS_PDFA1');
  });

  test('its profile is sRGB: colours pass through it unchanged', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'guibao-test-'));
    try {
      const file = join(dir, 'srgb.icc');
      writeFileSync(file, makeSrgbProfile());
      const colours = Buffer.from([200, 30, 40, 10, 120, 250, 128, 128, 128, 255, 255, 255]);
      const made = await sharp(colours, { raw: { width: 4, height: 1, channels: 3 } })
        .withIccProfile(file)
        .png()
        .toBuffer();
      const { data } = await sharp(made).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
      for (const [at, value] of colours.entries())
        expect(Math.abs((data[at] ?? 0) - value)).toBeLessThanOrEqual(2);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
