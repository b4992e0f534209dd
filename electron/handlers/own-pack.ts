// What a person wrote for one place, in the shape in which it is laid over the shipped rules and shared as a file.

import { isDeepStrictEqual } from 'node:util';
import { Problem } from '../../shared/problems.ts';
import { type Chapter, chapters, type OverridePack, overridePack } from '../../shared/rules/rule-pack.ts';
import * as table from '../database/rule-override.ts';
import type { Db } from '../database/statement.ts';
import { shippedPacks } from '../rules/shipped-packs.ts';

/** The shipped rule of that name, wherever it stands; names are unique over all packs. */
export const shippedRule = (chapter: Chapter, ruleId: string): unknown =>
  shippedPacks()
    .flatMap((pack) => pack[chapter] as readonly { id: string }[])
    .find(({ id }) => id === ruleId) ?? null;

/**
 * A rule in a shape that this program does not understand, as another edition may have written it, stays in the vault and in the
 * list of own rules but is laid over nothing: one such rule must not keep every visit from being shown.
 */
export function packOf(db: Db, place: string): OverridePack {
  const kept = table.listOverrides(db, place);
  const whole = overridePack.safeParse(assemble(place, kept));
  if (whole.success) return whole.data;
  const understood = kept.filter((one) => overridePack.safeParse(assemble(place, [one])).success);
  return overridePack.parse(assemble(place, understood));
}

function assemble(place: string, kept: readonly table.KeptOverride[]): unknown {
  const shipped = shippedPacks().find((pack) => pack.place === place);
  const sourceOf = (at: number) => `own-${at + 1}`;
  const sources = kept.map(({ note, on }, at) => {
    const title = note || on;
    const source = { id: sourceOf(at), title: { 'zh-CN': title, en: title }, url: '', date: on };
    return { ...source, dateMeans: 'noted', grade: 'own' };
  });
  const rules = chapters.map((chapter) => [
    chapter,
    kept.flatMap((one, at) =>
      one.chapter === chapter && one.rule ? [{ ...one.rule, id: one.ruleId, source: sourceOf(at) }] : [],
    ),
  ]);
  return {
    place,
    name: shipped?.name ?? { 'zh-CN': place, en: place },
    level: shipped?.level ?? levelOf(place),
    version: latestDay(kept) ?? '2026-01-01',
    sources,
    ...Object.fromEntries(rules),
    basedOn: shipped?.version ?? '',
    off: kept.flatMap((one, at) =>
      one.rule === null ? [{ rule: one.ruleId, source: sourceOf(at), note: null }] : [],
    ),
  };
}

export const latestDay = (kept: readonly { on: string }[]): string | undefined =>
  kept
    .map(({ on }) => on)
    .toSorted()
    .at(-1);

export function levelOf(place: string): OverridePack['level'] {
  if (place === '100000') return 'national';
  if (place.endsWith('0000')) return 'province';
  return place.endsWith('00') ? 'city' : 'county';
}

/** Throws `rule-invalid` for what is no file of own rules. */
export function parseOwnPack(text: string): OverridePack {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Problem('rule-invalid', { rule: '', detail: 'JSON' });
  }
  const parsed = overridePack.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Problem('rule-invalid', {
    rule: issue?.path.join('.') ?? '',
    detail: issue?.message ?? '',
  });
}

export type OwnRule = Omit<table.OverrideFields, 'shipped'> & { chapter: Chapter };

/** What a file says, rule by rule; `today` stands where it names no day. */
export function rulesOfPack(pack: OverridePack, today: string): OwnRule[] {
  const told = (source: string) => {
    const found = pack.sources.find(({ id }) => id === source);
    const day = found?.date ?? '';
    return { note: found?.title['zh-CN'] ?? '', on: day.length === 10 ? day : today };
  };
  const rules = chapters.flatMap((chapter) =>
    pack[chapter].map((rule) => ({
      ...{ place: pack.place, chapter, ruleId: rule.id, rule: { ...rule } },
      ...told(rule.source),
    })),
  );
  const off = pack.off.flatMap(({ rule, source }) => {
    const chapter = chapters.find((one) => shippedRule(one, rule) !== null);
    return chapter ? [{ ...{ place: pack.place, chapter, ruleId: rule, rule: null }, ...told(source) }] : [];
  });
  return [...rules, ...off];
}

/** How a rule of a file stands to the one a person has already. */
export type Standing = 'new' | 'same' | 'differs';

export function compareOwn(theirs: OwnRule, mine: table.KeptOverride | undefined): Standing {
  if (!mine) return 'new';
  return isDeepStrictEqual(content(theirs.rule), content(mine.rule)) ? 'same' : 'differs';
}

const content = (rule: Record<string, unknown> | null): unknown => {
  if (rule === null) return null;
  const { source: _, id: __, ...said } = rule;
  return JSON.parse(JSON.stringify(said));
};
