// Every kind of generated page in both languages, with short, long and rare names, few and many visits: no word leaves the
// printable area, no two words lie on each other, and what was typed is found again. GUIBAO_LOOK names a folder to keep them in.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildPacket } from '../../renderer/packet/build.ts';
import { SAFE_EDGE } from '../../renderer/packet/layout/sheet.ts';
import { sheetKinds, writeSheets } from '../../renderer/packet/sheets/sheet-document.ts';
import { joinBytes } from '../../renderer/packet/writer/join-bytes.ts';
import { languages } from '../../shared/domain.ts';
import { packetOptions, sheetOptions } from '../../shared/packet-options.ts';
import type { PacketPlan, PacketVisit } from '../../shared/packet-plan.ts';
import { paper, plan, reply, scanName, source, suppliesOf, visit } from '../packet/plans.ts';
import { isInstalled } from '../packet/reading.ts';
import {
  claimOf,
  longestHospital,
  longestName,
  longestTitle,
  longHospital,
  longName,
  makeScans,
} from './claims.ts';

let scans = new Map<string, Uint8Array>();
beforeAll(async () => {
  scans = await makeScans();
});

const options = packetOptions.parse({
  checklist: true,
  dividers: true,
  duplex: true,
  claimCode: true,
  copyMark: 'line',
  purposeMark: true,
});
const office = {
  name: '西双版纳傣族自治州医疗保障局政务服务中心（景洪市）',
  address: '景洪市勐泐大道 99 号二楼 6 至 9 号窗口',
  phone: '0691-2122345',
  hours: '周一至周五 9:00–12:00，14:00–17:30',
  remark: '先在一楼取号',
};

const people = [
  { name: '王芳', visits: 1, hospital: undefined },
  { name: longName, visits: 60, hospital: longHospital },
  { name: '王㛃', visits: 2, hospital: '景洪市第一人民医院' },
  { name: longestName, visits: 40, hospital: longestHospital },
] as const;

function claimFor(
  { name, visits, hospital }: (typeof people)[number],
  language: PacketPlan['language'],
): PacketPlan {
  const person = { ...plan([]).person, name, payeeName: name };
  const title = name === longestName ? longestTitle : '2026 年门诊慢特病';
  const made = claimOf(visits, { language, person, options, title }, hospital);
  const [first, ...rest] = name === longestName ? made.visits.map(stretch) : made.visits;
  if (!first) return made;
  const attachments = [
    { kind: 'invoice' as const, scan: scanName(77), fileName: '26532000001234567890_数电发票.ofd' },
  ];
  const hospitalFacts = { grade: 'tertiary' as const, code: 'H53010200001' };
  const filings = [
    { category: 'long-term-resident' as const, from: '2026-01-01', to: '', place: '云南省昆明市' },
    { category: 'other-temporary' as const, from: '2026-03-01', to: '2026-09-01', place: '四川省成都市' },
  ];
  return {
    ...made,
    cover: { filings, paidFen: 123456 },
    visits: [{ ...first, attachments, hospitalFacts }, ...rest],
  };
}

/** As much as the forms let in: the largest sums, the longest numbers, names and titles. */
const stretch = (one: PacketVisit): PacketVisit => ({
  ...one,
  department: '内分泌与代谢病科（糖尿病足多学科联合门诊）',
  diagnosis: '2型糖尿病伴多个并发症；高血压3级（极高危）；冠状动脉粥样硬化性心脏病',
  diseaseName: '糖尿病（合并严重心、肾、眼、足、神经系统并发症）',
  invoices: one.invoices.map((invoice) => ({
    ...invoice,
    number: `265320000012345678${invoice.number.slice(-2)}`,
    code: '053001900104',
    totalFen: 9_999_999_999,
  })),
  papers: one.papers.map((each) =>
    each.kind === 'medical-record'
      ? { ...each, title: '门诊病历、出院小结与复查结果（含电子胶片打印件）' }
      : each,
  ),
});

type Word = { text: string; page: number; left: number; top: number; right: number; bottom: number };

