// The shape of a requirement pack: what one insured place asks of a claim by hand. Rules are data, each with its source,
// the source's date and a grade; what nobody could confirm has no rule and is said to be unknown.

import { z } from 'zod';
import {
  carePlaces,
  claimKinds,
  claimWindow,
  deadlineTerm,
  inBothLanguages,
  permille,
  placeCode,
  roughDate,
  ruleKey,
  ruleSource,
  situations,
  wantedPaper,
} from './rule-parts.ts';

/**
 * What every rule carries. `id` is unique over all packs: shipped ones begin with the place's code. `claims` empty means
 * every kind of claim. `from` and `to`: first and last day of costs it is valid for. `care`: null wherever the care was.
 */
const rule = {
  id: ruleKey,
  source: ruleKey,
  claims: z.array(z.enum(claimKinds)).default([]),
  scheme: z.enum(['any', 'employee', 'resident']).default('any'),
  care: carePlaces.nullable().default(null),
  from: roughDate.nullable().default(null),
  to: roughDate.nullable().default(null),
  note: inBothLanguages.nullable().default(null),
};
const hospitalGrade = z.enum(['any', 'primary', 'secondary', 'tertiary']).default('any');
const whenKnown = z.boolean().nullable().default(null);

/** One of `anyOf` satisfies the rule; all rules that apply must be satisfied. */
export const paperRule = z.object({
  ...rule,
  situation: z.enum(situations).nullable().default(null),
  /** Only for items that cost at least this many fen; null for all. */
  fromFen: z.int().min(0).nullable().default(null),
  anyOf: z.array(wantedPaper).min(1),
  /** in-places: some offices under this level want it and others do not; nobody has written down which this one is. */
  asked: z.enum(['everywhere', 'in-places']).default('everywhere'),
});

/** When there are several terms the earliest counts. */
export const deadlineRule = z.object({
  ...rule,
  situation: z.enum(situations).nullable().default(null),
  terms: z.array(deadlineTerm).min(1),
  /** Which act stops the clock. */
  stopsAt: z.enum(['paper-received', 'online-upload', 'unknown']).default('unknown'),
  /** What happens after it. exception: accepted in special cases, as the note says. */
  late: z.enum(['refused', 'exception', 'unknown']).default('unknown'),
  /** A stay that runs across the last day is claimed after discharge. */
  continuousStay: z.boolean().default(false),
  /** Which year's limits a late cost counts against. */
  countsFor: z.enum(['cost-year', 'settlement-year', 'unknown']).default('unknown'),
});

/** When the office takes claims at all. */
export const windowRule = z.object({
  ...rule,
  situation: z.enum(situations).nullable().default(null),
  when: claimWindow,
});

/** A bundle may not mix these. A person is always a bundle of its own. */
export const splitRule = z.object({
  ...rule,
  by: z.array(z.enum(['calendar-year', 'claim-kind', 'admission', 'hospital-grade'])).min(1),
});

/** What an electronic receipt is worth there. */
export const invoiceRule = z.object({
  ...rule,
  electronicAccepted: whenKnown,
  /** A print of it needs the hospital's seal; ask: heard of, not sure. */
  printNeedsSeal: z.enum(['no', 'yes', 'ask', 'unknown']).default('unknown'),
  listMustEqualTotal: whenKnown,
  lostAccepted: whenKnown,
});

export const hospitalRule = z.object({
  ...rule,
  allow: z.enum(['designated', 'designated-in-filed-city', 'named', 'any']),
  /** Names, and how many a person may name, where `allow` is named. */
  named: z.array(z.string()).default([]),
  mostNamed: z.int().min(1).max(9).nullable().default(null),
  otherwise: z.enum(['refused', 'cut', 'unknown']).default('unknown'),
});

export const filingRule = z.object({
  ...rule,
  needed: z.boolean(),
  /** Days between filing and effect; null when not known. */
  waitingDays: z.int().min(0).max(366).nullable().default(null),
  cityMustMatch: whenKnown,
  withoutFiling: z.enum(['full', 'cut', 'refused', 'unknown']).default('unknown'),
  /** An emergency counts as filed. */
  emergencyCountsAsFiled: whenKnown,
  /** A temporary filing is valid at least this long. */
  temporaryMonths: z.int().min(1).max(24).nullable().default(null),
});

export const approvalRule = z.object({
  ...rule,
  needed: z.boolean(),
  diseaseMustMatch: whenKnown,
  hospitalMustMatch: whenKnown,
  filedCityMustMatch: whenKnown,
  validMonths: z.int().min(1).max(120).nullable().default(null),
  daysOfSupply: z.int().min(1).max(366).nullable().default(null),
});

export const accountRule = z.object({
  ...rule,
  accept: z
    .array(
      z.enum([
        'social-security-card',
        'own-bank-card',
        'class-one-account',
        'passbook',
        'relative',
        'employer',
      ]),
    )
    .min(1),
  /** Banks that are taken; empty for all. */
  banks: z.array(z.string()).default([]),
});

export const channelRule = z.object({
  ...rule,
  /** online: uploaded and done. online-then-mail: looked over online first, then the papers follow. */
  channels: z
    .array(
      z.enum(['window', 'online', 'online-then-mail', 'mail', 'employer', 'street-office', 'insurer-branch']),
    )
    .min(1),
  /** Working days as promised, and at most. */
  workingDays: z.int().min(1).max(120).nullable().default(null),
  atMostWorkingDays: z.int().min(1).max(120).nullable().default(null),
});

