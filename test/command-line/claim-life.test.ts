// The life of a claim through the command line: handed in, returned, supplemented, paid in part; and what is written to files.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFolder, runGuibao } from './run-guibao.ts';

const folder = makeFolder();
const vault = folder.at('资料');
const guibao = (...words: string[]) => runGuibao([...words, '--vault', vault, '--json']);
const answerOf = async (...words: string[]) => {
  const { code, out, err } = await guibao(...words);
  expect(code, `${words.join(' ')} ${err} ${out}`).toBe(0);
  return JSON.parse(out);
};
const refusalOf = async (...words: string[]) => {
  const { code, out } = await guibao(...words);
  expect(code, words.join(' ')).toBe(1);
  return JSON.parse(out).problem.code;
};
const ids: Record<string, string> = {};

beforeAll(async () => {
  await answerOf('init');
  const { person } = await answerOf(
    ...[
      'person',
      'add',
      '--name',
      '王秀兰',
      '--insured-place-code',
      '532800',
      '--insured-place',
      '西双版纳州',
    ],
  );
  const { visit } = await answerOf(
    ...['visit', 'add', '--person', '王秀兰', '--hospital', '昆明市滇缘医院', '--date', '2026-01-13'],
    ...['--disease', 'M01600'],
  );
  await answerOf(
    ...[
      'invoice',
      'add',
      '--visit',
      visit.id,
      '--code',
      '53060125',
      '--number',
      '0026011387',
      '--total',
      '1085',
    ],
  );
  const page = folder.at('发票.jpg');
  await sharp({ create: { width: 200, height: 300, channels: 3, background: '#cde' } })
    .jpeg()
    .toFile(page);
  await answerOf('attach', visit.id, '--kind', 'invoice', page);
  const { claim } = await answerOf('claim', 'create', '--person', '王秀兰', '--visit', visit.id);
  Object.assign(ids, { person: person.id, visit: visit.id, claim: claim.id, number: claim.number });
}, 60_000);
afterAll(() => folder.remove());

const claim = (name: string, ...words: string[]) => ['claim', name, ids.claim ?? '', ...words];

it('keeps filings, approvals, hospitals and standing papers, and what was seen on a paper', async () => {
  const filing = ['filing', 'add', '--person', '王秀兰', '--category', 'long-term-resident'];
  const added = await answerOf(
    ...filing,
    '--from',
    '2025年1月1日',
    '--city',
    '昆明市',
    '--city-code',
    '530100',
  );
  expect(added.filing).toMatchObject({ from: '2025-01-01', cityName: '昆明市', personId: ids.person });
  const approval = ['approval', 'add', '--person', '王秀兰', '--disease', 'M01600', '--from', '2025-01-01'];
  expect((await answerOf(...approval)).approval.diseaseName).toBe('糖尿病');
  await answerOf(
    'hospital',
    'add',
    '--name',
    '昆明市滇缘医院',
    '--grade',
    'secondary',
    '--designated',
    'yes',
  );
  const [match] = await answerOf('hospital', 'match', '滇缘医院');
  expect(match).toMatchObject({ name: '昆明市滇缘医院', visits: 1, hospital: { designated: true } });
  const card = [
    'standing-paper',
    'add',
    '--person',
    '王秀兰',
    '--kind',
    'bank-card',
    '--expires',
    '2030-01-01',
  ];
  const made = await answerOf(...card);
  await answerOf('standing-paper', 'remove', made.standingPaper.id);
  expect(await answerOf('standing-paper', 'list')).toEqual([]);
  const facts = ['paper', 'facts', ids.visit ?? '', '--kind', 'invoice', '--stamped', 'yes'];
  expect((await answerOf(...facts, '--printed-total', '1085.00')).facts).toMatchObject({
    stamped: 'yes',
    printedTotalFen: 108500,
  });
});

