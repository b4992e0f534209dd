// `claim check`: the one verdict for programs and for people, with an exit code that says whether it is ready.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, runGuibao } from './run-guibao.ts';

describe('claim check', () => {
  const folder = makeFolder();
  const guibao = (...words: string[]) => runGuibao([...words, '--vault', folder.at('vault')]);
  const answerOf = async (...words: string[]) => JSON.parse((await guibao(...words, '--json')).out);
  let claim: string;
  let visit: { id: string; papers: { id: string; kind: string }[] };
  beforeAll(async () => {
    await guibao('sample');
    const [detail] = await answerOf('claim', 'list');
    claim = detail.claim.id;
    visit = detail.visits[0];
  }, 240_000);
  afterAll(() => folder.remove());

  it('ends with 0 while the claim is ready, and says what is not known', async () => {
    const { code, out } = await guibao('claim', 'check', claim, '--json');
    const found = JSON.parse(out);
    expect([code, found.ready, found.claim, found.verdict.kind]).toEqual([0, true, claim, 'ready']);
    for (const finding of found.findings)
      expect(finding).toMatchObject({ severity: 'advice', says: { what: expect.stringMatching(/\S/) } });
    expect((await guibao('claim', 'list')).out).toContain('可以交了');
  }, 120_000);

  it('ends with 1 when a paper goes, with its rule, source, date, grade and remedy', async () => {
    const prescription = visit.papers.find(({ kind }) => kind === 'prescription');
    await guibao('call', 'paper.set-pages', JSON.stringify({ id: prescription?.id, pages: [] }));
    const { code, out } = await guibao('claim', 'check', claim, '--json');
    const found = JSON.parse(out);
    expect([code, found.ready, found.verdict]).toEqual([1, false, { kind: 'fix', count: 1 }]);
    expect(found.findings[0]).toMatchObject({
      ...{ code: 'paper-missing', severity: 'likely-returned', visitId: visit.id, paperKind: 'prescription' },
      rule: { grade: 'B', date: '2023-11-30', url: expect.stringContaining('.'), level: 'national' },
      remedy: { action: 'add-paper', target: visit.id },
      says: { what: '缺处方' },
    });
    const told = await guibao('claim', 'check', claim);
    expect(told.code).toBe(1);
    for (const words of ['1 项要先处理', '[可能被退]', '缺处方', '2023-11-30', '可信度 B'])
      expect(told.out).toContain(words);
    expect((await guibao('claim', 'readiness', claim)).out).toBe(told.out);
  }, 120_000);
});
