// The whole story through the command line: from an empty folder to a packet that is read back.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVault } from '../../electron/database/open.ts';
import { openPdfium } from '../../shared/pdfium/pdfium.ts';
import { makeFolder, runGuibao } from './run-guibao.ts';

const folder = makeFolder();
const vault = folder.at('家里 的资料 📁');
const guibao = (...words: string[]) => runGuibao([...words, '--vault', vault]);
const answerOf = async (...words: string[]) => {
  const { code, out, err } = await guibao(...words, '--json');
  expect(err, words.join(' ')).toBe('');
  expect(code, words.join(' ')).toBe(0);
  return JSON.parse(out);
};
const kinds = ['invoice', 'itemized-list', 'prescription', 'medical-record'];
const ids: Record<string, string> = {};

async function drawPage(name: string, shade: number): Promise<string> {
  const path = folder.at(name);
  const background = { r: shade, g: 200, b: 180 };
  await sharp({ create: { width: 300, height: 420, channels: 3, background } })
    .jpeg()
    .toFile(path);
  return path;
}

beforeAll(async () => {
  for (const [at, kind] of kinds.entries()) await drawPage(`${kind} 第一次.jpg`, 20 + at * 50);
});
afterAll(() => folder.remove());

type Found = { code: string; severity: string; paperKind: string | null };

