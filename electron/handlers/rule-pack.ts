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
  type RulePack,
  rulePack,
} from '../../shared/rules/rule-pack.ts';
import type { Grade } from '../../shared/rules/rule-parts.ts';
import { listPeople } from '../database/person.ts';
import * as table from '../database/rule-override.ts';
import { type Db, inTransaction } from '../database/statement.ts';
import { resolvePack } from '../rules/resolve-pack.ts';
import { shippedPacks } from '../rules/shipped-packs.ts';
import type { Context, Handler } from './context.ts';
import {
  compareOwn,
  latestDay,
  levelOf,
  type OwnRule,
  packOf,
  parseOwnPack,
  rulesOfPack,
  shippedRule,
} from './own-pack.ts';
import { rememberPacks } from './rule-pack-update.ts';

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
  const overrides = overridesOf(db);
  return [...shippedPacks(), ...packsOfOwn(db, own)].map((pack) => ({
    place: pack.place,
    name: pack.name,
    level: pack.level,
    version: pack.version,
    rules: chapters.reduce((sum, chapter) => sum + pack[chapter].length, 0),
    overrides: own.filter(({ place }) => place === pack.place).length,
    verified: resolvePack(shippedPacks(), pack.place, { overrides }).verified,
    grades: countGrades(pack),
  }));
};

/** Places for which nothing is shipped and a person wrote something; called as the people insured there call them. */
function packsOfOwn(db: Db, own: readonly table.KeptOverride[]): RulePack[] {
  const shipped = new Set(shippedPacks().map(({ place }) => place));
  const places = [...new Set(own.map(({ place }) => place))].filter((place) => !shipped.has(place)).sort();
  const people = listPeople(db, true);
  return places.map((place) => {
    const lived = people.find(({ insuredPlaceCode }) => insuredPlaceCode === place)?.insuredPlaceName;
    const name = lived || place;
    return rulePack.parse({
      ...{ place, name: { 'zh-CN': name, en: name }, level: levelOf(place), sources: [] },
      version: latestDay(own.filter((one) => one.place === place)),
    });
  });
}

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

/** What a person wrote, place by place. */
function overridesOf(db: Db) {
  const places = [...new Set(table.listOverrides(db).map((one) => one.place))];
  return places.map((one) => packOf(db, one));
}

/** What was worked out stays while every own rule says the same: shipped packs do not change while the program runs. */
let resolved = { own: '', packs: new Map<string, ResolvedPack>() };
const MOST_KEPT = 100;

/** The rules for a place with everything the person wrote; for a place that is not known, those of the nation. */
export function resolveFor(db: Db, place: string, on?: string): ResolvedPack {
  const code = /^[1-9]\d{5}$/.test(place) ? place : '100000';
  const overrides = overridesOf(db);
  const own = JSON.stringify(overrides);
  if (resolved.own !== own || resolved.packs.size >= MOST_KEPT) resolved = { own, packs: new Map() };
  const name = `${code} ${on ?? ''}`;
  const pack =
    resolved.packs.get(name) ??
    resolvePack(shippedPacks(), code, { overrides, ...(on === undefined ? {} : { on }) });
  resolved.packs.set(name, pack);
  return pack;
}

export const overrideRule: Handler<'rule-pack.override'> = (context, wish) =>
  inTransaction(context.vault.db, () => putOverride(context, wish));

/** A rule of the same name that was written before gives way; taking back brings it again. */
function putOverride(
  { vault: { db }, now }: Context,
  wish: OwnRule,
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
  rememberPacks(db, [wish.place], time);
  const undo: UndoStep[] = [{ call: 'rule-pack.remove', input: { id: kept.id } }];
  if (before) undo.push({ call: 'rule-pack.restore', input: { id: before.id } });
  return { override: show(kept), undo };
}

/** Throws `rule-invalid`. */
function checkRule({ chapter, ruleId, rule }: OwnRule): Record<string, unknown> {
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

const ownRule = (db: Db, { place, chapter, ruleId }: OwnRule): table.KeptOverride | undefined =>
  table.listOverrides(db, place).find((one) => one.chapter === chapter && one.ruleId === ruleId);

export const previewPack: Handler<'rule-pack.preview'> = ({ vault: { db }, now }, { text }) => {
  const pack = parseOwnPack(text);
  const rules = rulesOfPack(pack, calendarDate(now())).map((theirs) => {
    const mine = ownRule(db, theirs);
    const { chapter, ruleId, rule, note, on } = theirs;
    return {
      ...{ chapter, ruleId, standing: compareOwn(theirs, mine) },
      theirs: { rule, note, on },
      mine: mine ? { rule: mine.rule, note: mine.note, on: mine.on } : null,
    };
  });
  return { place: pack.place, name: pack.name, rules };
};

export const importPack: Handler<'rule-pack.import'> = (context, { text, replace }) => {
  const { db } = context.vault;
  const pack = parseOwnPack(text);
  return inTransaction(db, () => {
    const found = rulesOfPack(pack, calendarDate(context.now())).map((theirs) => ({
      theirs,
      standing: compareOwn(theirs, ownRule(db, theirs)),
    }));
    const kept = found.filter(
      ({ theirs, standing }) => standing === 'differs' && !replace.includes(theirs.ruleId),
    );
    const taken = found.filter((one) => one.standing !== 'same' && !kept.includes(one));
    const done = taken.map(({ theirs }) => putOverride(context, theirs));
    return {
      place: pack.place,
      overrides: done.map(({ override }) => override),
      kept: kept.map(({ theirs }) => theirs.ruleId),
      undo: done.toReversed().flatMap(({ undo }) => undo),
    };
  });
};
