// Small packs of an invented province for tests of inheritance: places 99xxxx do not exist.

import { type OverridePack, overridePack, type RulePack, rulePack } from '../../shared/rules/rule-pack.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });
const source = (id: string, grade: string) => ({ id, title: words(id), url: '', date: '2025', grade });

type Given = Record<string, unknown>;

/** A pack with a firm source "firm" (A), a hint source "hint" (C) and whatever chapters are given. */
export function makePack(place: string, chapters: Given): RulePack {
  const level = place === '100000' ? 'national' : place.endsWith('0000') ? 'province' : 'city';
  const sources = [source('firm', 'A'), source('hint', 'C')];
  return rulePack.parse({ place, name: words(place), level, version: '2026-01-01', sources, ...chapters });
}

export function makeOverrides(place: string, chapters: Given, off: string[] = []): OverridePack {
  return overridePack.parse({
    place,
    name: words(place),
    level: 'city',
    version: '2026-03-03',
    basedOn: '2026-01-01',
    sources: [{ ...source('counter', 'own'), date: '2026-03-03' }],
    off: off.map((rule) => ({ rule, source: 'counter', note: words('told at the counter') })),
    ...chapters,
  });
}

export const paper = (id: string, kind: string, more: Given = {}): Given => ({
  id,
  source: 'firm',
  anyOf: [{ kind }],
  ...more,
});
export const months = (id: string, count: number, more: Given = {}): Given => ({
  id,
  source: 'firm',
  terms: [{ kind: 'months-from', anchor: 'visit', months: count }],
  ...more,
});