describe('the command line from an empty folder to a packet', () => {
  it('makes a vault, once', async () => {
    expect((await guibao('person', 'list')).err).toContain('[vault-missing]');
    expect((await answerOf('init')).vault).toBe(vault);
    const again = await guibao('init', '--json');
    expect(again.code).toBe(1);
    expect(JSON.parse(again.out).problem).toMatchObject({ code: 'vault-exists', params: { dir: vault } });
  });

  it('logs a person, a visit and an invoice, found again by name and by the beginning of an id', async () => {
    const { person } = await answerOf(
      ...['person', 'add', '--name', '王秀兰', '--citizen-id', '532800195001010027', '--standing', 'retired'],
      ...['--insured-place-code', '532800', '--insured-place', '西双版纳州', '--phone', '13900000000'],
      ...['--payee', '王秀兰', '--bank', '样例银行景洪支行', '--account', '6200000000000000018'],
      ...['--card', 'D53280000019', '--living-place', '昆明'],
    );
    const { visit } = await answerOf(
      ...['visit', 'add', '--person', '王秀兰', '--hospital', '昆明市滇缘医院', '--date', '2026年1月13日'],
      ...['--disease', 'M01600', '--diagnosis', '2型糖尿病'],
    );
    expect(visit).toMatchObject({ personId: person.id, date: '2026-01-13', diseaseName: '糖尿病' });
    const { invoice } = await answerOf(
      ...['invoice', 'add', '--visit', visit.id.slice(0, -2), '--code', '53060125', '--number', '0026011387'],
      ...['--total', '￥1,085.00', '--cash', '1085', '--date', '2026/1/13'],
      ...['--line', '糖化血红蛋白测定|化验费|1|项|60', '--line', '二甲双胍|西药费|3|盒|1025.00'],
    );
    expect(invoice).toMatchObject({ totalFen: 108500, cashFen: 108500, fundFen: null, visitId: visit.id });
    expect(invoice.lines.map((line: { amountFen: number }) => line.amountFen)).toEqual([6000, 102500]);
    Object.assign(ids, { person: person.id, visit: visit.id, invoice: invoice.id });
  });

  it('refuses the same invoice a second time and says which it meets', async () => {
    const words = [
      'invoice',
      'add',
      '--visit',
      ids.visit ?? '',
      '--code',
      '53060125',
      '--number',
      '0026011387',
    ];
    const { code, out } = await guibao(...words, '--total', '1', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out).problem).toMatchObject({
      code: 'invoice-already-logged',
      params: { number: '0026011387', visit: ids.visit, invoice: ids.invoice },
    });
  });

  it('does not export while papers are missing, unless told so', async () => {
    const { claim } = await answerOf(
      'claim',
      'create',
      '--person',
      ids.person ?? '',
      '--visit',
      ids.visit ?? '',
    );
    ids.claim = claim.id;
    const check = await guibao('claim', 'check', claim.id, '--json');
    expect(check.code).toBe(1);
    const found = JSON.parse(check.out);
    expect(found).toMatchObject({ claim: claim.id, ready: false, verdict: { kind: 'fix' } });
    const missing = found.findings.filter(({ code }: Found) => code === 'paper-missing');
    expect(missing.map(({ paperKind }: Found) => paperKind).sort()).toEqual([...kinds].sort());
    expect(missing[0]).toMatchObject({
      severity: 'blocks',
      visitId: ids.visit,
      rule: { grade: 'B', date: '2026-11-22', placeName: { en: 'National baseline' } },
      remedy: { action: 'add-paper', target: ids.visit },
      says: { what: expect.stringContaining('缺') },
    });
    writeFileSync(folder.at('a.pdf'), 'what was there');
    const refused = await guibao('claim', 'export', claim.number, '--out', folder.at('a.pdf'), '--json');
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.out).problem).toMatchObject({ code: 'claim-incomplete', params: { count: 4 } });
    expect(readFileSync(folder.at('a.pdf'), 'utf8')).toBe('what was there');
    const nowhere = folder.at('no such folder/a.pdf');
    const lost = await guibao('claim', 'export', claim.id, '--allow-incomplete', '--out', nowhere, '--json');
    expect(JSON.parse(lost.out).problem.code).toBe('path-unwritable');
    const out = folder.at('gaps.pdf');
    const report = await answerOf('claim', 'export', claim.id, '--out', out, '--allow-incomplete');
    expect(report.pages).toBe(5);
    expect(report.files).toEqual([]);
  });

  it('attaches the four papers and keeps a second copy as a duplicate', async () => {
    for (const kind of kinds) {
      const [outcome] = await answerOf(
        'attach',
        ids.visit ?? '',
        '--kind',
        kind,
        folder.at(`${kind} 第一次.jpg`),
      );
      expect(outcome).toMatchObject({ outcome: 'kept', mediaType: 'image/jpeg', problem: null });
    }
    const [again] = await answerOf('scan', 'add', folder.at('invoice 第一次.jpg'));
    expect(again.outcome).toBe('duplicate');
    const check = await guibao('claim', 'readiness', ids.claim ?? '', '--json');
    const found = JSON.parse(check.out);
    // The packet is whole; what the person has to bring besides is not in the vault yet.
    const grave = found.findings.filter(({ severity }: Found) => severity !== 'advice');
    expect(new Set(grave.map(({ code }: Found) => code))).toEqual(
      new Set(['approval-missing', 'person-paper-missing', 'scan-blank']),
    );
    expect([check.code, found.ready]).toEqual([1, false]);
  });

  it('turns a page and takes that back with what the command printed', async () => {
    const turned = await answerOf('paper', 'turn', ids.visit ?? '', '--kind', 'invoice', '--page', '1');
    expect(turned.paper.pages[0].turn).toBe(90);
    await answerOf('undo', JSON.stringify(turned.undo));
    const paper = await answerOf('paper', 'pages', ids.visit ?? '', '--kind', 'invoice');
    expect(paper.pages[0].turn).toBe(0);
  });

  it('exports a packet whose report, bytes and pages agree, the same each time', async () => {
    const out = folder.at('材料 包.pdf');
    const report = await answerOf('claim', 'export', ids.claim ?? '', '--out', out);
    const bytes = readFileSync(out);
    expect(report).toMatchObject({ out, bytes: bytes.length, pages: 5 });
    expect(report.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(report.files.map((file: { outcome: string }) => file.outcome)).toEqual(Array(4).fill('packed'));
    expect(report.files.flatMap((file: { pages: unknown[] }) => file.pages)).toEqual(
      [2, 3, 4, 5].map((packet) => ({ source: 1, packet })),
    );
    const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
    const document = (await openPdfium(wasm)).open(bytes);
    expect(document.pageCount).toBe(5);
    expect(document.text(0)).toContain('王秀兰');
    document.close();
    const again = await answerOf('claim', 'export', ids.claim ?? '', '--out', folder.at('b.pdf'));
    expect(again.sha256).toBe(report.sha256);
  });

  it('serves readers beside a writer and refuses a second writer', async () => {
    const open = openVault(vault, { access: 'write', way: 'window' });
    try {
      expect(await answerOf('visit', 'list')).toHaveLength(1);
      const { code, out } = await guibao('person', 'archive', '王秀兰', '--json');
      expect(code).toBe(1);
      expect(JSON.parse(out).problem).toMatchObject({ code: 'vault-in-use', params: { dir: vault } });
      await answerOf('claim', 'export', ids.claim ?? '', '--out', folder.at('c.pdf'));
    } finally {
      open.close();
    }
    expect((await answerOf('check')).ok).toBe(true);
  });

  it('packs a folder with a bad file among good ones, without a vault', async () => {
    const input = makeFolder();
    await sharp({ create: { width: 90, height: 60, channels: 3, background: '#446' } })
      .tiff()
      .toFile(input.at('2 扫描.tiff'));
    writeFileSync(input.at('1.jpg'), 'only text');
    writeFileSync(input.at('3.jpg'), readFileSync(folder.at('invoice 第一次.jpg')));
    const out = folder.at('packed.pdf');
    const { code, out: text } = await runGuibao(['pack', input.path, '--out', out, '--json']);
    expect(code).toBe(0);
    const report = JSON.parse(text);
    expect(report).toMatchObject({ out, pages: 3, bytes: readFileSync(out).length });
    expect(report.files).toMatchObject([
      {
        file: '1.jpg',
        outcome: 'refused',
        scan: null,
        problem: { code: 'file-type-unsupported' },
        pages: [],
      },
      { file: '2 扫描.tiff', outcome: 'packed', pages: [{ source: 1, packet: 2 }] },
      { file: '3.jpg', outcome: 'packed', pages: [{ source: 1, packet: 3 }] },
    ]);
    const over = await runGuibao(['pack', input.path, '--out', input.at('3.jpg'), '--json']);
    expect(JSON.parse(over.out).problem.code).toBe('export-same-file');
    expect(readFileSync(input.at('3.jpg'))).toEqual(readFileSync(folder.at('invoice 第一次.jpg')));
    input.remove();
  });
});