it('says what is against it, until when, and what may be paid', async () => {
  const { code, out } = await guibao(...claim('readiness'));
  expect(code).toBe(1);
  const readiness = JSON.parse(out);
  expect(readiness.verdict.kind).toBe('fix');
  expect(readiness.findings.map((one: { code: string }) => one.code)).toContain('paper-missing');
  const estimate = await answerOf(...claim('estimate'));
  expect(estimate.fund.low).toBeLessThanOrEqual(estimate.fund.high);
  const days = await answerOf('deadlines', '--ics', folder.at('期限.ics'));
  expect(days[0]).toMatchObject({ kind: 'claim', claim: { id: ids.claim } });
  expect(readFileSync(folder.at('期限.ics'), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/);
});

it('submit, return, supplement, pay: every step is kept, with the very bytes handed in', async () => {
  const out = folder.at('交出去的.pdf');
  await answerOf(...claim('export', '--out', out, '--allow-incomplete'));
  const sha256 = createHash('sha256').update(readFileSync(out)).digest('hex');
  expect(await refusalOf(...claim('pay', '--amount', '10'))).toBe('claim-step-order');
  const where = ['--office', '景洪市医保中心', '--channel', 'window', '--receipt-number', 'SL-7'];
  const submitted = await answerOf(...claim('submit', '--date', '2026-02-01', ...where));
  expect(submitted.claim.status).toBe('handed-in');
  expect(submitted.event).toMatchObject({ amountFen: 108500, receiptNumber: 'SL-7' });
  const reasons = ['--reason', 'paper-missing', 'stamp-missing', '--wanted', 'prescription'];
  await answerOf(...claim('return', '--date', '2026-02-10', ...reasons, '--until', '2026-02-20'));
  expect(await refusalOf(...claim('edit', '--status', 'paid'))).toBe('status-from-steps');
  await supplementTheMissing(out);
  expect(await refusalOf(...claim('pay', '--date', '2026-03-01', '--amount', '1085.01'))).toBe(
    'amount-above-left',
  );
  await answerOf(...claim('pay', '--date', '2026-03-01', '--amount', '700'));
  await answerOf(...claim('pay', '--date', '2026-03-02', '--amount', '1'));
  await answerOf(...claim('take-back'));
  const history = await answerOf(...claim('history'));
  expect(history.events.map((one: { step: string }) => one.step)).toEqual([
    ...['handed-in', 'returned', 'supplemented', 'paid'],
  ]);
  expect(history.money).toMatchObject({ paidFen: 70000, leftFen: 38500 });
  expect(history.versions.map((one: { packet: { sha256: string } }) => one.packet.sha256)).toEqual([
    sha256,
    ids.supplement,
  ]);
  const told = await runGuibao([...claim('history'), '--vault', vault, '--lang', 'zh-CN']);
  expect(told.out).toContain('退回');
  expect(told.out).toContain('还没报回 385.00');
});

/** Refused while nothing is new; then only the new paper goes, and the step keeps the very bytes that were exported. */
async function supplementTheMissing(whole: string) {
  const supplement = folder.at('补件.pdf');
  const wish = ['export', '--supplement', '--out', supplement] as const;
  expect(await refusalOf(...claim(...wish))).toBe('claim-incomplete');
  expect(await refusalOf(...claim(...wish, '--allow-incomplete'))).toBe('supplement-empty');
  const page = folder.at('处方.jpg');
  await sharp({ create: { width: 240, height: 300, channels: 3, background: '#dec' } })
    .jpeg()
    .toFile(page);
  await answerOf('attach', ids.visit ?? '', '--kind', 'prescription', page);
  const report = await answerOf(...claim(...wish));
  expect(report.files.map(({ file }: { file: string }) => file)).toEqual(['处方.jpg']);
  expect(report.pages).toBe(2);
  expect(report.proof.passed).toBe(true);
  ids.supplement = createHash('sha256').update(readFileSync(supplement)).digest('hex');
  expect(readFileSync(supplement).equals(readFileSync(whole))).toBe(false);
  await answerOf(...claim('supplement', '--date', '2026-02-12'));
}

it('the year adds up, as a list and as files', async () => {
  const report = await answerOf(
    ...['report', '2026', '--csv', folder.at('2026.csv'), '--xlsx', folder.at('2026.xlsx')],
  );
  expect(report.people[0]).toMatchObject({ spentFen: 108500, paidFen: 70000, selfFen: 38500, openFen: 0 });
  expect(report.returns).toHaveLength(2);
  expect(readFileSync(folder.at('2026.csv'), 'utf8')).toContain('"王秀兰",1085.00');
  expect(readFileSync(folder.at('2026.xlsx')).subarray(0, 2).toString()).toBe('PK');
  expect((await guibao('report', '二零二六')).code).toBe(2);
});

it('one person alone is exported into a new folder only', async () => {
  const out = folder.at('王秀兰的资料');
  const told = await answerOf('person', 'export', '王秀兰', '--out', out);
  expect(told).toMatchObject({ dir: out, scans: 2, visits: 1, claims: 1 });
  expect(readdirSync(out).sort()).toEqual(['guibao.sqlite', 'originals']);
  expect(await refusalOf('person', 'export', '王秀兰', '--out', out)).toBe('folder-not-empty');
  const alone = await runGuibao(['check', '--vault', out, '--json']);
  expect(JSON.parse(alone.out)).toMatchObject({ ok: true, scans: 2 });
  expect(existsSync(vault)).toBe(true);
});
