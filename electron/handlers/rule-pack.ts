// Calls about requirement packs: the shipped ones, and what a person knows better and lays over them.

import { isDeepStrictEqual } from 'node:util';
import type { UndoStep } from '../../shared/calls.ts';
import { calendarDate } from '../../shared/dates.ts';
import { Problem } from '../../shared/problems.ts';
import type { RuleOverride } from '../../shared/readiness-calls.ts';
import type { ResolvedPack } from '../../shared/rules/resolved-pack.ts';
import {
  type Chapter,
  chapterShapes,
  chapters,
  type OverridePack,
  overridePack,
  type RulePack,
} from '../../shared/rules/rule-pack.ts';
import type { Grade } from '../../shared/rules/rule-parts.ts';
import * as table from '../database/rule-override.ts';
import { type Db, inTransaction } from '../database/statement.ts';
import { resolvePack } from '../rules/resolve-pack.ts';
import { shippedPacks } from '../rules/shipped-packs.ts';
import type { Context, Handler } from './context.ts';

const shippedOf = (place: string) => shippedPacks().find((pack) => pack.place === place);

/** The shipped rule of that name, wherever it stands; names are unique over all packs. */
const shippedRule = (chapter: Chapter, ruleId: string): unknown =>
  shippedPacks()
    .flatMap((pack) => pack[chapter] as readonly { id: string }[])
    .find(({ id }) => id === ruleId) ?? null;

const asChapter = (name: string): Chapter => name as Chapter;

function show(kept: table.KeptOverride): RuleOverride {
  const chapter = asChapter(kept.chapter);
  const { shipped, ...rest } = kept;
  const now = shippedRule(chapter, kept.ruleId);
  const [shippedThen, shippedNow] = [asRule(plain(shipped)), asRule(plain(now))];
  return {
    ...rest,
    chapter,
    shippedChanged: !isDeepStrictEqual(shippedNow, shippedThen),
    shippedThen,
    shippedNow,
  };
}

const asRule = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

export const listPacks: Handler<'rule-pack.list'> = ({ vault: { db } }) => {
  const own = table.listOverrides(db);
  return shippedPacks().map((pack) => ({
    place: pack.place,
    name: pack.name,
    level: pack.level,
    version: pack.version,
    rules: chapters.reduce((sum, chapter) => sum + pack[chapter].length, 0),
    overrides: own.filter(({ place }) => place === pack.place).length,
    grades: countGrades(pack),
  }));
};

function countGrades(pack: RulePack): Record<Grade, number> {
  const gradeOf = new Map(pack.sources.map(({ id, grade }) => [id, grade]));
  const counts = { A: 0, B: 0, C: 0, own: 0 };
  for (const chapter of chapters)
    for (const { source } of pack[chapter]) counts[gradeOf.get(source) ?? 'C'] += 1;
  return counts;
}

export const getPack: Handler<'rule-pack.get'> = ({ vault: { db } }, { place, on }) => ({
  pack: resolveFor(db, place, on),
  overrides: table.listOverrides(db, place).map(show),
});

/** The rules for a place with everything the person wrote; for a place that is not known, those of the nation. */
export function resolveFor(db: Db, place: string, on?: string): ResolvedPack {
  const code = /^[1-9]\d{5}$/.test(place) ? place : '100000';
  const places = [...new Set(table.listOverrides(db).map((one) => one.place))];
  const overrides = places.map((one) => packOf(db, one));
  return resolvePack(shippedPacks(), code, { overrides, ...(on === undefined ? {} : { on }) });
}

/** What was written for one place, in the shape in which it is laid over and shared. */
function packOf(db: Db, place: string): OverridePack {
  const shipped = shippedOf(place);
  const kept = table.listOverrides(db, place);
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
  return overridePack.parse({
    place,
    name: shipped?.name ?? { 'zh-CN': place, en: place },
    level: shipped?.level ?? levelOf(place),
    version:
      kept
        .map(({ on }) => on)
        .toSorted()
        .at(-1) ?? '2026-01-01',
    sources,
    ...Object.fromEntries(rules),
    basedOn: shipped?.version ?? '',
    off: kept.flatMap((one, at) =>
      one.rule === null ? [{ rule: one.ruleId, source: sourceOf(at), note: null }] : [],
    ),
  });
}

