// `claim pages`, `order`, `exclude-page`, `include-page`, and `packet verify --manifest`: a real vault, real packets.

import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, runGuibao } from './run-guibao.ts';

type Page = { kind: string; fileName: string; page: number; excluded: string };

describe('the pages of a claim from the command line', () => {
  const folder = makeFolder();
  const guibao = (...words: string[]) =>
    runGuibao([...words, '--vault', folder.at('vault'), '--lang', 'zh-CN']);
  const answerOf = async (...words: string[]) => {
    const { code, out, err } = await guibao(...words, '--json');
    expect(code, out + err).toBe(0);
    return JSON.parse(out);
  };
  const nameOf = ({ fileName, page }: Page) => `${fileName} ${page}`;
  const namesOf = async (): Promise<string[]> => (await answerOf('claim', 'pages', claim)).pages.map(nameOf);
  let claim: string;
  let usual: string[];
  beforeAll(async () => {
    await guibao('sample');
    const [detail] = await answerOf('claim', 'list');
    claim = detail.claim.id;
    usual = await namesOf();
  }, 240_000);
  afterAll(() => folder.remove());

  it('lists them with their numbers, moves one, and goes back to the usual order', async () => {
    expect(usual.length).toBeGreaterThan(3);
    const { out } = await guibao('claim', 'pages', claim);
    expect(out.trim().split('\n')).toHaveLength(usual.length);
    const moved = await answerOf('claim', 'order', claim, '--move', '2', '--to', '1');
    const wanted = [usual[1], usual[0], ...usual.slice(2)];
    expect(moved.pages.map(nameOf)).toEqual(wanted);
    expect(await namesOf()).toEqual(wanted);
    await answerOf('claim', 'order', claim, '--reset');
    expect(await namesOf()).toEqual(usual);
  }, 120_000);

  it('refuses half an order and a page that is not there, and changes nothing', async () => {
    const half = await guibao('claim', 'order', claim, '--move', '2', '--json');
    expect([half.code, JSON.parse(half.err || half.out)]).toMatchObject([
      1,
      { problem: { code: 'input-invalid', params: { field: '--to' } } },
    ]);
    for (const words of [
      ['order', claim, '--move', '1', '--to', '999'],
      ['exclude-page', claim, '999', '--reason', '多了'],
    ]) {
      const refused = await guibao('claim', ...words, '--json');
      expect([refused.code, JSON.parse(refused.err || refused.out)]).toMatchObject([
        1,
        { problem: { code: 'not-found' } },
      ]);
    }
    expect(await namesOf()).toEqual(usual);
  }, 120_000);

  it('leaves a page out with its reason: told to the family, only counted in the packet, and back again', async () => {
    const out = folder.at('packet.pdf');
    const whole = await answerOf('claim', 'export', claim, '--out', out);
    const left = await answerOf('claim', 'exclude-page', claim, '2', '--reason', '背面是空白');
    expect(left.pages[1]).toMatchObject({ excluded: '背面是空白' });
    expect((await guibao('claim', 'pages', claim)).out).toContain('不放: 背面是空白');
    const short = await guibao('claim', 'export', claim, '--out', out, '--allow-incomplete');
    expect(short.code, short.err).toBe(0);
    expect(short.out).toContain('背面是空白');
    const verified = await guibao('packet', 'verify', out);
    expect(verified.code).toBe(0);
    expect(verified.out).toContain('1 页没有放进来，是有意的');
    expect(verified.out).not.toContain('背面是空白');
    const given = folder.at('whole.json');
    writeFileSync(given, JSON.stringify(whole));
    const against = await guibao('packet', 'verify', out, '--manifest', given, '--json');
    const proof = JSON.parse(against.out);
    expect([against.code, proof.passed]).toEqual([1, false]);
    expect(proof.findings.map(({ code }: { code: string }) => code)).toContain('manifest-differs');
    expect(proof.manifest.pages).toHaveLength(whole.pages);
    await answerOf('claim', 'include-page', claim, '2');
    expect((await answerOf('claim', 'pages', claim)).pages.map(({ excluded }: Page) => excluded)).toEqual(
      usual.map(() => ''),
    );
    await answerOf('claim', 'export', claim, '--out', out);
    const again = await answerOf('packet', 'verify', out, '--manifest', given);
    expect(again).toMatchObject({ passed: true, compared: again.sources });
    const stranger = await runGuibao(['packet', 'verify', out, '--manifest', given, '--json']);
    expect([stranger.code, JSON.parse(stranger.out)]).toMatchObject([0, { passed: true, compared: 0 }]);
    const broken = folder.at('broken.json');
    writeFileSync(broken, '{');
    expect((await guibao('packet', 'verify', out, '--manifest', broken)).code).toBe(1);
    expect((await guibao('packet', 'verify', out, '--manifest', folder.at('none.json'))).code).toBe(1);
  }, 240_000);
});
