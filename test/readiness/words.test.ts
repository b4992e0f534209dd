// Every finding of the table can be said in both languages, with every placeholder filled.

import { describe, expect, test } from 'vitest';
import { checkReadiness } from '../../electron/readiness/check-readiness.ts';
import { findingParams } from '../../renderer/findings/finding-params.ts';
import { findingsWords } from '../../renderer/words/findings.ts';
import { findingsOfPlaceWords } from '../../renderer/words/findings-of-place.ts';
import { type Language, languages } from '../../shared/domain.ts';
import { type Finding, findingCodes } from '../../shared/rules/finding.ts';
import { input, seen, withPaper } from './builder.ts';
import { paperCases } from './papers.cases.ts';
import { placeCases } from './place.cases.ts';
import { printedCases } from './printed.cases.ts';

type Words = Record<string, { what: string; remedy: string } | undefined>;
const wordsIn = (language: Language): Words => ({
  ...findingsWords[language],
  ...findingsOfPlaceWords[language],
});
const fill = (text: string, params: Record<string, string>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => params[name] ?? whole);
const say = (finding: Finding, language: Language): string => {
  const { what = '', remedy = '' } = wordsIn(language)[finding.code] ?? {};
  return `${fill(what, findingParams(finding, language))}|${fill(remedy, findingParams(finding, language))}`;
};

const findings = [...paperCases, ...printedCases, ...placeCases].flatMap(([, change]) =>
  checkReadiness(input(change)),
);

describe.each(languages)('findings in %s', (language) => {
  test('have words for every code and no other', () => {
    expect(Object.keys(wordsIn(language)).sort()).toEqual([...findingCodes].sort());
  });

  test('leave no placeholder open and no code unsaid', () => {
    const sentences = findings.map((one) => [one.code, say(one, language)] as const);
    expect(sentences.filter(([, text]) => /\{\{|undefined|\bnull\b/.test(text))).toEqual([]);
    const codes =
      /original-and-copy|record-room|social-security-card|own-bank-card|commercial-insurer|by-hand/;
    expect(sentences.filter(([, text]) => codes.test(text))).toEqual([]);
  });
});

test('sums are said in yuan, papers by name', () => {
  const [differs] = checkReadiness(
    input({ visits: [withPaper('itemized-list', { facts: { printedTotalFen: 26830 } }, seen())] }),
  );
  expect(differs && say(differs, 'zh-CN')).toContain('清单合计 268.30 元，发票 268.40 元，差 0.10 元');
  const [missing] = checkReadiness(input({ visits: [{ ...seen(), papers: seen().papers.slice(0, 2) }] }));
  expect(missing && say(missing, 'zh-CN')).toContain('缺处方或门诊病历');
  expect(missing && say(missing, 'en')).toContain('Missing: Prescription or Medical record');
});
