// The packet of a claim: what the clerk reads, finds by bookmark and counts.

import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildPacket, writePacket } from '../../renderer/packet/build.ts';
import { CONTENT } from '../../renderer/packet/layout/place.ts';
import type { PacketPlan } from '../../shared/packet-plan.ts';
import { Problem } from '../../shared/problems.ts';
import { paper, plan, scanName, source, suppliesOf, visit } from './plans.ts';
import { drawn, isInstalled, outlineOf, runOn, spelledOut, textsOf } from './reading.ts';

const scans = new Map<string, Uint8Array>();
const page = (number: number) => source(scanName(number));

beforeAll(async () => {
  for (const [at, background] of ['#cde', '#dec', '#ecd'].entries()) {
    const picture = sharp({ create: { width: 300, height: 400, channels: 3, background } });
    scans.set(scanName(at + 1), new Uint8Array(await picture.jpeg().toBuffer()));
  }
});

const twoVisits = (more: Partial<PacketPlan> = {}) => {
  const papers = [
    paper('invoice', [page(1)]),
    paper('itemized-list', [page(2), page(3)]),
    paper('prescription', []),
    paper('medical-record', [page(1)]),
  ];
  const invoices = [
    { number: '26532000000012345678', code: '', issueDate: '2026-02-10', totalFen: 411_20 },
    { number: '0012345634', code: '53060126', issueDate: '2026-02-10', totalFen: 4011_50 },
  ];
  return plan([visit({ papers }), visit({ papers, date: '2026-02-10', invoices })], more);
};

const problemOf = async (wanted: PacketPlan): Promise<Problem> => {
  const thrown = await buildPacket(wanted, suppliesOf(scans)).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(Problem);
  return thrown as Problem;
};

const flat = (text = '') => text.replace(/\s+/g, '');

describe('the application sheet', () => {
  test('says who, where, to which account, how much in figures and in capitals', async () => {
    const { bytes } = await buildPacket(twoVisits(), suppliesOf(scans));
    const [cover] = (await textsOf(bytes)).map(flat);
    for (const wanted of [
      '医疗费用手工报销申报表',
      '王秀兰',
      '532801195001010019',
      '云南省西双版纳傣族自治州（532800）',
      '职工医保·退休',
      '中国农业银行景洪市支行',
      '6228480000000001234',
      '昆明医科大学第一附属医院',
      '26532000000012345678',
      '发票3张',
      '¥4,812.60',
      '肆仟捌佰壹拾贰元陆角整',
      '申请人签字',
      '经办受理',
      '所附材料6份，共8页·缺2份',
    ]) {
      expect(cover).toContain(wanted);
    }
  });

  test('holds long names whole: nothing is cut and nothing leaves the page', async () => {
    const name = '古丽巴哈尔·阿卜杜热合曼江';
    const hospital = '中国人民解放军联勤保障部队第九二〇医院昆明市西山区分院门诊部';
    const wanted = twoVisits();
    wanted.person = { ...wanted.person, name, payeeName: name };
    for (const one of wanted.visits) one.hospital = hospital;
    const { bytes } = await buildPacket(wanted, suppliesOf(scans));
    const [cover = ''] = (await textsOf(bytes)).map(flat);
    expect(cover.split(name).length - 1).toBeGreaterThanOrEqual(1);
    expect(cover).toContain(flat(hospital));
    const { width, height, rgb } = await drawn(bytes, 1);
    const edge = Math.floor(CONTENT.x) - 1;
    for (let y = 0; y < height; y++) {
      for (const x of [...Array(edge).keys(), ...[...Array(edge).keys()].map((at) => width - 1 - at)]) {
        expect(rgb[(y * width + x) * 3]).toBe(255);
      }
    }
  });

  test('sixty visits go over several sheets with the header on each, and every page number is right', async () => {
    const visits = Array.from({ length: 60 }, (_, at) =>
      visit({
        date: `2026-01-${String((at % 28) + 1).padStart(2, '0')}`,
        papers: [paper('invoice', [page(1)]), paper('itemized-list', [page(2), page(3)])],
        invoices: [{ number: String(7_000_000_000 + at), code: '', issueDate: '', totalFen: 100 }],
      }),
    );
    const { bytes, pages } = await buildPacket(plan(visits), suppliesOf(scans));
    const texts = (await textsOf(bytes)).map(flat);
    const covers = pages.filter(({ kind }) => kind === 'cover');
    const contents = pages.filter(({ kind }) => kind === 'contents');
    expect(covers.length).toBeGreaterThan(1);
    expect(contents.length).toBeGreaterThan(1);
    for (const { packet } of covers.slice(0, 2)) expect(texts[packet - 1]).toContain('票据号码');
    for (const { packet } of contents) expect(texts[packet - 1]).toContain('所属就诊');
    expect(texts.join('')).toContain('发票60张');
    expect(texts.join('')).toContain('陆拾元整');
    const signed = texts[covers.length - 1];
    expect(signed).toContain('申请人签字');
    expect(signed).toContain('¥60.00');
    expect(texts.join('')).toContain(`目录见第${covers.length + 1}页`);
    const first = pages.find(({ kind }) => kind === 'paper')?.packet ?? 0;
    expect(first).toBe(covers.length + contents.length + 1);
    expect(texts[0]).toContain(`${first}–${first + 2}`);
  });

  test('one visit with one paper is a cover and a page', async () => {
    const { bytes, pages } = await buildPacket(
      plan([visit({ papers: [paper('invoice', [page(1)])] })]),
      suppliesOf(scans),
    );
    expect(pages.map(({ kind }) => kind)).toEqual(['cover', 'paper']);
    expect(await textsOf(bytes)).toHaveLength(2);
  });

  test('speaks English when asked', async () => {
    const { bytes } = await buildPacket(twoVisits({ language: 'en' }), suppliesOf(scans));
    const texts = await textsOf(bytes);
    expect(texts[0]).toContain('Claim for Medical Expenses Paid by Hand');
    expect(texts.at(-1)).toContain(`Page ${texts.length} of ${texts.length}`);
    expect(texts.join('\n')).toContain('Missing: Prescription');
  });
});

