// Bad input through the command line: each gets its code and a remedy in both languages, and nothing stored changes.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VAULT_FILE } from '../../electron/database/open.ts';
import { problemWords } from '../../shared/words/problems.ts';
import { makeFolder, runGuibao } from './run-guibao.ts';

const folder = makeFolder();
const vault = folder.at('vault');
const guibao = (...words: string[]) => runGuibao([...words, '--vault', vault]);
let visitId = '';
let before = '';
const stored = async () =>
  (await guibao('call', 'visit.list', '--json')).out + (await guibao('check', '--json')).out;

beforeAll(async () => {
  await guibao('init');
  await guibao('person', 'add', '--name', '王秀兰');
  const added = await guibao(
    'visit',
    'add',
    '--person',
    '王秀兰',
    '--hospital',
    '甲',
    '--date',
    '2026-01-13',
    '--json',
  );
  visitId = JSON.parse(added.out).visit.id;
  const picture = await sharp({ create: { width: 400, height: 400, channels: 3, background: '#a86' } })
    .jpeg()
    .toBuffer();
  writeFileSync(folder.at('empty.jpg'), '');
  writeFileSync(folder.at('text 文字 📄.jpg'), 'not a picture at all');
  writeFileSync(folder.at('cut.jpg'), picture.subarray(0, 300));
  mkdirSync(folder.at('nothing in it'));
  const none = await PDFDocument.create();
  writeFileSync(folder.at('none.pdf'), await none.save({ addDefaultPage: false }));
  const locked = await PDFDocument.create();
  locked.addPage();
  locked.encrypt({ userPassword: 'secret', ownerPassword: 'other' });
  writeFileSync(folder.at('locked.pdf'), await locked.save());
  before = await stored();
});
afterAll(() => folder.remove());

const visit = (...more: string[]) => ['visit', 'add', '--person', '王秀兰', '--hospital', '乙', ...more];
const invoice = (total: string) => [
  'invoice',
  'add',
  '--visit',
  visitId,
  '--number',
  '0026011387',
  '--total',
  total,
];

const typed: [what: string, words: () => string[], code: string][] = [
  [
    'a citizen ID with a wrong checksum',
    () => ['person', 'add', '--name', '甲', '--citizen-id', '532800195001010018'],
    'citizen-id-invalid',
  ],
  ['an empty name', () => ['person', 'add', '--name', ' '], 'name-empty'],
  ['a date in the future', () => visit('--date', '2199-01-01'), 'date-in-future'],
  ['a day that is not in the calendar', () => visit('--date', '2026-02-30'), 'date-invalid'],
  ['a negative amount', () => invoice('-5'), 'amount-negative'],
  ['an amount with three decimals', () => invoice('268.405'), 'amount-too-precise'],
  ['an amount in words', () => invoice('很多'), 'amount-invalid'],
  ['an id that nothing has', () => ['visit', 'show', 'zzzz'], 'not-found'],
  ['a call that does not exist', () => ['call', 'nothing.here'], 'unknown-call'],
  ['an empty folder', () => ['scan', 'add', folder.at('nothing in it')], 'not-found'],
];
const files: [what: string, name: string, code: string][] = [
  ['an empty file', 'empty.jpg', 'file-empty'],
  ['text renamed .jpg', 'text 文字 📄.jpg', 'file-type-unsupported'],
  ['a truncated JPEG', 'cut.jpg', 'file-damaged'],
  ['a PDF without pages', 'none.pdf', 'pdf-no-pages'],
  ['a PDF with a password', 'locked.pdf', 'pdf-password'],
  ['a path that is not there', 'missing.jpg', 'path-unreadable'],
];

/** The remedy up to its first placeholder. */
const remedyOf = (language: 'zh-CN' | 'en', code: string) =>
  problemWords[language][code as keyof (typeof problemWords)['en']].remedy.split('{{')[0];

describe('bad input', () => {
  it.each(typed)('%s is refused with its code', async (_, words, code) => {
    const machine = await guibao(...words(), '--json', '--lang', 'en');
    expect(machine.code).toBe(1);
    const { problem } = JSON.parse(machine.out);
    expect(problem.code).toBe(code);
    expect(problem.message).toContain(remedyOf('en', code));
    const human = await guibao(...words());
    expect(human).toMatchObject({ code: 1, out: '' });
    expect(human.err).toContain(`[${code}]`);
    expect(human.err).toContain(remedyOf('zh-CN', code));
  });

  it('names every refused file with its code, and keeps nothing of it', async () => {
    const paths = files.map(([, name]) => folder.at(name));
    const machine = await guibao('scan', 'add', ...paths, '--json', '--lang', 'en');
    expect(machine.code).toBe(1);
    const outcomes: { outcome: string; problem: { code: string }; message: string }[] = JSON.parse(
      machine.out,
    );
    expect(outcomes.map(({ problem }) => problem.code)).toEqual(files.map(([, , code]) => code));
    for (const [at, [, , code]] of files.entries())
      expect(outcomes[at]?.message).toContain(remedyOf('en', code));
    const human = await guibao('attach', visitId, '--kind', 'invoice', ...paths);
    expect(human.code).toBe(1);
    for (const [, , code] of files) expect(human.out).toContain(`[${code}]`);
  });

  it('changed nothing that was stored', async () => {
    expect(await stored()).toBe(before);
  });

  it('leaves a file alone that is no database, and a vault from a newer version', async () => {
    const other = folder.at('other');
    mkdirSync(other);
    writeFileSync(`${other}/${VAULT_FILE}`, 'a shopping list, long enough to look at'.repeat(60));
    const foreign = await runGuibao(['person', 'list', '--vault', other, '--json']);
    expect(foreign.code).toBe(1);
    expect(JSON.parse(foreign.out).problem.code).toBe('vault-not-database');
    expect(readFileSync(`${other}/${VAULT_FILE}`, 'utf8')).toContain('a shopping list');
    const newer = folder.at('newer');
    await runGuibao(['init', '--vault', newer]);
    const db = new Database(`${newer}/${VAULT_FILE}`);
    db.pragma('user_version = 9999');
    db.close();
    const { code, out } = await runGuibao(['person', 'add', '--name', '乙', '--vault', newer, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out).problem).toMatchObject({ code: 'vault-newer', params: { version: 9999 } });
  });

  it('tells wrong usage apart: exit 2, words on standard error, in both languages', async () => {
    const unknown = await guibao('person', 'add', '--nam', 'x');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('没有这个选项 --nam');
    const missing = await guibao('claim', 'export', 'x', '--lang', 'en');
    expect(missing).toMatchObject({ code: 2, out: '' });
    expect(missing.err).toContain('missing option --out');
    expect((await guibao('attach', visitId, 'a.jpg', '--kind', 'poster')).code).toBe(2);
    expect((await runGuibao(['claim'])).code).toBe(2);
  });

  it('shows help in both languages without touching a vault', async () => {
    const dir = folder.at('never made');
    const chinese = await runGuibao(['claim', 'export', '--help', '--vault', dir]);
    const english = await runGuibao(['claim', 'export', '--help', '--vault', dir], { LC_ALL: 'en_US.UTF-8' });
    expect([chinese.code, english.code]).toEqual([0, 0]);
    expect(chinese.out).toContain('缺材料也导出');
    expect(english.out).toContain('export although papers are missing');
    expect(existsSync(dir)).toBe(false);
  });
});
