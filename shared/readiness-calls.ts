// The calls about whether a bundle will be accepted, until when, what it may bring, and the rules behind that: part of calls.ts.

import { z } from 'zod';
import { read, undo, write } from './call-shape.ts';
import { claim, dateText, id, languages, person } from './domain.ts';
import { finding, findingRule, verdict } from './rules/finding.ts';
import type { ResolvedPack } from './rules/resolved-pack.ts';
import { type Chapter, chapters, packLevels, penaltyCases } from './rules/rule-pack.ts';
import { grades, inBothLanguages, placeCode, ruleKey, ruleSource } from './rules/rule-parts.ts';

const oneOf = z.object({ id });
const ofPerson = z.object({ personId: id.optional() });
const fen = z.int();

export const deadline = z.object({
  /** The last day, inclusive; null while no rule or no day to count from is known. */
  date: z.string().nullable(),
  hardStop: z.string().nullable(),
  daysLeft: z.int().nullable(),
  certainty: z.enum(['stated', 'estimated', 'hint', 'unknown']),
  why: z.enum([
    '',
    'no-rule',
    'still-in-hospital',
    'anchor-unstated',
    'receipt-date-unknown',
    'holidays-unknown',
  ]),
  rule: findingRule.nullable(),
  /** Days to warn on while nothing is known. */
  warnOn: z.array(z.string()),
});
export type DeadlineShown = z.infer<typeof deadline>;

/** How visits are to be split, and what sets each bundle apart. */
export const bundle = z.object({
  visitIds: z.array(id),
  by: z.record(z.string(), z.string()),
  /** The first rule that asks for it; null when only years are kept apart. */
  rule: findingRule.nullable(),
});
export type BundleShown = z.infer<typeof bundle>;

const readiness = {
  verdict,
  findings: z.array(finding),
  /** The nearest of its visits that is known; else one that says what is not known. Null without visits. */
  deadline: deadline.nullable(),
};

/** What a claim of a person is waiting for, or a bundle that could become one (then `claim` is null). */
export const boardEntry = z.object({
  claim: z
    .object({ id, number: z.string(), title: z.string(), status: claim.shape.status, totalFen: fen })
    .nullable(),
  bundle,
  ...readiness,
});
export type BoardEntry = z.infer<typeof boardEntry>;

const range = z.object({ low: fen, high: fen, why: z.string() });
const penalty = z.object({ mode: z.enum(['none', 'points', 'factor', 'prepaid']), permille: z.int() });
/** Every assumption of an estimate; fen and permille. */
export const assumptions = z.object({
  totalFen: fen,
  outside: range,
  overLimit: range,
  classBPrepaid: range,
  deductible: range,
  deductibleUsedFen: fen,
  rate: range,
  addedPermille: z.int(),
  penalties: z.array(penalty).max(20),
  capLeftFen: fen.nullable(),
});
export type Assumptions = z.infer<typeof assumptions>;

const bothEnds = z.object({ low: fen, high: fen });
const used = z.object({ fen, from: z.enum(['noted', 'counted', 'none']) });
export const visitEstimate = z.object({
  visitId: id,
  assumptions,
  /** What the assumptions rest on: the case of care away ('none' at home), and what other visits of the year used up. */
  basis: z.object({
    penaltyCase: z.enum([...penaltyCases, 'none', 'unknown']),
    year: z.int(),
    deductible: used,
    cap: used,
  }),
  fund: bothEnds,
  own: bothEnds,
  exact: z.boolean(),
  reasons: z.array(z.string()),
  steps: z.array(
    z.object({
      code: z.string(),
      parts: z.record(z.string(), z.union([z.string(), z.number()])),
      lowFen: fen,
      highFen: fen,
    }),
  ),
});
export type VisitEstimate = z.infer<typeof visitEstimate>;

