// Judges a pack before anyone trusts it: its shape, and what no shape can say (sources known, ids unique, figures that make sense).

import { z } from 'zod';
import type { Language } from '../../shared/domain.ts';
import type { RulePack } from '../../shared/rules/rule-pack.ts';
import {
  type AnyRule,
  chapters,
  type OverridePack,
  overridePack,
  rulePack,
} from '../../shared/rules/rule-pack.ts';

export const findingCodes = [
  'shape',
  'source-missing',
  'source-twice',
  'source-unused',
  'own-grade-shipped',
  'id-twice',
  'id-of-other-place',
  'level-of-place',
  'unconfirmed',
  'source-tag',
  'dates-turned',
  'window-turned',
  'care-empty',
  'deductible-unclear',
  'rule-says-nothing',
] as const;
export type FindingCode = (typeof findingCodes)[number];
/** `where`: the rule's id, or a path into the file. `detail`: what was found there. */
export type PackFinding = { code: FindingCode; where: string; detail: string };

/** Everything wrong with `value`, a pack or a file of overrides as read from JSON; an empty list means sound. */
export function checkPack(value: unknown, language: Language = 'zh-CN'): PackFinding[] {
  const isOverride = typeof value === 'object' && value !== null && 'basedOn' in value;
  const text = textFindings(value);
  const said = { error: shapeWords[language].localeError };
  const read = isOverride ? overridePack.safeParse(value, said) : rulePack.safeParse(value, said);
  if (!read.success) return [...text, ...read.error.issues.map(shapeFinding)];
  const rules = chapters.flatMap((chapter): AnyRule[] => read.data[chapter]);
  return [
    ...text,
    ...sourceFindings(read.data, rules),
    ...(isOverride ? [] : shippedFindings(read.data, rules)),
    ...idFindings(rules),
    ...rules.flatMap(ruleFindings),
  ];
}

const shapeWords = { 'zh-CN': z.locales.zhCN(), en: z.locales.en() };

const shapeFinding = (issue: z.core.$ZodIssue): PackFinding => ({
  code: 'shape',
  where: issue.path.join('.'),
  detail: issue.message,
});

const UNCONFIRMED = /unconfirmed|未证实|未确认|待确认|待核实/i;
/** "[S5]", "T19": tags of a working paper, which mean nothing to a reader. */
const TAG = /(^|[^\w])\[?[ST]\d{1,2}\]?($|[^\w])/;

/** Words that may not stand anywhere in a pack, wherever they hide. */
function textFindings(value: unknown, where = ''): PackFinding[] {
  if (typeof value === 'string') {
    const codes: FindingCode[] = [];
    if (UNCONFIRMED.test(value)) codes.push('unconfirmed');
    if (TAG.test(value)) codes.push('source-tag');
    return codes.map((code) => ({ code, where, detail: value.slice(0, 80) }));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textFindings(inner, where ? `${where}.${key}` : key),
  );
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}

const idFindings = (rules: readonly AnyRule[]): PackFinding[] =>
  repeated(rules.map(({ id }) => id)).map((id) => ({ code: 'id-twice', where: id, detail: id }));

function sourceFindings(pack: RulePack | OverridePack, rules: readonly AnyRule[]): PackFinding[] {
  const known = pack.sources.map(({ id }) => id);
  const off = 'off' in pack ? pack.off.map(({ rule, source }) => ({ id: rule, source })) : [];
  const using = [...rules, ...off];
  const used = new Set(using.map(({ source }) => source));
  return [
    ...using
      .filter(({ source }) => !known.includes(source))
      .map(({ id, source }): PackFinding => ({ code: 'source-missing', where: id, detail: source })),
    ...repeated(known).map((id): PackFinding => ({ code: 'source-twice', where: id, detail: id })),
    ...known
      .filter((id) => !used.has(id))
      .map((id): PackFinding => ({ code: 'source-unused', where: id, detail: id })),
  ];
}

/** What holds for packs that are passed on as such, but not for a user's own overrides. */
function shippedFindings(pack: RulePack, rules: readonly AnyRule[]): PackFinding[] {
  const level = levelOfCode(pack.place);
  return [
    ...rules
      .filter(({ id }) => !id.startsWith(`${pack.place}-`))
      .map(({ id }): PackFinding => ({ code: 'id-of-other-place', where: id, detail: pack.place })),
    ...pack.sources
      .filter(({ grade }) => grade === 'own')
      .map(({ id }): PackFinding => ({ code: 'own-grade-shipped', where: id, detail: 'own' })),
    ...(pack.level === level
      ? []
      : [{ code: 'level-of-place' as const, where: 'level', detail: `${pack.place} ${pack.level}` }]),
  ];
}

function levelOfCode(place: string): RulePack['level'] {
  if (place === '100000') return 'national';
  if (place.endsWith('0000')) return 'province';
  return place.endsWith('00') ? 'city' : 'county';
}

function ruleFindings(rule: AnyRule): PackFinding[] {
  const codes: [FindingCode, string][] = [];
  if (rule.from !== null && rule.to !== null && rule.from > rule.to)
    codes.push(['dates-turned', `${rule.from} ${rule.to}`]);
  if (rule.care !== null && rule.care.within.length + rule.care.outside.length === 0)
    codes.push(['care-empty', '']);
  if ('when' in rule && isTurned(rule.when)) codes.push(['window-turned', JSON.stringify(rule.when)]);
  if ('fixedFen' in rule && !isClearDeductible(rule)) codes.push(['deductible-unclear', '']);
  if ('electronicAccepted' in rule && saysNothing(rule)) codes.push(['rule-says-nothing', '']);
  return codes.map(([code, detail]) => ({ code, where: rule.id, detail }));
}

type Window = Extract<AnyRule, { when: unknown }>['when'];
function isTurned(when: Window): boolean {
  if (when.kind === 'each-month') return when.fromDay > when.toDay;
  return when.kind === 'each-year' && when.from > when.to;
}

/** Either an amount, or a share with its floor and ceiling in order; stays that make it fall need a least amount. */
function isClearDeductible(rule: Extract<AnyRule, { fixedFen: unknown }>): boolean {
  const isShare = rule.sharePermille !== null;
  if (isShare === (rule.fixedFen !== null)) return false;
  if (isShare && (rule.floorFen ?? 0) > (rule.ceilingFen ?? Number.POSITIVE_INFINITY)) return false;
  return (rule.lessEachStayFen === null) === (rule.leastFen === null);
}

const saysNothing = (rule: Extract<AnyRule, { electronicAccepted: unknown }>): boolean =>
  rule.electronicAccepted === null &&
  rule.printNeedsSeal === 'unknown' &&
  rule.listMustEqualTotal === null &&
  rule.lostAccepted === null;