describe('every page', () => {
  test('carries number, paper, date and its place in a margin of its own', async () => {
    const { bytes, pages } = await buildPacket(twoVisits({ sample: true }), suppliesOf(scans));
    const texts = (await textsOf(bytes)).map(flat);
    for (const { packet } of pages) {
      expect(texts[packet - 1]).toContain(`第${packet}页/共${pages.length}页`);
      expect(texts[packet - 1]).toContain('样例SAMPLE·2026-王秀兰-01');
    }
    expect(texts[1]).toContain('发票·2026-01-12');
  });

  test('is in the map with the source page it shows', async () => {
    const { pages } = await buildPacket(twoVisits(), suppliesOf(scans));
    expect(pages.map(({ packet }) => packet)).toEqual(pages.map((_, at) => at + 1));
    const list = pages.filter(({ paper: kind, visit: at }) => kind === 'itemized-list' && at === 0);
    expect(list.map(({ label }) => label)).toEqual(['费用清单 1/2', '费用清单 2/2']);
    expect(list.map(({ source: from }) => from)).toEqual([
      { scan: scanName(2), page: 0 },
      { scan: scanName(3), page: 0 },
    ]);
    expect(pages[1]?.section).toBe('2026-01-12 昆明医科大学第一附属医院');
  });

  test('of the same scan is asked for once and stored once', async () => {
    const supplies = suppliesOf(scans);
    const { bytes } = await buildPacket(twoVisits(), supplies);
    expect([...supplies.pulled].sort()).toEqual([1, 2, 3].map((number) => `${scanName(number)}/0`));
    expect((await spelledOut(bytes)).split('/Subtype /Image').length - 1).toBe(3);
  });

  test('tells its progress to the end', async () => {
    const seen: number[][] = [];
    const onProgress = (done: number, total: number) => seen.push([done, total]);
    const { pages } = await buildPacket(twoVisits(), suppliesOf(scans, { onProgress }));
    expect(seen).toEqual(pages.map((_, at) => [at + 1, pages.length]));
  });
});

describe('order and bookmarks', () => {
  test('by visit: every visit with its papers beneath, opened with the bookmarks shown', async () => {
    const { bytes } = await buildPacket(twoVisits(), suppliesOf(scans));
    expect((await outlineOf(bytes)).map(({ level, title, page: at }) => [level, title, at])).toEqual([
      [0, '申报表', 0],
      [0, '2026-01-12 昆明医科大学第一附属医院', 1],
      [1, '发票', 1],
      [1, '费用清单', 2],
      [1, '缺：处方', 4],
      [1, '门诊病历', 5],
      [0, '2026-02-10 昆明医科大学第一附属医院', 6],
      [1, '发票', 6],
      [1, '费用清单', 7],
      [1, '缺：处方', 9],
      [1, '门诊病历', 10],
    ]);
    expect(await spelledOut(bytes)).toContain('/PageMode /UseOutlines');
  });

  test('by kind: all invoices first, then all lists', async () => {
    const { pages } = await buildPacket(twoVisits({ order: 'kind' }), suppliesOf(scans));
    const body = pages.filter(({ kind }) => kind === 'paper' || kind === 'gap');
    expect(body.map(({ section, visit: at }) => `${section} ${at}`)).toEqual([
      '发票 0',
      '发票 1',
      '费用清单 0',
      '费用清单 0',
      '费用清单 1',
      '费用清单 1',
      '处方 0',
      '处方 1',
      '门诊病历 0',
      '门诊病历 1',
    ]);
  });
});