/** Fen; of the rate permille. `needed`: what the bucket would have to be to explain all that is missing alone. */
export const paidExplained = z.object({
  paidFen: fen,
  /** Below (negative) or above the nearer end of the estimate; 0 inside it. */
  differenceFen: fen,
  fit: z.enum(['fits', 'less', 'more']),
  missingFen: fen,
  buckets: z.array(
    z.object({
      code: z.enum(['outside', 'over-limit', 'class-b-prepaid', 'away-prepaid', 'deductible', 'rate', 'cap']),
      low: fen,
      high: fen,
      known: z.boolean(),
      needed: fen.nullable(),
      ask: z.boolean(),
    }),
  ),
});
export type PaidExplained = z.infer<typeof paidExplained>;

/** A day to keep in mind. claim: hand it in. supplement: bring what was asked for. The others: something ends. */
export const deadlineEntry = z.object({
  kind: z.enum(['claim', 'supplement', 'standing-paper', 'approval', 'filing']),
  personId: id,
  personName: z.string(),
  claim: z.object({ id, number: z.string() }).nullable(),
  visit: z.object({ id, date: z.string(), hospital: z.string() }).nullable(),
  /** Name of the paper, disease or city that ends; '' else. */
  what: z.string(),
  deadline,
});
export type DeadlineEntry = z.infer<typeof deadlineEntry>;

const chapterName = z.enum(chapters as [Chapter, ...Chapter[]]);
/** A rule in the person's own words. `rule` null switches the rule `ruleId` off. */
export const ruleOverride = z.object({
  id,
  place: placeCode,
  chapter: chapterName,
  ruleId: ruleKey,
  rule: z.record(z.string(), z.unknown()).nullable(),
  note: z.string().trim().max(2000),
  on: dateText,
  /** The shipped rule has changed since this was written: worth looking at again. */
  shippedChanged: z.boolean(),
  /** The shipped rule of that name when this was written, and now; null where there was or is none. */
  shippedThen: z.record(z.string(), z.unknown()).nullable(),
  shippedNow: z.record(z.string(), z.unknown()).nullable(),
});
export type RuleOverride = z.infer<typeof ruleOverride>;

const anyRule = z.record(z.string(), z.unknown());
/** A rule as somebody was told it; null switches the shipped one off. */
const toldRule = z.object({ rule: anyRule.nullable(), note: z.string(), on: dateText });
const ownRulesFile = z.object({ text: z.string().max(2_000_000) });

const sourcedRule = z.object({ rule: anyRule, source: ruleSource.nullable() });
/** One rule that a newer edition added, removed or changed; `fields` are those that changed, 'source' among them. */
export const ruleDifference = z.object({
  chapter: chapterName,
  rule: ruleKey,
  change: z.enum(['added', 'removed', 'changed']),
  before: sourcedRule.nullable(),
  after: sourcedRule.nullable(),
  fields: z.array(z.string()),
  /** What the person laid over it, which stays. */
  override: z.enum(['none', 'replaced', 'off']),
});
export type RuleDifferenceShown = z.infer<typeof ruleDifference>;
/** `from` and `to` are editions; without differences the older one is of a shape this program does not know. */
export const packUpdate = z.object({
  place: placeCode,
  name: inBothLanguages,
  from: z.string(),
  to: z.string(),
  differences: z.array(ruleDifference),
});
export type PackUpdate = z.infer<typeof packUpdate>;

