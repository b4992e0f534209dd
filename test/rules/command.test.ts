// guibao pack-rules as a real process: no vault needed, both languages, exit codes.

import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { ruleWords } from '../../shared/words/rules.ts';
import { makeFolder, runGuibao } from '../command-line/run-guibao.ts';

const folder = makeFolder();
afterAll(() => folder.remove());
const guibao = (...words: string[]) =>
  runGuibao(['pack-rules', ...words, '--vault', folder.at('no vault here')]);
const shipped = new URL('../../electron/rules/packs/331000.json', import.meta.url);

describe('guibao pack-rules', () => {
  it('lists places with level, grades, number of rules and whether they are verified', async () => {
    const { out, code } = await guibao('list');
    expect(code).toBe(0);
    expect(out).toMatch(/^331000\s+台州\s+市级\s+10 条\s+A：10\s+有本地依据$/m);
    expect(out).toMatch(/^100000\s+全国通用\s+全国\s.*未核实$/m);
    const { out: json } = await guibao('list', '--json');
    expect(JSON.parse(json)).toContainEqual(
      expect.objectContaining({ place: '420100', grades: { C: 8 }, rules: 8, verified: false }),
    );
  });

  it.each(['zh-CN', 'en'] as const)('shows a place with source, date and grade in %s', async (language) => {
    const { out } = await guibao('show', '110000', '--lang', language);
    const words = ruleWords[language];
    expect(out).toContain('bjchy.gov.cn/affair/ybjb/4028805a8cd7e42f018cd8fbb4b701eb.html | 2024 | ');
    expect(out).toContain(words.grade.A);
    expect(out.trimEnd().endsWith(words.verify)).toBe(true);
    expect(out).not.toContain(words.unverified);
  });

  it('says at a place nobody wrote down that all is unverified and the deadline unknown', async () => {
    const { out } = await guibao('show', '621000');
    expect(out).toContain(ruleWords['zh-CN'].unverified);
    expect(out).toContain('没有查到期限');
  });

  it('finds a place by name, and asks back when several fit or none', async () => {
    expect(JSON.parse((await guibao('show', '西双版纳州', '--json')).out).place).toBe('532800');
    expect(JSON.parse((await guibao('show', 'shenzhen', '--json')).out).place).toBe('440300');
    expect(await guibao('show', '江')).toMatchObject({
      code: 1,
      err: expect.stringContaining('input-invalid'),
    });
    expect(await guibao('show', '月球')).toMatchObject({
      code: 1,
      err: expect.stringContaining('not-found'),
    });
  });

  it('shows what held on a day', async () => {
    const at = async (day: string) => (await guibao('show', '360000', '--on', day)).out;
    expect(await at('2023-03-31')).not.toContain('在江西就医');
    expect(await at('2023-04-01')).toContain('在江西就医，2023-04-01 起，不用备案');
  });

  it('checks a file: sound, wrong, unreadable, no JSON', async () => {
    expect(await guibao('check', shipped.pathname)).toMatchObject({
      code: 0,
      out: expect.stringContaining('10'),
    });
    const pack = JSON.parse(readFileSync(shipped, 'utf8'));
    pack.deadlines[0].source = 'nowhere';
    delete pack.sources[0].date;
    writeFileSync(folder.at('wrong.json'), JSON.stringify(pack));
    const wrong = await guibao('check', folder.at('wrong.json'), '--json');
    expect(wrong.code).toBe(1);
    expect(JSON.parse(wrong.out).findings).toMatchObject([{ code: 'shape', where: 'sources.0.date' }]);
    writeFileSync(folder.at('broken.json'), '{');
    expect(await guibao('check', folder.at('broken.json'))).toMatchObject({ code: 1, out: '' });
    expect(await guibao('check', folder.at('absent.json'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('path-unreadable'),
    });
  });
});