/** How pictures have to be for an online office. */
export const portalRule = z.object({
  ...rule,
  name: inBothLanguages,
  medicalPapersMost: z.int().min(1).max(100).nullable().default(null),
  picturesPerInvoice: z.int().min(1).max(10).nullable().default(null),
  largestMegabytes: z.number().min(0.1).max(100).nullable().default(null),
  originalsFollow: z.enum(['mail', 'window', 'mail-or-window', 'no', 'unknown']).default('unknown'),
  originalsReturned: whenKnown,
});

/** Whose list of payable items counts for a claim by hand. */
export const catalogueRule = z.object({ ...rule, catalogue: z.enum(['care-place', 'insured-place']) });

export const penaltyCases = [
  'long-term',
  'referral',
  'emergency',
  'other-temporary',
  'unfiled',
  'back-home',
  'not-settled-directly',
] as const;
export type PenaltyCase = (typeof penaltyCases)[number];
/**
 * points: permille off the rate. factor: what is payable, times this. prepaid: this share of the base is paid first.
 * No penalty is 0 points. `quote`: the source's words, kept with the number because the same 10 is used three ways.
 */
export const penaltyRule = z.object({
  ...rule,
  case: z.enum(penaltyCases),
  mode: z.enum(['points', 'factor', 'prepaid']),
  permille,
  quote: z.string().default(''),
});

export const deductibleRule = z.object({
  ...rule,
  hospitalGrade,
  /** Only in these cases of care away; empty for all. */
  cases: z.array(z.enum(penaltyCases)).default([]),
  /** Fen; null when it is a share of the bill between floor and ceiling. */
  fixedFen: z.int().min(0).nullable().default(null),
  sharePermille: permille.nullable().default(null),
  floorFen: z.int().min(0).nullable().default(null),
  ceilingFen: z.int().min(0).nullable().default(null),
  /** Fen less for each further stay of the year, not below `leastFen`. */
  lessEachStayFen: z.int().min(0).nullable().default(null),
  leastFen: z.int().min(0).nullable().default(null),
});

export const rateRule = z.object({
  ...rule,
  hospitalGrade,
  standing: z.enum(['any', 'working', 'retired']).default('any'),
  permille,
});

export const capRule = z.object({ ...rule, yearFen: z.int().min(0) });

/** Share of a class-B item that is paid before the rate. */
export const prepaidRule = z.object({ ...rule, permille });

/** What a place says in a chapter stands nearer than what its province or the nation says there; see resolve-pack. */
export const chapterShapes = {
  papers: paperRule,
  deadlines: deadlineRule,
  windows: windowRule,
  splits: splitRule,
  invoices: invoiceRule,
  hospitals: hospitalRule,
  filing: filingRule,
  approvals: approvalRule,
  accounts: accountRule,
  channels: channelRule,
  portals: portalRule,
  catalogues: catalogueRule,
  penalties: penaltyRule,
  prepaid: prepaidRule,
  deductibles: deductibleRule,
  rates: rateRule,
  caps: capRule,
} as const;
export type Chapter = keyof typeof chapterShapes;
export const chapters = Object.keys(chapterShapes) as Chapter[];
export type RuleOf<C extends Chapter> = z.infer<(typeof chapterShapes)[C]>;
export type AnyRule = RuleOf<Chapter>;

export type PaperRule = RuleOf<'papers'>;
export type DeadlineRule = RuleOf<'deadlines'>;
export type PenaltyRule = RuleOf<'penalties'>;

const ruleLists = {
  papers: z.array(paperRule).default([]),
  deadlines: z.array(deadlineRule).default([]),
  windows: z.array(windowRule).default([]),
  splits: z.array(splitRule).default([]),
  invoices: z.array(invoiceRule).default([]),
  hospitals: z.array(hospitalRule).default([]),
  filing: z.array(filingRule).default([]),
  approvals: z.array(approvalRule).default([]),
  accounts: z.array(accountRule).default([]),
  channels: z.array(channelRule).default([]),
  portals: z.array(portalRule).default([]),
  catalogues: z.array(catalogueRule).default([]),
  penalties: z.array(penaltyRule).default([]),
  prepaid: z.array(prepaidRule).default([]),
  deductibles: z.array(deductibleRule).default([]),
  rates: z.array(rateRule).default([]),
  caps: z.array(capRule).default([]),
};

export const packLevels = ['national', 'province', 'city', 'county'] as const;
export type PackLevel = (typeof packLevels)[number];

const packFields = {
  /** Six digits of GB/T 2260; 100000 is the national baseline. */
  place: placeCode,
  name: inBothLanguages,
  level: z.enum(packLevels),
  /** False for a pool of the province's own level (省本级): the cities of the province do not take its rules. */
  coversBelow: z.boolean().default(true),
  /** Date of this edition of the pack. */
  version: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  effectiveFrom: roughDate.nullable().default(null),
  effectiveTo: roughDate.nullable().default(null),
  sources: z.array(ruleSource),
};

export const rulePack = z.strictObject({ ...packFields, ...ruleLists });
export type RulePack = z.infer<typeof rulePack>;

/**
 * What the user lays over the shipped rules of a place: a rule with a shipped id replaces it, a new id adds, `off` switches
 * off. `basedOn` is the edition of the shipped pack it was last compared with, '' when none was shipped.
 */
export const overridePack = z.strictObject({
  ...packFields,
  ...ruleLists,
  basedOn: z.string(),
  off: z.array(z.object({ rule: ruleKey, source: ruleKey, note: inBothLanguages.nullable() })),
});
export type OverridePack = z.infer<typeof overridePack>;