export const readinessCalls = {
  /** Findings gravest first, the verdict, the nearest deadline, and how the visits would have to be split. */
  'claim.readiness': read(oneOf, z.object({ ...readiness, bundles: z.array(bundle) })),
  /** A person's open claims, then bundles of the visits in no claim; nearest deadline first. */
  'person.board': read(
    z.object({ personId: id }),
    z.object({ person, verdict, entries: z.array(boardEntry), placeVerified: z.boolean() }),
  ),
  /** What the funds may pay, visit by visit; `changes` replace assumptions and are not stored. */
  'claim.estimate': read(
    z.object({
      id,
      changes: z
        .array(z.object({ visitId: id, assumptions: assumptions.partial() }))
        .max(500)
        .default([]),
    }),
    z.object({
      visits: z.array(visitEstimate),
      fund: bothEnds,
      own: bothEnds,
      exact: z.boolean(),
      /** What the basic fund paid beside what was expected; null before it paid. */
      paid: paidExplained.nullable(),
    }),
  ),
  /** Nearest first; those without a date last. */
  'deadlines.list': read(ofPerson, z.array(deadlineEntry)),
  /** The same days as a calendar file with alarms. */
  'deadlines.calendar': read(
    z.object({ personId: id.optional(), language: z.enum(languages).optional() }),
    z.object({ fileName: z.string(), text: z.string(), count: z.int() }),
  ),
  /**
   * What to tell about deadlines now: once each at 60, 30 and 7 days and on the last one. What is answered counts as told;
   * it is a note of the program, not of the person, and is not taken back. `address` is a hash of the screen to open.
   */
  'deadlines.notices': write(
    z.object({}),
    z.object({
      notices: z.array(z.object({ title: z.string(), body: z.string(), address: z.string() })),
    }),
  ),

  'rule-pack.list': read(
    z.object({}),
    z.array(
      z.object({
        place: placeCode,
        name: inBothLanguages,
        level: z.enum(packLevels),
        version: z.string(),
        rules: z.int(),
        overrides: z.int(),
        /** Local rules, of the place or what stands above it, say more than the nation's and hints. */
        verified: z.boolean(),
        /** How many of its rules have which grade. */
        grades: z.record(z.enum(grades), z.int()),
      }),
    ),
  ),
  /** The rules that hold for a place after inheritance and overrides, each with the level it came from. */
  'rule-pack.get': read(
    z.object({ place: placeCode, on: dateText.optional() }),
    z.object({
      pack: z.custom<ResolvedPack>((value) => typeof value === 'object' && value !== null),
      overrides: z.array(ruleOverride),
    }),
  ),
  /** Refused as `rule-invalid` when the rule does not fit its chapter. */
  'rule-pack.override': write(
    ruleOverride.omit({ id: true, shippedChanged: true, shippedThen: true, shippedNow: true }),
    z.object({ override: ruleOverride, ...undo }),
  ),
  'rule-pack.remove': write(oneOf, z.object({ ...undo })),
  'rule-pack.restore': write(oneOf, z.object({ override: ruleOverride })),
  /** A place's own rules as a file to share. */
  'rule-pack.export': read(
    z.object({ place: placeCode }),
    z.object({ fileName: z.string(), text: z.string() }),
  ),
  /** What such a file holds beside what is there: own rules of the same name that say something else stand as `differs`. */
  'rule-pack.preview': read(
    ownRulesFile,
    z.object({
      place: placeCode,
      name: inBothLanguages,
      rules: z.array(
        z.object({
          ...{ chapter: chapterName, ruleId: ruleKey, standing: z.enum(['new', 'same', 'differs']) },
          theirs: toldRule,
          mine: toldRule.nullable(),
        }),
      ),
    }),
  ),
  /** Takes the rules of such a file. Own rules of the same name stay (`kept`), unless they are named in `replace`. */
  'rule-pack.import': write(
    ownRulesFile.extend({ replace: z.array(ruleKey).max(2000).default([]) }),
    z.object({ place: placeCode, overrides: z.array(ruleOverride), kept: z.array(ruleKey), ...undo }),
  ),
  /** What changed in the shipped packs since they were last seen: for one place with all above it, or all that were seen. */
  'rule-pack.updates': read(z.object({ place: placeCode.optional() }), z.array(packUpdate)),
  /** The shipped packs for this place are seen as they are now; own rules stay as they are. */
  'rule-pack.accept': write(z.object({ place: placeCode }), z.object({ ...undo })),
  /** In undo steps only: packs as they had been seen before. */
  'rule-pack.recall': write(
    z.object({
      packs: z.array(z.object({ place: placeCode, version: z.string(), pack: z.unknown() })).max(100),
    }),
    z.object({}),
  ),
} as const;