function levelOf(place: string): OverridePack['level'] {
  if (place === '100000') return 'national';
  if (place.endsWith('0000')) return 'province';
  return place.endsWith('00') ? 'city' : 'county';
}

type Wish = Omit<table.OverrideFields, 'shipped'> & { chapter: Chapter };

export const overrideRule: Handler<'rule-pack.override'> = (context, wish) =>
  inTransaction(context.vault.db, () => putOverride(context, wish));

/** A rule of the same name that was written before gives way; taking back brings it again. */
function putOverride(
  { vault: { db }, now }: Context,
  wish: Wish,
): { override: RuleOverride; undo: UndoStep[] } {
  const rule = wish.rule === null ? null : checkRule(wish);
  const time = now().toISOString();
  const before = table
    .listOverrides(db, wish.place)
    .find((one) => one.chapter === wish.chapter && one.ruleId === wish.ruleId);
  if (before) table.markOverrideRemoved(db, before.id, time);
  const shipped = shippedRule(wish.chapter, wish.ruleId);
  if (rule === null && shipped === null && !before)
    throw new Problem('not-found', { what: 'rule', id: wish.ruleId });
  const kept = table.insertOverride(db, { ...wish, rule, shipped }, time);
  const undo: UndoStep[] = [{ call: 'rule-pack.remove', input: { id: kept.id } }];
  if (before) undo.push({ call: 'rule-pack.restore', input: { id: before.id } });
  return { override: show(kept), undo };
}

/** Throws `rule-invalid`. */
function checkRule({ chapter, ruleId, rule }: Wish): Record<string, unknown> {
  const parsed = chapterShapes[chapter].safeParse({ ...rule, id: ruleId, source: 'own-1' });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Problem('rule-invalid', {
    rule: ruleId,
    detail: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
  });
}

export const removeOverride: Handler<'rule-pack.remove'> = ({ vault: { db }, now }, { id }) =>
  inTransaction(db, () => {
    table.getOverride(db, id);
    table.markOverrideRemoved(db, id, now().toISOString());
    return { undo: [{ call: 'rule-pack.restore', input: { id } }] };
  });

export const restoreOverride: Handler<'rule-pack.restore'> = ({ vault: { db }, now }, { id }) =>
  inTransaction(db, () => {
    const { place, chapter, ruleId } = table.getOverride(db, id, true);
    const other = table
      .listOverrides(db, place)
      .find((one) => one.chapter === chapter && one.ruleId === ruleId && one.id !== id);
    if (other) table.markOverrideRemoved(db, other.id, now().toISOString());
    table.markOverrideRemoved(db, id, null);
    return { override: show(table.getOverride(db, id)) };
  });

export const exportPack: Handler<'rule-pack.export'> = ({ vault: { db } }, { place }) => ({
  fileName: `guibao-rules-${place}.json`,
  text: `${JSON.stringify(packOf(db, place), null, 2)}\n`,
});

export const importPack: Handler<'rule-pack.import'> = (context, { text }) => {
  const pack = parsePack(text);
  return inTransaction(context.vault.db, () => {
    const done = wishesOf(pack, calendarDate(context.now())).map((wish) => putOverride(context, wish));
    return {
      place: pack.place,
      overrides: done.map(({ override }) => override),
      undo: done.toReversed().flatMap(({ undo }) => undo),
    };
  });
};

/** Throws `rule-invalid` for what is no file of own rules. */
function parsePack(text: string): OverridePack {
  let value: unknown;
  try {
    value = JSON.parse(text);
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

function wishesOf(pack: OverridePack, today: string): Wish[] {
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
