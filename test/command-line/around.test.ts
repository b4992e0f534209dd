// What surrounds a claim, by command line alone: filings, approvals, papers, hospitals, and what a person knows. All of it can
// be added, changed, listed, removed and taken back, with --json.

import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFolder, runGuibao } from './run-guibao.ts';

const folder = makeFolder();
const vault = folder.at('资料');
const guibao = (...words: string[]) => runGuibao([...words, '--vault', vault]);
const answerOf = async (...words: string[]) => {
  const { code, out, err } = await guibao(...words, '--json');
  expect(err, words.join(' ')).toBe('');
  expect(code, `${words.join(' ')} ${out}`).toBe(0);
  return JSON.parse(out);
};
const takeBack = (undo: unknown) => answerOf('undo', JSON.stringify(undo));
const ids = { visit: '', invoice: '' };

beforeAll(async () => {
  await answerOf('init');
  await answerOf('person', 'add', '--name', '王秀兰', '--insured-place-code', '532800');
  const visit = ['visit', 'add', '--person', '王秀兰', '--hospital', '昆医附一院', '--date', '2026-01-13'];
  ids.visit = (await answerOf(...visit)).visit.id;
  const invoice = ['invoice', 'add', '--visit', ids.visit, '--number', '0026011387', '--total', '100'];
  ids.invoice = (await answerOf(...invoice)).invoice.id;
}, 60_000);
afterAll(() => folder.remove());

it('a filing is added, changed in part, found by the beginning of its id, removed and brought back', async () => {
  const { filing } = await answerOf(
    ...['filing', 'add', '--person', '王秀兰', '--category', 'settled-retiree', '--from', '2024年1月1日'],
    ...['--city', '昆明市', '--city-code', '530100', '--hospital', '甲医院', '--hospital', '乙医院'],
  );
  expect(filing.hospitals).toEqual(['甲医院', '乙医院']);
  const short = filing.id.slice(0, -2);
  const changed = await answerOf('filing', 'edit', short, '--to', '2026-12-31', '--waiting-days', '90');
  expect(changed.filing).toEqual({ ...filing, to: '2026-12-31', waitingDays: 90 });
  const open = await answerOf('filing', 'edit', short, '--to', '', '--waiting-days', '', '--hospital', '');
  expect(open.filing).toEqual({ ...filing, hospitals: [] });
  await takeBack(open.undo);
  expect(await answerOf('filing', 'list', '--person', '王秀兰')).toEqual([changed.filing]);
  await answerOf('filing', 'remove', short);
  expect(await answerOf('filing', 'list')).toEqual([]);
  await answerOf('filing', 'restore', filing.id);
  expect(await answerOf('filing', 'list')).toEqual([changed.filing]);
}, 60_000);

it('an approval is proven by a standing paper, which is filled from the inbox', async () => {
  const path = folder.at('认定表.png');
  writeFileSync(
    path,
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  );
  await answerOf('scan', 'add', path);
  const [item] = await answerOf('inbox', 'list');
  const words = ['standing-paper', 'add', '--person', '王秀兰', '--kind', 'chronic-approval'];
  const { standingPaper } = await answerOf(...words, '--expires', '2026-12-31', '--inbox', item.id);
  expect(standingPaper.pages).toHaveLength(1);
  const titled = await answerOf('standing-paper', 'edit', standingPaper.id, '--title', '糖尿病认定表');
  expect(titled.standingPaper).toEqual({ ...standingPaper, title: '糖尿病认定表' });
  const { approval } = await answerOf(
    ...['approval', 'add', '--person', '王秀兰', '--disease', 'M01600', '--from', '2025-01-01'],
    ...['--proof', standingPaper.id.slice(0, -1)],
  );
  expect(approval).toMatchObject({ diseaseName: '糖尿病', proofId: standingPaper.id, to: '' });
  const other = await answerOf('approval', 'edit', approval.id, '--disease', 'm03900', '--proof', '');
  expect(other.approval).toMatchObject({ diseaseCode: 'M03900', diseaseName: '高血压', proofId: null });
  await takeBack(other.undo);
  expect(await answerOf('approval', 'list')).toEqual([approval]);
}, 60_000);

