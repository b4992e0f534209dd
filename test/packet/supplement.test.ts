// The supplement: only what is new, led by a reply that names the first bundle, the office's reason, and every page.

import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildPacket } from '../../renderer/packet/build.ts';
import { languages } from '../../shared/domain.ts';
import { usualPacketOptions } from '../../shared/packet-options.ts';
import { Problem } from '../../shared/problems.ts';
import { paper, plan, reply, scanName, source, suppliesOf, visit } from './plans.ts';
import { outlineOf, textsOf } from './reading.ts';

const scans = new Map<string, Uint8Array>();
const page = (number: number) => source(scanName(number));
const flat = (text = '') => text.replace(/\s+/g, '');

beforeAll(async () => {
  for (const [at, background] of ['#cde', '#dec'].entries()) {
    const picture = sharp({ create: { width: 300, height: 400, channels: 3, background } });
    scans.set(scanName(at + 1), new Uint8Array(await picture.jpeg().toBuffer()));
  }
});

const sent = () =>
  visit({
    id: '1',
    papers: [
      paper('prescription', [page(1)], { change: 'added' }),
      paper('medical-record', [page(2), page(1)], { change: 'changed' }),
    ],
  });

describe('a supplement', () => {
  test('is led by the reply and holds nothing but the papers that are sent', async () => {
    const { bytes, pages } = await buildPacket(plan([sent()], { supplement: reply() }), suppliesOf(scans));
    expect(pages.map(({ kind, label }) => [kind, label])).toEqual([
      ['cover', '补件说明'],
      ['paper', '处方'],
      ['paper', '门诊病历 1/2'],
      ['paper', '门诊病历 2/2'],
    ]);
    const [first] = (await textsOf(bytes)).map(flat);
    for (const told of [
      '补件说明',
      '王秀兰',
      '2026-王秀兰-01',
      '2026-02-03',
      'JH-2026-000417',
      '景洪市医疗保险中心',
      '第1次所交·原申报共12页',
      '缺材料、缺盖章',
      '2026-03-06',
      '处方缺一张，清单要盖医院的章，3月6日前补来。',
      '要有医师签名',
      '已附，见第2页',
      '暂缺',
      '另附，不在本册页码内',
      '本次补交2份，共3页',
      '新增',
      '更换',
      '3–4',
      '从原申报中撤下的材料',
      '第2次2026-01-20昆明医科大学第一附属医院',
      '申请人签字',
    ])
      expect(first).toContain(told);
    expect(first).not.toContain('医疗费用手工报销申报表');
    expect((await outlineOf(bytes))[0]).toMatchObject({ title: '补件说明' });
  });

  test('only takes papers out: the reply stands alone', async () => {
    const { pages } = await buildPacket(plan([], { supplement: reply() }), suppliesOf(scans));
    expect(pages.map(({ kind }) => kind)).toEqual(['cover']);
  });

  test('was not sent back: the reply says so', async () => {
    const supplement = reply({ returned: null, wanted: [], removed: [] });
    const { bytes } = await buildPacket(plan([sent()], { supplement }), suppliesOf(scans));
    expect(flat((await textsOf(bytes))[0])).toContain('原申报未退回');
  });

  test.each(languages)(
    'of sixty papers goes over several sheets with right pages in %s',
    async (language) => {
      const papers = Array.from({ length: 60 }, () => paper('prescription', [page(1)], { change: 'added' }));
      const wanted = plan([{ ...sent(), papers }], {
        language,
        supplement: reply(),
        options: { ...usualPacketOptions, checklist: true, dividers: true, claimCode: true },
      });
      const { bytes, pages } = await buildPacket(wanted, suppliesOf(scans));
      const fronts = pages.filter(({ kind }) => kind === 'cover').length;
      expect(fronts).toBeGreaterThan(2);
      const last = pages.findLast(({ kind }) => kind === 'paper')?.packet ?? 0;
      const told = flat((await textsOf(bytes)).slice(0, fronts).join(''));
      const firstPaper = pages.find(({ kind }) => kind === 'paper')?.packet ?? 0;
      expect(told).toContain(`${firstPaper}–${last}`);
    },
  );

  test('gives the same bytes for the same plan', async () => {
    const build = async () =>
      (await buildPacket(plan([sent()], { supplement: reply() }), suppliesOf(scans))).bytes;
    expect(Buffer.from(await build()).equals(Buffer.from(await build()))).toBe(true);
  });

  test('names the field of a character that cannot be printed', async () => {
    const supplement = reply();
    supplement.first.receiptNumber = '\u{1F4C4}7';
    const thrown = await buildPacket(plan([sent()], { supplement }), suppliesOf(scans)).catch(
      (error: unknown) => error,
    );
    expect(thrown).toBeInstanceOf(Problem);
    expect((thrown as Problem).params).toMatchObject({ field: 'receiptNumber' });
  });
});
