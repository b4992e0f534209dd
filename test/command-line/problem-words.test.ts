// Every problem speaks both languages, names only what it was given, and says what to do.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../shared/domain.ts';
import { problemCodes } from '../../shared/problems.ts';
import { explainProblem, problemWords } from '../../shared/words/problems.ts';

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

/** The params each code documents in the comment behind it. */
function documentedParams(): Map<string, string[]> {
  const source = readFileSync(new URL('../../shared/problems.ts', import.meta.url), 'utf8');
  const lines = [...source.matchAll(/^ {2}'([a-z-]+)',(?: \/\/ (.+))?$/gm)];
  return new Map(lines.map(([, code = '', params = '']) => [code, params.split(', ').filter(Boolean)]));
}

describe('words of the problems', () => {
  const documented = documentedParams();

  it('finds the documented params of every code', () => {
    expect([...documented.keys()]).toEqual([...problemCodes]);
  });

  it.each(languages)('has a sentence and a remedy for every code in %s, and none for others', (language) => {
    expect(Object.keys(problemWords[language]).sort()).toEqual([...problemCodes].sort());
    for (const code of problemCodes) {
      expect(problemWords[language][code].sentence.trim(), code).not.toBe('');
      expect(problemWords[language][code].remedy.trim(), code).not.toBe('');
    }
  });

  it.each(problemCodes)('says the same in both languages about %s', (code) => {
    const used = languages.map((language) => {
      const { sentence, remedy } = problemWords[language][code];
      return placeholders(sentence + remedy);
    });
    expect(used[0]).toEqual(used[1]);
    for (const name of used[0] ?? []) expect(documented.get(code)).toContain(name);
  });

  it('calls things of the vault by the words people use', () => {
    const fact = { code: 'not-found', params: { what: 'page', id: 3 } } as const;
    expect(explainProblem(fact, 'zh-CN')).toMatch(/^找不到 页码 3。/);
    expect(explainProblem(fact, 'en')).toMatch(/^Page 3 cannot be found\./);
    const own = { code: 'not-found', params: { what: 'a.jpg', id: '' } } as const;
    expect(explainProblem(own, 'en')).toContain('a.jpg');
  });

  it('fills what it was given and leaves no braces', () => {
    const fact = {
      code: 'picture-too-large',
      params: { file: 'a.jpg', megapixels: 120, limit: 100 },
    } as const;
    expect(explainProblem(fact, 'en')).toMatch(/a\.jpg has 120 megapixels; the limit is 100\. \S/);
    for (const language of languages)
      for (const code of problemCodes)
        expect(explainProblem({ code, params: {} }, language)).not.toContain('{{');
  });
});
