// What readiness finds: a stable code, how grave it is, where it is, which rule it rests on, and what to do about it.

import { z } from 'zod';
import { id, paperKinds } from '../domain.ts';
import { packLevels } from './rule-pack.ts';
import { grades, inBothLanguages } from './rule-parts.ts';

/** blocks: not accepted like this. likely-returned: probably sent back, or not proven yet. advice: worth knowing. */
export const severities = ['blocks', 'likely-returned', 'advice'] as const;
export type Severity = (typeof severities)[number];

/** Where it is dealt with: at the hospital, at home, at the office of the insured place; by waiting, or by choosing. */
export const findingPlaces = ['hospital', 'home', 'office', 'wait', 'decide'] as const;
export type FindingPlace = (typeof findingPlaces)[number];

/** What the screen can do for it. */
export const remedyActions = [
  'add-paper',
  'edit-paper',
  'rescan-paper',
  'confirm-stamp',
  'confirm-copies',
  'edit-visit',
  'edit-invoice',
  'open-invoice',
  'edit-person',
  'edit-account',
  'edit-hospital',
  'edit-filing',
  'edit-approval',
  'add-standing-paper',
  'move-visit',
  'split-claim',
  'open-claim',
  'edit-rules',
  'ask-office',
  'hand-in',
  'wait',
] as const;
export type RemedyAction = (typeof remedyActions)[number];

export const findingCodes = [
  // papers
  'paper-missing',
  'person-paper-missing',
  'original-wanted',
  'original-elsewhere',
  'original-lost',
  'stamp-missing',
  'stamp-not-confirmed',
  'print-stamp-ask',
  'copies-wanted',
  'signature-wanted',
  'emergency-proof-missing',
  'papers-unknown',
  'standing-paper-expired',
  'standing-paper-expires-soon',
  // what is written on them
  'list-missing-categories-only',
  'list-total-differs',
  'prescription-not-matched',
  'name-differs',
  'name-character-unclear',
  'hospital-differs',
  'hospital-similar',
  'paper-date-outside-visit',
  'scan-unreadable',
  'scan-blank',
  'scan-turned',
  'scan-confirmed',
  'page-left-out',
  // invoices
  'invoice-missing',
  'invoice-date-before-visit',
  'invoice-date-after-visit',
  'settlement-differs',
  'invoice-twice-here',
  'invoice-in-other-visit',
  'invoice-of-other-person',
  'invoice-in-other-year',
  'invoice-submitted-before',
  'invoice-looks-twice',
  'invoice-reversed',
  'invoice-voided',
  'invoice-replaced',
  'invoice-copy-only',
  'settled-already',
  'reimbursed-elsewhere',
  'reimbursed-in-part',
  // dates
  'visit-in-future',
  'outpatient-inside-stay',
  'stays-overlap',
  'visit-after-death',
  // hospital, filing, approval
  'hospital-not-designated',
  'hospital-designation-unknown',
  'hospital-outside-filed-city',
  'hospital-not-named',
  'filing-missing',
  'filing-unknown',
  'outside-filing',
  'filing-waiting',
  'filing-city-differs',
  'disease-missing',
  'approval-missing',
  'approval-expired',
  'approval-not-begun',
  'approval-other-disease',
  'approval-other-hospital',
  'supply-over-limit',
  'supply-overlaps',
  'direct-settlement-possible',
  // the bundle
  'claim-empty',
  'persons-mixed',
  'years-mixed',
  'kinds-mixed',
  'admissions-mixed',
  'hospital-grades-mixed',
  // time
  'deadline-in-60-days',
  'deadline-in-30-days',
  'deadline-in-7-days',
  'deadline-passed',
  'deadline-hard-stop',
  'deadline-hint',
  'deadline-unknown',
  'deadline-unknown-near',
  'window-closed',
  'still-in-hospital',
  // the person and the money's way
  'citizen-id-missing',
  'citizen-id-wrong',
  'insured-place-missing',
  'place-unverified',
  'payee-account-missing',
  'payee-account-not-accepted',
  'payee-account-kind-unknown',
  'payee-name-differs',
  'bank-account-unlikely',
  'cover-field-empty',
  // after it was handed in
  'office-wants-paper',
  'supplement-due',
] as const;
export type FindingCode = (typeof findingCodes)[number];

export const findingRule = z.object({
  id: z.string(),
  /** Six digits of the pack the rule came from, and its level; 'own' when the user wrote it. */
  place: z.string(),
  placeName: inBothLanguages,
  level: z.enum([...packLevels, 'own']),
  title: inBothLanguages,
  url: z.string(),
  date: z.string(),
  grade: z.enum(grades),
});
export type FindingRule = z.infer<typeof findingRule>;

export const finding = z.object({
  code: z.enum(findingCodes),
  severity: z.enum(severities),
  visitId: id.nullable(),
  invoiceId: id.nullable(),
  /** The paper it concerns; when one of several would do, all of them are in `alternatives`. */
  paperKind: z.enum(paperKinds).nullable(),
  alternatives: z.array(z.enum(paperKinds)),
  /** Name of the field to look at, '' when it is none. */
  field: z.string(),
  /** What the sentence says: names ending in Fen are fen, dates are yyyy-mm-dd, what is not known is left out. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** null when it rests on no rule of a place: arithmetic, the calendar, what the paper itself says. */
  rule: findingRule.nullable(),
  do: z.enum(findingPlaces),
  /** `target`: id of what the action opens: a visit, invoice, paper, filing, approval, hospital, claim; '' is the person. */
  remedy: z.object({ action: z.enum(remedyActions), target: z.string() }),
});
export type Finding = z.infer<typeof finding>;

/** What a packet itself lacks: it would go out with a gap, or with sums that do not agree. */
const gaps: readonly FindingCode[] = [
  'paper-missing',
  'emergency-proof-missing',
  'list-missing-categories-only',
  'invoice-missing',
  'list-total-differs',
];
export const isGap = ({ code, severity }: Pick<Finding, 'code' | 'severity'>): boolean =>
  severity !== 'advice' && gaps.includes(code);

/** ready: nothing stands against it. fix: so many things first. wait: nothing to do before that day. */
export const verdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), advice: z.int() }),
  z.object({ kind: z.literal('fix'), count: z.int() }),
  z.object({ kind: z.literal('wait'), until: z.string() }),
]);
export type Verdict = z.infer<typeof verdict>;