describe('a missing paper', () => {
  test('keeps its place with what is missing, for which visit and what to do', async () => {
    const { bytes, pages } = await buildPacket(twoVisits(), suppliesOf(scans));
    const gaps = pages.filter(({ kind }) => kind === 'gap');
    expect(gaps.map(({ packet }) => packet)).toEqual([5, 10]);
    const text = flat((await textsOf(bytes))[4]);
    for (const wanted of ['缺：处方', '2026-01-12', '昆明医科大学第一附属医院', '怎么办', '补打处方']) {
      expect(text).toContain(wanted);
    }
  });

  test('names what would do instead', async () => {
    const anyOf = ['discharge-summary', 'diagnosis-certificate'] as const;
    const gap = paper('discharge-summary', [], { anyOf: [...anyOf] });
    const stay = visit({ kind: 'inpatient', date: '2026-03-01', endDate: '2026-03-09', papers: [gap] });
    const { bytes } = await buildPacket(plan([stay]), suppliesOf(scans));
    expect(flat((await textsOf(bytes))[1])).toContain('出院小结/诊断证明');
    expect(flat((await textsOf(bytes))[0])).toContain('2026-03-01至2026-03-09');
  });
});

describe('what cannot be done is refused', () => {
  test('a character the font lacks, by name and field', async () => {
    const wanted = twoVisits();
    wanted.person = { ...wanted.person, name: '王𠮷兰' };
    const problem = await problemOf(wanted);
    expect(problem.toFact()).toEqual({
      code: 'character-missing',
      params: { characters: '𠮷', field: 'name' },
    });
  });

  test('a damaged picture, by file and page', async () => {
    const broken = new Map([[scanName(1), new Uint8Array([0xff, 0xd8, 0xff, 0xd9])]]);
    const wanted = plan([visit({ papers: [paper('invoice', [page(1)])] })]);
    await expect(buildPacket(wanted, suppliesOf(broken))).rejects.toMatchObject({
      code: 'page-unusable',
      params: { file: '发票.jpg', page: 1, detail: '图片损坏', reason: 'jpeg-damaged' },
    });
  });

  test('a cancelled packet stops', async () => {
    const supplies = suppliesOf(scans, { signal: { aborted: true } });
    await expect(buildPacket(twoVisits(), supplies)).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('the file', () => {
  test('is the same, byte for byte, when made again or written in pieces', async () => {
    const { bytes } = await buildPacket(twoVisits(), suppliesOf(scans));
    const again = await buildPacket(twoVisits(), suppliesOf(scans));
    const pieces: Uint8Array[] = [];
    await writePacket(twoVisits(), suppliesOf(scans), (piece) => {
      pieces.push(piece.slice());
    });
    expect(Buffer.compare(again.bytes, bytes)).toBe(0);
    expect(Buffer.compare(Buffer.concat(pieces), bytes)).toBe(0);
    expect(await spelledOut(bytes)).not.toMatch(/CreationDate|ModDate/);
  });

  test.skipIf(!isInstalled('qpdf'))('has nothing qpdf complains about (skipped without qpdf)', async () => {
    const { bytes } = await buildPacket(twoVisits(), suppliesOf(scans));
    expect(runOn(bytes, 'qpdf', (file) => ['--check', file])).toContain(
      'No syntax or stream encoding errors',
    );
  });

  test.skipIf(!isInstalled('pdftotext'))('is found by poppler too (skipped without it)', async () => {
    const { bytes } = await buildPacket(twoVisits(), suppliesOf(scans));
    const text = flat(runOn(bytes, 'pdftotext', (file) => ['-layout', file, '-']));
    expect(text).toContain('肆仟捌佰壹拾贰元陆角整');
    const info = runOn(bytes, 'pdfinfo', (file) => [file]);
    expect(info).toMatch(/Title:\s+医疗费用手工报销申报表 · 王秀兰 · 2026-王秀兰-01/);
    expect(info).toMatch(/Author:\s+归报 Guibao/);
  });
});
