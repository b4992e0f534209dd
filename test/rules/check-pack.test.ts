// Every shipped pack is sound; and a pack with one thing wrong is refused for that thing.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPack, findingCodes, type PackFinding } from '../../electron/rules/check-pack.ts';
import { shippedPacks } from '../../electron/rules/shipped-packs.ts';
import { packRulesWords } from '../../electron/words/rules.ts';
import { languages } from '../../shared/domain.ts';
import { chapters } from '../../shared/rules/rule-pack.ts';
import { describeRule } from '../../shared/words/describe-rule.ts';
import { makeOverrides, months } from './sample-packs.ts';

const folder = new URL('../../electron/rules/packs/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const readPack = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

describe('shipped packs', () => {
  it.each(files)('%s passes the check', (file) => {
    expect(checkPack(readPack(file))).toEqual([]);
    expect(readPack(file).place).toBe(file.replace('.json', ''));
  });

  it('all travel with the program', () => {
    const places = shippedPacks().map(({ place }) => `${place}.json`);
    expect(places.sort()).toEqual([...files].sort());
  });

  it('have ids that are unique over all of them', () => {
    const ids = shippedPacks().flatMap((pack) =>
      chapters.flatMap((chapter) => pack[chapter].map(({ id }) => id)),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('give every rule a titled source with date and grade, and a sentence in both languages', () => {
    for (const pack of shippedPacks())
      for (const chapter of chapters)
        for (const rule of pack[chapter]) {
          const source = pack.sources.find(({ id }) => id === rule.source);
          expect(source?.date, rule.id).toMatch(/^20\d\d/);
          expect(source?.grade, rule.id).toMatch(/^[ABC]$/);
          for (const language of languages) {
            const sentence = describeRule(chapter, rule, language);
            expect(sentence, rule.id).not.toMatch(/undefined|null|NaN|^$/);
            if (language === 'en')
              expect(sentence.replace('哈尔滨银行', ''), rule.id).not.toMatch(/\p{Script=Han}/u);
          }
        }
  });
});

type Pack = Record<string, unknown> & {
  sources: Record<string, unknown>[];
  deadlines: Record<string, unknown>[];
};
const sound = (): Pack => ({
  place: '990100',
  name: { 'zh-CN': '甲', en: 'A' },
  level: 'city',
  version: '2026-01-01',
  sources: [{ id: 'guide', title: { 'zh-CN': '指南', en: 'Guide' }, url: '', date: '2025', grade: 'A' }],
  deadlines: [{ ...months('990100-twelve', 12), source: 'guide' }],
});
const rule = (more: Record<string, unknown>) => ({ id: '990100-x', source: 'guide', ...more });

/** What is done to a sound pack, and the code it must earn. */
const faults: [string, PackFinding['code'], (pack: Pack) => void][] = [
  ['a rule without a source', 'shape', ({ deadlines }) => delete deadlines[0]?.source],
  [
    'a rule with an unknown source',
    'source-missing',
    ({ deadlines }) => Object.assign(deadlines[0] ?? {}, { source: 'x' }),
  ],
  ['a source without a date', 'shape', ({ sources }) => delete sources[0]?.date],
  ['a source without a grade', 'shape', ({ sources }) => delete sources[0]?.grade],
  ['a source without a title', 'shape', ({ sources }) => delete sources[0]?.title],
  ['a source nobody uses', 'source-unused', ({ sources }) => sources.push({ ...sources[0], id: 'other' })],
  ['a source twice', 'source-twice', ({ sources }) => sources.push({ ...sources[0] })],
  ['a rule twice', 'id-twice', ({ deadlines }) => deadlines.push({ ...deadlines[0] })],
  [
    'a rule of another place',
    'id-of-other-place',
    ({ deadlines }) => Object.assign(deadlines[0] ?? {}, { id: '110000-x' }),
  ],
  [
    'a user’s note in a shipped pack',
    'own-grade-shipped',
    ({ sources }) => Object.assign(sources[0] ?? {}, { grade: 'own' }),
  ],
  ['a level that is not the place’s', 'level-of-place', (pack) => Object.assign(pack, { level: 'province' })],
  [
    'a month-day that is no day',
    'shape',
    (pack) =>
      Object.assign(pack, {
        deadlines: [rule({ terms: [{ kind: 'next-year', until: '02-30', holidayShift: false }] })],
      }),
  ],
  [
    'a leap day every year',
    'shape',
    (pack) => Object.assign(pack, { deadlines: [rule({ terms: [{ kind: 'same-year', until: '02-29' }] })] }),
  ],
  ['a deadline without a term', 'shape', (pack) => Object.assign(pack, { deadlines: [rule({ terms: [] })] })],
  [
    'an unconfirmed word',
    'unconfirmed',
    ({ deadlines }) => Object.assign(deadlines[0] ?? {}, { note: { 'zh-CN': '待核实', en: 'x' } }),
  ],
  [
    'an unconfirmed title',
    'unconfirmed',
    ({ sources }) => Object.assign(sources[0] ?? {}, { title: { 'zh-CN': '指南', en: 'UNCONFIRMED' } }),
  ],
  [
    'a working tag',
    'source-tag',
    ({ sources }) => Object.assign(sources[0] ?? {}, { title: { 'zh-CN': '指南 [T18]', en: 'x' } }),
  ],
  [
    'an end before the beginning',
    'dates-turned',
    ({ deadlines }) => Object.assign(deadlines[0] ?? {}, { from: '2025', to: '2024-03' }),
  ],
  [
    'a window turned round',
    'window-turned',
    (pack) =>
      Object.assign(pack, { windows: [rule({ when: { kind: 'each-month', fromDay: 20, toDay: 1 } })] }),
  ],
  [
    'care in no place',
    'care-empty',
    ({ deadlines }) => Object.assign(deadlines[0] ?? {}, { care: { within: [], outside: [] } }),
  ],
  [
    'a deductible of nothing',
    'deductible-unclear',
    (pack) => Object.assign(pack, { deductibles: [rule({})] }),
  ],
  [
    'a floor above the ceiling',
    'deductible-unclear',
    (pack) =>
      Object.assign(pack, { deductibles: [rule({ sharePermille: 200, floorFen: 2, ceilingFen: 1 })] }),
  ],
  [
    'a deductible that falls without end',
    'deductible-unclear',
    (pack) => Object.assign(pack, { deductibles: [rule({ fixedFen: 1, lessEachStayFen: 1 })] }),
  ],
  ['a rule that says nothing', 'rule-says-nothing', (pack) => Object.assign(pack, { invoices: [rule({})] })],
  ['a chapter nobody knows', 'shape', (pack) => Object.assign(pack, { deadline: [] })],
];

describe('checkPack', () => {
  it('finds nothing in a sound pack or in sound overrides', () => {
    expect(checkPack(sound())).toEqual([]);
    const own = makeOverrides('990100', { deadlines: [months('own-two', 2, { source: 'counter' })] });
    expect(checkPack(own)).toEqual([]);
  });

  it.each(faults)('refuses %s', (_name, code, spoil) => {
    const pack = sound();
    spoil(pack);
    expect(checkPack(pack).map((one) => one.code)).toContain(code);
  });

  it('has a fault for every code, and words in both languages', () => {
    expect(new Set(faults.map(([, code]) => code))).toEqual(new Set(findingCodes));
    for (const language of languages)
      expect(Object.keys(packRulesWords[language].finding).sort()).toEqual([...findingCodes].sort());
  });

  it.each([null, 3, 'text', [], { basedOn: 1 }])('refuses %j without falling over', (value) => {
    expect(checkPack(value).map(({ code }) => code)).toContain('shape');
  });

  it('says what is wrong in the language asked for', () => {
    const [chinese] = checkPack({}, 'zh-CN');
    const [english] = checkPack({}, 'en');
    expect(chinese?.detail).toMatch(/\p{Script=Han}/u);
    expect(english?.detail).not.toMatch(/\p{Script=Han}/u);
  });
});
