// scan confirm: a false alarm is ended from the command line, is taken back, and goes along with a person's export.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openVault } from '../../electron/database/open.ts';
import { savePageLooks } from '../../electron/database/page-look.ts';
import { setDesk } from '../handlers/desk.ts';
import { runGuibao } from './run-guibao.ts';

const dir = mkdtempSync(join(tmpdir(), 'guibao-scan-confirm-'));
const vaultDir = join(dir, 'vault');
let scan = '';
let claim = '';
let person = '';

beforeAll(async () => {
  const { vault, ask, file, addPerson, addVisit } = setDesk();
  person = (await addPerson()).id;
  const visit = await addVisit(person);
  const target = { visitId: visit.id, kind: 'itemized-list' as const };
  scan = (await ask('scan.add', { path: file('清单.tif'), target })).scan ?? '';
  const seen = { code: 'blurred' as const, severity: 'strong' as const, box: null, measure: 0.1 };
  savePageLooks(vault.db, scan, [{ findings: [seen], fingerprint: null }]);
  claim = (await ask('claim.create', { personId: person, visitIds: [visit.id] })).claim.id;
  openVault(vaultDir, { access: 'write', way: 'test', create: true }).close();
  rmSync(join(vaultDir, 'guibao.sqlite'));
  await vault.db.backup(join(vaultDir, 'guibao.sqlite'));
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const run = (...words: string[]) => runGuibao(['--vault', vaultDir, ...words]);
/** A claim that still lacks something answers with 1. */
const ask = async (...words: string[]) => {
  const { code, err, out } = await run('--json', ...words);
  expect({ code, err }, words.join(' ')).toEqual({ code: words[1] === 'check' ? 1 : 0, err: '' });
  return JSON.parse(out);
};
const found = async () => {
  const { findings } = await ask('claim', 'check', claim);
  return (findings as { code: string; severity: string }[])
    .filter(({ code }) => code.startsWith('scan-'))
    .map(({ code, severity }) => [code, severity]);
};

test('a page is said to be readable, shown so, exported so, and the word is taken back', async () => {
  expect((await run('claim', 'check', claim)).out).toContain('可能看不清（模糊）');
  const said = await ask('scan', 'confirm', scan.slice(0, 10), '1');
  expect(said).toMatchObject({ scan, page: 1, confirmations: [{ turn: 0, edit: '', codes: ['blurred'] }] });
  expect(said.undo).toHaveLength(1);
  expect(await found()).toEqual([['scan-confirmed', 'advice']]);
  expect((await run('claim', 'check', claim)).out).toMatch(/提示过“模糊”，.*你看过，说看得清/);
  expect((await run('scan', 'show', scan)).out).toContain('看过，看得清');

  const out = join(dir, 'export');
  await ask('person', 'export', person, '--out', out);
  const copy = new Database(join(out, 'guibao.sqlite'), { readonly: true });
  expect(copy.prepare('SELECT scan_id, page, codes FROM page_confirmed').all()).toEqual([
    { scan_id: scan, page: 0, codes: '["blurred"]' },
  ]);
  copy.close();

  const back = await ask('scan', 'confirm', scan, '1', '--take-back');
  expect(back).toMatchObject({ confirmations: [] });
  expect(await found()).toEqual([['scan-unreadable', 'likely-returned']]);
  expect((await run('scan', 'confirm', scan, '1', '--take-back')).out).toContain('没有可改的');
  for (const wrong of [['9'], ['0'], ['1', '--shown', '4']])
    expect((await run('scan', 'confirm', scan, ...wrong)).code, wrong.join(' ')).toBeGreaterThan(0);
}, 120_000);