/** Where poppler finds the words of a PDF, in points from the upper left corner. */
function readWords(bytes: Uint8Array): Word[] {
  const dir = mkdtempSync(join(tmpdir(), 'packet-'));
  try {
    writeFileSync(join(dir, 'packet.pdf'), bytes);
    const found = execFileSync('pdftotext', ['-bbox', 'packet.pdf', '-'], {
      cwd: dir,
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    return found
      .split('<page ')
      .slice(1)
      .flatMap((part, page) =>
        [
          ...part.matchAll(
            /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g,
          ),
        ].map(([, left, top, right, bottom, text = '']) => ({
          text,
          page: page + 1,
          left: Number(left),
          top: Number(top),
          right: Number(right),
          bottom: Number(bottom),
        })),
      );
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** The box of a word is as high as its line; letters fill about two thirds of it. */
function findOverlaps(words: Word[]): string[] {
  const tight = words.map((word) => {
    const spare = (word.bottom - word.top) * 0.2;
    return { ...word, top: word.top + spare, bottom: word.bottom - spare };
  });
  return tight.flatMap((one, at) =>
    tight.slice(at + 1).flatMap((other) => {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      return across > 1 && down > 1 ? [`page ${one.page}: "${one.text}" on "${other.text}"`] : [];
    }),
  );
}

function expectClean(bytes: Uint8Array, name: string): void {
  if (process.env.GUIBAO_LOOK) writeFileSync(join(process.env.GUIBAO_LOOK, `${name}.pdf`), bytes);
  const words = readWords(bytes);
  expect(words.length).toBeGreaterThan(10);
  const beyond = words.filter(
    ({ left, right, top, bottom }) =>
      left < SAFE_EDGE - 0.5 || right > 595.28 - SAFE_EDGE + 0.5 || top < 20 || bottom > 841.89 - 26,
  );
  // A line of the footer's smallest print is about nine points high in all.
  expect(words.filter(({ top, bottom }) => bottom - top < 7.5).map(({ text }) => text)).toEqual([]);
  expect(beyond.map(({ text, page }) => `page ${page}: ${text}`)).toEqual([]);
  const pages = Map.groupBy(words, ({ page }) => page);
  expect([...pages.values()].flatMap(findOverlaps)).toEqual([]);
}

const flat = (bytes: Uint8Array): string =>
  readWords(bytes)
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, '');

describe.skipIf(!isInstalled('pdftotext'))(
  isInstalled('pdftotext') ? 'every generated page' : 'skipped: pdftotext is not installed',
  () => {
    for (const language of languages)
      for (const [at, person] of people.entries()) {
        const wanted = () => claimFor(person, language);
        test(`the packet of ${person.name} in ${language}, ${person.visits} visits`, async () => {
          const { bytes } = await buildPacket(wanted(), suppliesOf(scans));
          expectClean(bytes, `packet-${language}-${at}`);
          const said = flat(bytes);
          for (const text of [person.name, wanted().visits[0]?.hospital ?? '', 'H53010200001', '1,234.56'])
            expect(said).toContain(text);
        }, 60_000);
        test(`the reply of a supplement of ${person.name} in ${language}`, async () => {
          const { visits, ...rest } = wanted();
          const sent = visits.slice(0, 3).map((one) => ({
            ...one,
            papers: one.papers.map((each) => ({ ...each, change: 'changed' as const })),
          }));
          const { bytes } = await buildPacket(
            { ...rest, visits: sent, supplement: reply() },
            suppliesOf(scans),
          );
          expectClean(bytes, `supplement-${language}-${at}`);
          expect(flat(bytes)).toContain(person.name);
        }, 60_000);
        test(`pages that stand for what is missing, of ${person.name} in ${language}`, async () => {
          const gaps = (
            ['invoice', 'itemized-list', 'prescription', 'medical-record', 'discharge-summary'] as const
          ).map((kind) => paper(kind, []));
          const lost = paper('other', [
            source(scanName(99), { fileName: `${person.name} 的一份名字很长的补充材料 2026-01-05.pdf` }),
          ]);
          const visits = [visit({ hospital: person.hospital ?? longHospital, papers: [...gaps, lost] })];
          const pull = async () => new Uint8Array([1, 2, 3]);
          const supplies = suppliesOf(scans, { onUnusable: 'notice', pull });
          const { bytes, pages } = await buildPacket({ ...wanted(), visits }, supplies);
          expect(pages.filter(({ kind }) => kind === 'gap' || kind === 'unusable')).toHaveLength(6);
          expectClean(bytes, `missing-${language}-${at}`);
        }, 60_000);
        for (const kind of sheetKinds)
          test(`the sheet ${kind} of ${person.name} in ${language}`, async () => {
            for (const more of kind === 'n-up'
              ? [{ perSheet: 4 as const }, {}]
              : kind === 'paste'
                ? [{ paste: { overlap: 8 } }, {}]
                : [{ office }, {}]) {
              const chunks: Uint8Array[] = [];
              const sink = (chunk: Uint8Array) => void chunks.push(chunk);
              const wish = { kind, options: sheetOptions.parse(more) };
              await writeSheets(wanted(), wish, { supplies: suppliesOf(scans), sink });
              expectClean(
                joinBytes(chunks),
                `${kind}-${language}-${at}${Object.keys(more).length > 0 ? '-more' : ''}`,
              );
            }
          }, 60_000);
      }
  },
);
