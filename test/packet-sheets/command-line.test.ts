// Sheets, portal files and the ZIP twin as a person asks for them on the command line, from the sample's vault.

import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFolder, runGuibao } from '../command-line/run-guibao.ts';
import { textsOf } from '../packet/reading.ts';

const folder = makeFolder();
const vault = ['--vault', folder.at('vault')];
let claim = '';

beforeAll(async () => {
  expect((await runGuibao([...vault, 'sample'])).code).toBe(0);
  const listed = await runGuibao([...vault, '--json', 'claim', 'list']);
  claim = JSON.parse(listed.out)[0].claim.id;
}, 120_000);
afterAll(() => folder.remove());

const json = async (words: string[]) => {
  const { code, out, err } = await runGuibao([...vault, '--json', ...words]);
  return { code, err, value: out ? JSON.parse(out) : undefined };
};

test('a counter sheet carries the office from the options file; a wrong file is named', async () => {
  writeFileSync(
    folder.at('office.json'),
    JSON.stringify({ office: { name: '景洪市医保局', phone: '0691-12345' } }),
  );
  const out = folder.at('counter.pdf');
  const words = ['packet', 'sheet', 'counter', claim, '--out', out];
  expect((await json([...words, '--options', folder.at('office.json')])).value.pages).toBe(1);
  const text = (await textsOf(new Uint8Array(readFileSync(out)))).join('').replace(/\s+/g, '');
  expect(text).toContain('景洪市医保局');
  expect(text).toContain('0691-12345');
  writeFileSync(folder.at('wrong.json'), JSON.stringify({ perSheet: 3 }));
  const wrong = await json([...words, '--options', folder.at('wrong.json')]);
  expect([wrong.code, wrong.value.problem.code, wrong.value.problem.params.reason]).toEqual([
    1,
    'input-invalid',
    'perSheet',
  ]);
}, 120_000);

test('an export with every choice is proven page by page like the usual one', async () => {
  const all = {
    checklist: true,
    dividers: true,
    duplex: true,
    claimCode: true,
    copyMark: 'line',
    purposeMark: true,
    archive: 'pdfa-2b',
  };
  writeFileSync(folder.at('all.json'), JSON.stringify(all));
  const out = folder.at('packet.pdf');
  const usual = await json(['claim', 'export', claim, '--out', folder.at('usual.pdf')]);
  const { code, value } = await json([
    'claim',
    'export',
    claim,
    '--out',
    out,
    '--options',
    folder.at('all.json'),
  ]);
  expect(code).toBe(0);
  expect(value.pages).toBeGreaterThan(usual.value.pages);
  expect(readFileSync(out, 'latin1')).toContain('pdfaid:part');
}, 120_000);

test('the safe portal profile: files under 2 MB that are what the report says', async () => {
  const out = folder.at('portal');
  const { code, value } = await json(['claim', 'portal', claim, '--profile', 'safe', '--out', out]);
  expect([code, value.fits, value.source]).toEqual([0, true, 'design']);
  expect(readdirSync(out).sort()).toEqual(value.files.map(({ name }: { name: string }) => name).sort());
  for (const { name, bytes } of value.files) {
    expect(statSync(`${out}/${name}`).size).toBe(bytes);
    expect(bytes).toBeLessThanOrEqual(2_000_000);
  }
  for (const row of value.pages)
    expect(row.belowFloor || row.printPixels === null || row.printPixels >= 16).toBe(true);
}, 120_000);

test('a profile that cannot be met ends with 1, says by how much, and leaves no folder', async () => {
  const profile = {
    id: 'tiny',
    title: {},
    source: 'office',
    outputs: ['pdf'],
    maxFileBytes: 60_000,
    maxFiles: 1,
    longEdge: 1600,
    namePattern: '{serial}',
  };
  writeFileSync(folder.at('tiny.json'), JSON.stringify(profile));
  const out = folder.at('tiny');
  const { code, value } = await json([
    'claim',
    'portal',
    claim,
    '--profile',
    folder.at('tiny.json'),
    '--out',
    out,
  ]);
  expect(code).toBe(1);
  expect(value.shortages[0]).toMatchObject({ why: 'too-large', limit: 60_000 });
  expect(value.shortages[0].over).toBe(value.shortages[0].bytes - 60_000);
  expect(existsSync(out)).toBe(false);
}, 120_000);

test('what portals take is listed, made from a file, used by its name, and taken back', async () => {
  const listed = await json(['portal', 'list']);
  expect(listed.value.map(({ id }: { id: string }) => id)).toEqual(['safe', 'pdf-10', 'pdf-2', 'zhejiang']);
  const shown = (await json(['portal', 'show', 'pdf-2'])).value;
  expect(shown).toMatchObject({ id: 'pdf-2', maxFileBytes: 2_000_000 });
  const { id: _, ...fields } = shown;
  writeFileSync(
    folder.at('own.json'),
    JSON.stringify({ ...fields, title: { en: 'Ours' }, maxFileBytes: 9_000_000 }),
  );
  const made = await json(['portal', 'set', folder.at('own.json')]);
  expect(made.value.profile).toMatchObject({ id: 'own-1', shipped: false });
  const out = folder.at('ours');
  const run = await json(['claim', 'portal', claim, '--profile', 'Ours', '--out', out]);
  expect([run.code, run.value.profile, run.value.fits]).toEqual([0, 'own-1', true]);
  writeFileSync(folder.at('wrong.json'), JSON.stringify({ ...fields, maxFileBytes: 3 }));
  const wrong = await json(['portal', 'set', folder.at('wrong.json')]);
  expect([wrong.code, wrong.value.problem.params.reason]).toEqual([1, 'maxFileBytes']);
  expect((await json(['undo', JSON.stringify(made.value.undo)])).code).toBe(0);
  expect((await json(['portal', 'remove', 'own-1'])).value.problem.code).toBe('not-found');
}, 120_000);

test('choices of a claim and of the whole vault are shown and set from files', async () => {
  writeFileSync(folder.at('usual.json'), JSON.stringify({ packet: { checklist: true } }));
  writeFileSync(folder.at('claim.json'), JSON.stringify({ packet: { dividers: true } }));
  expect((await json(['settings', 'packet'])).value).toMatchObject({ asked: false });
  expect((await json(['settings', 'packet', '--set', folder.at('usual.json')])).code).toBe(0);
  const follows = (await json(['claim', 'options', claim])).value;
  expect(follows).toMatchObject({ own: false, packet: { checklist: true, dividers: false } });
  await json(['claim', 'options', claim, '--set', folder.at('claim.json')]);
  expect((await json(['claim', 'options', claim])).value).toMatchObject({
    own: true,
    packet: { checklist: false, dividers: true },
  });
  await json(['claim', 'options', claim, '--usual']);
  expect((await json(['claim', 'options', claim])).value.own).toBe(false);
  await json(['settings', 'packet', '--reset']);
  expect((await json(['settings', 'packet'])).value).toMatchObject({
    asked: false,
    packet: { checklist: false },
  });
}, 120_000);

test('the ZIP twin holds every original once and is never written over the vault', async () => {
  const { code, value } = await json(['claim', 'zip', claim, '--out', folder.at('twin.zip')]);
  expect(code).toBe(0);
  expect(value.files.filter(({ path }: { path: string }) => path.startsWith('files/'))).toHaveLength(8);
  const refused = await json(['claim', 'zip', claim, '--out', folder.at('vault/guibao.db')]);
  expect(refused.value.problem.code).toBe('export-same-file');
}, 120_000);
