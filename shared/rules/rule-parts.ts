// The small shapes that rules are made of: sources, dates as exactly as they are known, papers wanted, terms of a deadline.

import { z } from 'zod';
import { isCalendarDate } from '../dates.ts';
import { paperKinds, visitKinds } from '../domain.ts';

/**
 * How sure a rule is. A: official text. B: specific and second-hand, or an institution's own notice. C: a page without
 * traceable author, shown as a hint only. own: the user's note ("told at the counter").
 */
export const grades = ['A', 'B', 'C', 'own'] as const;
export type Grade = (typeof grades)[number];

export const ruleKey = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export const placeCode = z.string().regex(/^[1-9]\d{5}$/);
/** 2024, 2024-01 or 2024-01-26: as exactly as it is known. */
export const roughDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .refine((text) => isCalendarDate(text.padEnd(10, '-01')), { error: 'date-invalid' });
/** MM-DD; 02-29 is refused because it is missing in most years. */
export const monthDay = z
  .string()
  .regex(/^\d{2}-\d{2}$/)
  .refine((text) => isCalendarDate(`2023-${text}`), { error: 'month-day-invalid' });
export const inBothLanguages = z.object({ 'zh-CN': z.string().min(1), en: z.string().min(1) });

export const ruleSource = z.object({
  id: ruleKey,
  title: inBothLanguages,
  /** Address without protocol, '…' where it was shortened when noted down, '' when none is known. */
  url: z.string(),
  date: roughDate,
  /** noted: the source itself bears no date; this is the day it was noted down. */
  dateMeans: z.enum(['published', 'noted']).default('published'),
  grade: z.enum(grades),
});
export type RuleSource = z.infer<typeof ruleSource>;

export const claimKinds = [...visitKinds, 'maternity', 'pharmacy'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** A paper rule of a situation asks only when the situation is there; what "there" means is for readiness to find out. */
export const situations = [
  'emergency',
  'rescue',
  'accident',
  'referral',
  'dual-channel-drug',
  'outside-pharmacy',
  'agent',
  'relative-account',
  'card-unusable',
  'lost-invoice',
  'costly-material',
  'commercial-insurer-first',
  'not-settled-directly',
  'not-networked',
  'dialysis',
  'deceased',
] as const;
export type Situation = (typeof situations)[number];

export const paperForms = ['original', 'copy', 'original-and-copy', 'any', 'unknown'] as const;
export type PaperForm = (typeof paperForms)[number];

/**
 * hospital: any seal of the hospital. fee: of its cashier (收费章). record-room: 病案室章. diagnosis: 诊断证明章.
 * supervision: printed seal of the fiscal or tax authority. outside-drug: 外购药专用章. unknown: the source does not say.
 */
export const stamps = [
  'none',
  'unknown',
  'hospital',
  'fee',
  'record-room',
  'diagnosis',
  'supervision',
  'outside-drug',
  'employer',
] as const;
export type Stamp = (typeof stamps)[number];

export const issuers = [
  'hospital',
  'person',
  'office',
  'employer',
  'pharmacy',
  'authority',
  'insurer',
] as const;
export type Issuer = (typeof issuers)[number];

export const wantedPaper = z.object({
  kind: z.enum(paperKinds),
  form: z.enum(paperForms).default('unknown'),
  stamp: z.enum(stamps).default('unknown'),
  /** How the claimant signs on the paper. */
  signed: z.enum(['no', 'back', 'by-hand', 'fingerprint']).default('no'),
  /** How many of it. */
  count: z.int().min(1).max(5).default(1),
  issuer: z.enum(issuers).default('hospital'),
});
export type WantedPaper = z.infer<typeof wantedPaper>;

/** receipt: the day printed on the invoice. unstated: the source names no day; count from the earliest known. */
export const anchors = ['visit', 'receipt', 'payment', 'discharge', 'treatment-end', 'unstated'] as const;
export type Anchor = (typeof anchors)[number];

export const deadlineTerm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('months-from'), anchor: z.enum(anchors), months: z.int().min(1).max(36) }),
  z.object({
    kind: z.literal('days-from'),
    anchor: z.enum(anchors),
    days: z.int().min(1).max(400),
    working: z.boolean(),
  }),
  /** Costs of year Y until this day of Y+1. `holidayShift`: a day off moves it to the next working day. */
  z.object({ kind: z.literal('next-year'), until: monthDay, holidayShift: z.boolean() }),
  /** Costs of year Y until this day of Y itself. */
  z.object({ kind: z.literal('same-year'), until: monthDay }),
  /** The insurance year begins on `starts`; costs of it until `monthsAfter` its end. */
  z.object({ kind: z.literal('insurance-year'), starts: monthDay, monthsAfter: z.int().min(0).max(12) }),
]);
export type DeadlineTerm = z.infer<typeof deadlineTerm>;

export const claimWindow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('each-month'), fromDay: z.int().min(1).max(31), toDay: z.int().min(1).max(31) }),
  /** Of the year after the costs. */
  z.object({ kind: z.literal('each-year'), from: monthDay, to: monthDay }),
  /** Handed in once a cycle. */
  z.object({ kind: z.literal('cycle'), months: z.int().min(1).max(12) }),
]);
export type ClaimWindow = z.infer<typeof claimWindow>;

/** Tenths of a percent, so that 0.5 % stays an integer: 850 is 85 %. */
export const permille = z.int().min(0).max(1000);

const codePrefix = z.string().regex(/^([1-9]\d|[1-9]\d{3}|[1-9]\d{5})$/);
/**
 * Where the care must have been: inside one of `within` and not inside one of `outside`, by beginnings of area codes
 * ("34" a province, "3411" a city).
 */
export const carePlaces = z.object({ within: z.array(codePrefix), outside: z.array(codePrefix) });
export type CarePlaces = z.infer<typeof carePlaces>;
