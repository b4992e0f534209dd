// Own rules by command line alone: written, shown over the shipped ones, shared, taken in without losing any, taken back.

import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFolder, runGuibao } from './run-guibao.ts';

const folder = makeFolder();
const guibao = (vault: string, ...words: string[]) =>
  runGuibao(['pack-rules', ...words, '--vault', folder.at(vault)]);
const answerOf = async (vault: string, ...words: string[]) => {
  const { code, out, err } = await guibao(vault, ...words, '--json');
  expect(err, words.join(' ')).toBe('');
  expect(code, `${words.join(' ')} ${out}`).toBe(0);
  return JSON.parse(out);
};
const writeRule = (name: string, kind: string): string => {
  const path = folder.at(name);
  writeFileSync(path, JSON.stringify({ anyOf: [{ kind }] }));
  return path;
};

beforeAll(async () => {
  for (const vault of ['mine', 'theirs']) await runGuibao(['init', '--vault', folder.at(vault)]);
}, 30_000);
afterAll(() => folder.remove());

it('a rule is written down, holds over the shipped ones, and a shipped one is switched off', async () => {
  const rule = [
    'set',
    '西双版纳',
    'papers',
    'own-1',
    '--file',
    writeRule('户口本.json', 'household-register'),
  ];
  const { override } = await answerOf('mine', ...rule, '--note', '窗口说的', '--on', '2026年3月3日');
  expect(override).toMatchObject({ place: '532800', on: '2026-03-03', note: '窗口说的' });
  const shown = await answerOf('mine', 'show', '532800', '--own');
  expect(shown.rules.find((one: { level: string }) => one.level === 'own')).toMatchObject({
    source: { title: { 'zh-CN': '窗口说的' }, date: '2026-03-03', grade: 'own' },
  });
  expect((await answerOf('mine', 'show', '532800')).rules).toHaveLength(shown.rules.length - 1);
  type Shown = { chapter: string; level: string; rule: { id: string } };
  const paper = shown.rules.find((one: Shown) => one.chapter === 'papers' && one.level !== 'own').rule.id;
  await answerOf('mine', 'off', '532800', 'papers', paper);
  const less = await answerOf('mine', 'show', '532800', '--own');
  expect(less.rules.map((one: Shown) => one.rule.id)).not.toContain(paper);
  const gone = await answerOf('mine', 'remove', override.id);
  expect(gone.undo).toHaveLength(1);
  await answerOf('mine', 'restore', override.id);
  expect((await guibao('mine', 'own', '532800')).out).toContain('窗口说的');
}, 60_000);

it('a file of others is compared first, keeps what is one’s own, and gives way only by name', async () => {
  const mine = writeRule('死亡证明.json', 'death-certificate');
  const other = writeRule('委托书.json', 'agent-letter');
  await answerOf('theirs', 'set', '532800', 'papers', 'own-1', '--file', mine);
  await answerOf('theirs', 'set', '532800', 'papers', 'own-2', '--file', other);
  const file = folder.at('同事.json');
  await answerOf('theirs', 'export', '532800', '--out', file);
  expect(JSON.parse(readFileSync(file, 'utf8')).papers).toHaveLength(2);
  const preview = await guibao('mine', 'import', file, '--preview');
  expect(preview.out).toMatch(/^说法不同\s+own-1/m);
  expect(preview.out).toMatch(/^新的\s+own-2/m);
  const taken = await answerOf('mine', 'import', file);
  expect([taken.kept, taken.overrides.length]).toEqual([['own-1'], 1]);
  expect((await answerOf('mine', 'import', file, '--replace', 'own-1')).kept).toEqual([]);
  expect((await guibao('mine', 'import', folder.at('none.json'))).err).toContain('[path-unreadable]');
}, 60_000);

it('without a newer edition there is nothing to say', async () => {
  expect(await answerOf('mine', 'updates')).toEqual([]);
  expect((await answerOf('mine', 'accept', '532800')).undo).toEqual([]);
}, 30_000);