it('two spellings of a hospital become one, and come apart again', async () => {
  const add = ['hospital', 'add', '--name', '昆明医科大学第一附属医院', '--grade', 'tertiary'];
  const { hospital } = await answerOf(...add, '--city', '昆明市', '--city-code', '530100');
  const spelled = await answerOf('hospital', 'add', '--name', '昆医大附一院', '--code', 'H53010200001');
  const seen = await answerOf('hospital', 'merge', '昆明医科大学第一附属医院', '昆医附一院');
  expect(seen.hospital.aliases).toEqual(['昆医附一院']);
  const merged = await answerOf('hospital', 'merge', hospital.id, '昆医大附一院');
  expect(merged.hospital).toEqual({
    ...hospital,
    ...{ aliases: ['昆医附一院', '昆医大附一院'], code: 'H53010200001' },
  });
  expect(await answerOf('hospital', 'list')).toEqual([merged.hospital]);
  await takeBack(merged.undo);
  expect(await answerOf('hospital', 'list')).toEqual([seen.hospital, spelled.hospital]);
  const edited = await answerOf('hospital', 'edit', '昆医附一院', '--designated', 'yes');
  expect(edited.hospital).toEqual({ ...seen.hospital, designated: true });
}, 60_000);

it('what is known of a visit, an invoice, a person and a year is set, shown and taken back', async () => {
  const visit = ['visit', 'set', ids.visit];
  const words = [
    '--situation',
    'emergency',
    '--situation',
    'accident',
    '--days',
    '30',
    '--medicine',
    '二甲双胍',
  ];
  const noted = await answerOf(...visit, ...words);
  expect(noted.facts).toMatchObject({ situations: ['accident', 'emergency'], daysOfSupply: 30 });
  const less = await answerOf(...visit, '--without', 'accident', '--days', '');
  expect(less.facts).toMatchObject({
    ...{ situations: ['emergency'], daysOfSupply: null, medicines: ['二甲双胍'] },
  });
  await takeBack(less.undo);
  expect((await answerOf(...visit)).facts).toEqual(noted.facts);
  expect((await guibao(...visit)).out).toContain('急诊');

  const invoice = ['invoice', 'set', ids.invoice];
  const dead = await answerOf(...invoice, '--state', 'reversed', '--replaced-by', '0026011999');
  await answerOf(...invoice, '--paid-elsewhere', '￥50.50', '--paid-by', '平安保险');
  expect((await answerOf(...invoice)).facts).toEqual({
    ...{ invoiceId: ids.invoice, state: 'reversed', replacedBy: '0026011999' },
    ...{ paidElsewhereFen: 5050, paidElsewhereBy: '平安保险' },
  });
  expect(dead.facts.paidElsewhereFen).toBe(0);
  expect((await answerOf(...invoice, '--state', 'valid')).facts.replacedBy).toBe('');

  const person = await answerOf('person', 'set', '王秀兰', '--account-kind', 'passbook');
  expect(person.facts).toMatchObject({ accountKind: 'passbook', diedOn: '' });
  const year = ['person', 'year', '王秀兰', '2026'];
  const known = await answerOf(
    ...year,
    '--deductible',
    '1200',
    '--deductible-used',
    '300.5',
    '--cap',
    '6000',
  );
  expect(known.facts).toMatchObject({ deductibleFen: 120000, deductibleUsedFen: 30050, capUsedFen: null });
  expect((await guibao(...year, '--deductible-used', '1300')).code).toBe(1);
  expect((await answerOf(...year, '--cap', '')).facts.capFen).toBeNull();
}, 90_000);
