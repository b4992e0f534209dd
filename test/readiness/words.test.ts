// Every finding of the table can be said in both languages, with every placeholder filled.

import { describe, expect, test } from 'vitest';
import { checkReadiness } from '../../electron/readiness/check-readiness.ts';
import { type Language, languages } from '../../shared/domain.ts';
import { type Finding, findingCodes } from '../../shared/rules/finding.ts';
import { describeFinding, findingParams, findingWords } from '../../shared/words/findings.ts';
import { input, seen, withPaper } from './builder.ts';
import { paperCases } from './papers.cases.ts';
import { placeCases } from './place.cases.ts';
import { printedCases } from './printed.cases.ts';

/** With placeholders that nothing fills left standing. */
const fill = (text: string, params: Record<string, string>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => params[name] ?? whole);
const say = (finding: Finding, language: Language): string => {
  const { what, remedy } = findingWords[language][finding.code];
  return `${fill(what, findingParams(finding, language))}|${fill(remedy, findingParams(finding, language))}`;
};

const findings = [...paperCases, ...printedCases, ...placeCases].flatMap(([, change]) =>
  checkReadiness(input(change)),
);

describe.each(languages)('findings in %s', (language) => {
  test('have words for every code and no other', () => {
    expect(Object.keys(findingWords[language]).sort()).toEqual([...findingCodes].sort());
  });

  test('leave no placeholder open and no code unsaid', () => {
    const sentences = findings.map((one) => [one.code, say(one, language)] as const);
    expect(sentences.filter(([, text]) => /\{\{|undefined|\bnull\b/.test(text))).toEqual([]);
    const codes =
      /original-and-copy|record-room|social-security-card|own-bank-card|commercial-insurer|by-hand/;
    expect(sentences.filter(([, text]) => codes.test(text))).toEqual([]);
    const said = findings.map((one) => Object.values(describeFinding(one, language)).join('|'));
    expect(
      said.filter((text, at) => text.replaceAll(' ', '') !== sentences[at]?.[1].replaceAll(' ', '')),
    ).toEqual([]);
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

test('an invoice that another one replaced names the new number, when it is known', () => {
  const [visit] = input({}).visits;
  const standing = {
    invoiceId: visit?.invoices[0]?.id ?? '',
    state: 'replaced',
    reimbursedFen: 0,
    payer: '',
  } as const;
  const remedy = (replacedBy: string) => {
    const findings = checkReadiness(input({ invoiceStandings: [{ ...standing, replacedBy }] }));
    const found = findings.find(({ code }) => code === 'invoice-replaced');
    return found && describeFinding(found, 'zh-CN').remedy;
  };
  expect(remedy('0000000777')).toBe('现在要交的是那张纸质票据（号码 0000000777）；请把它扫描进来');
  expect(remedy('')).toBe('现在要交的是那张纸质票据；请把它扫描进来');
});
