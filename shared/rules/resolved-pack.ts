// The rules that hold for one insured place after inheritance, each with the level it came from; and how to ask for them.

import type { schemes } from '../domain.ts';
import type { AnyRule, Chapter, PackLevel, RuleOf } from './rule-pack.ts';
import type { CarePlaces, ClaimKind, RuleSource } from './rule-parts.ts';

export type Scheme = (typeof schemes)[number];
/** One kind of claim under one scheme: rules hold cell by cell. */
export type Cell = `${ClaimKind}/${Scheme}`;
export const cellOf = (claim: ClaimKind, scheme: Scheme): Cell => `${claim}/${scheme}`;

export type ResolvedRule<C extends Chapter = Chapter> = {
  chapter: C;
  rule: RuleOf<C>;
  /** Title, address, date and grade: what stands beside the rule on every screen. */
  source: RuleSource;
  /** Where it came from; 'own' when the user wrote it. */
  place: string;
  placeName: { 'zh-CN': string; en: string };
  level: PackLevel | 'own';
  /** Grade C: a hint, never a reason to block and never a date that has passed. */
  hint: boolean;
  cells: Cell[];
};

export type ResolvedPack = {
  place: string;
  /** The packs that were there, nearest first, with their editions. */
  layers: { place: string; name: { 'zh-CN': string; en: string }; level: PackLevel; version: string }[];
  rules: ResolvedRule[];
  /** False when only the national baseline and hints speak (knowing where to hand in does not count). */
  verified: boolean;
  /** Chapters in which the place itself, its province or the user says more than a hint. */
  verifiedChapters: Chapter[];
};

/** Inside one of `within` (or it is empty) and inside none of `outside`; an unknown place ('') is inside nothing. */
export function isCareIn(care: CarePlaces | null, carePlace: string): boolean {
  if (care === null) return true;
  const inside = (prefix: string) => carePlace.startsWith(prefix);
  if (carePlace === '') return false;
  return (care.within.length === 0 || care.within.some(inside)) && !care.outside.some(inside);
}

/** What a rule speaks about inside its chapter: a situation, a case of care away, or (empty) the plain claim. */
export function subjectOf(rule: AnyRule): string {
  if ('situation' in rule) return rule.situation ?? '';
  return 'case' in rule ? rule.case : '';
}

type Span = { from: string | null; to: string | null };

/** Whether costs of the day `on` (yyyy-mm-dd) fall into it; an end known only to the month or year counts with all its days. */
export function isInForce({ from, to }: Span, on: string): boolean {
  return (from === null || on >= from) && (to === null || on.slice(0, to.length) <= to);
}

/**
 * `carePlace`: area code of the place of care; without it only rules that hold anywhere are found. `date`: day of the
 * costs, yyyy-mm-dd; without it rules of every time.
 */
export type RuleWish = { claim: ClaimKind; scheme: Scheme; carePlace?: string; date?: string };

/**
 * The rules of a chapter for one kind of claim, scheme, place of care and day. A rule that names the place of care stands
 * for those on the same subject that do not, unless it is only a hint.
 */
export function pickRules<C extends Chapter>(
  pack: ResolvedPack,
  chapter: C,
  wish: RuleWish,
): ResolvedRule<C>[] {
  const { date } = wish;
  const all = rulesOfCell(pack, chapter, wish);
  const found = date === undefined ? all : all.filter(({ rule }) => isInForce(rule, date));
  const nearest = takeNearest(found);
  const named = new Set(
    nearest.filter(({ rule, hint }) => rule.care !== null && !hint).map(({ rule }) => subjectOf(rule)),
  );
  return nearest.filter(({ rule }) => rule.care !== null || !named.has(subjectOf(rule)));
}

/** Rules of every time, which any number of visits share: a pack never changes, so they are looked for once. */
const held = new WeakMap<ResolvedPack, Map<string, ResolvedRule[]>>();
function rulesOfCell<C extends Chapter>(
  pack: ResolvedPack,
  chapter: C,
  { claim, scheme, carePlace = '' }: RuleWish,
): readonly ResolvedRule<C>[] {
  const known = held.get(pack) ?? new Map<string, ResolvedRule[]>();
  held.set(pack, known);
  const cell = cellOf(claim, scheme);
  const holds = (one: ResolvedRule): one is ResolvedRule<C> =>
    one.chapter === chapter && one.cells.includes(cell) && isCareIn(one.rule.care, carePlace);
  const name = `${chapter} ${cell} ${carePlace}`;
  const found = known.get(name) ?? pack.rules.filter(holds);
  known.set(name, found);
  return found as ResolvedRule<C>[];
}

/** Rules of a time displace those above them only while they are in force, so it is decided here. Nearest come first. */
function takeNearest<C extends Chapter>(rules: readonly ResolvedRule<C>[]): ResolvedRule<C>[] {
  const speaks = new Map<string, string>();
  return rules.filter((one) => {
    if (one.level === 'own') return true;
    const slot = `${subjectOf(one.rule)} ${JSON.stringify(one.rule.care)}`;
    const speaker = speaks.get(slot);
    if (speaker === undefined && !one.hint) speaks.set(slot, one.place);
    return speaker === undefined || speaker === one.place;
  });
}
