// What is known around a claim: filings, approvals, standing papers, hospitals, facts about each paper, and every step of its life.

import { z } from 'zod';
import { dateText, fen, id, paperKinds, paperPage, scanId } from './domain.ts';

const text = z.string().trim().max(200);
const longText = z.string().max(5000);
const dateOrEmpty = z.union([z.literal(''), dateText]);

/** 备案 categories of the national rules in force since 2023-01-01 (医保发〔2022〕22号). */
export const filingCategories = [
  'settled-retiree',
  'long-term-resident',
  'posted-worker',
  'referral',
  'emergency',
  'other-temporary',
] as const;
export const filingWays = ['', 'app', 'website', 'window', 'phone', 'employer'] as const;

export const filingFields = z.object({
  personId: id,
  category: z.enum(filingCategories),
  from: dateText,
  to: dateOrEmpty,
  /** Six digits of the city of care, and its name as shown. */
  cityCode: z.string().max(6),
  cityName: text,
  /** Named hospitals; empty means every designated one of the city. */
  hospitals: z.array(text).max(20),
  /** Days until it takes effect, when the person was told so; null when at once or not known. */
  waitingDays: z.int().min(0).max(366).nullable(),
  how: z.enum(filingWays),
  /** The standing paper that proves it; null while there is none. */
  proofId: id.nullable(),
  note: longText,
});
export type FilingFields = z.infer<typeof filingFields>;
/** 异地就医备案: where care away from home is filed to, and from when. Older rules name two or three hospitals. */
export const filing = filingFields.extend({ id });
export type Filing = z.infer<typeof filing>;

export const approvalFields = z.object({
  personId: id,
  diseaseCode: z.string().trim().max(10),
  diseaseName: text,
  from: dateText,
  to: dateOrEmpty,
  hospitals: z.array(text).max(20),
  proofId: id.nullable(),
  note: longText,
});
export type ApprovalFields = z.infer<typeof approvalFields>;
/** 门诊慢特病待遇认定: an approved chronic disease with its validity and, where the rule says so, its hospitals. */
export const approval = approvalFields.extend({ id });
export type Approval = z.infer<typeof approval>;

export const standingPaperFields = z.object({
  personId: id,
  kind: z.enum(paperKinds),
  title: text,
  expires: dateOrEmpty,
  pages: z.array(paperPage).max(200),
});
export type StandingPaperFields = z.infer<typeof standingPaperFields>;
/** A paper of the person that many bundles need: ID card, social-security card, bank card, approval forms. */
export const standingPaper = standingPaperFields.extend({ id });
export type StandingPaper = z.infer<typeof standingPaper>;

export const hospitalGrades = ['', 'primary', 'secondary', 'tertiary'] as const;
export const hospitalFields = z.object({
  name: text.min(1, { error: 'name-empty' }),
  aliases: z.array(text).max(20),
  grade: z.enum(hospitalGrades),
  /** 定点医药机构编码: H or P and 11 digits, '' while unknown. */
  code: z.string().trim().max(12),
  cityCode: z.string().max(6),
  cityName: text,
  /** Designated for medical insurance (定点): null while nobody has looked. */
  designated: z.boolean().nullable(),
});
export type HospitalFields = z.infer<typeof hospitalFields>;
export const hospital = hospitalFields.extend({ id });
export type Hospital = z.infer<typeof hospital>;

/** A hospital for a name being typed: from the table, or only seen on a visit (then `hospital` is null). */
export const hospitalMatch = z.object({
  name: z.string(),
  hospital: hospital.nullable(),
  /** Visits there so far. */
  visits: z.int(),
  /** 1 is the same name; from 0.5 on they look alike. */
  likeness: z.number(),
});
export type HospitalMatch = z.infer<typeof hospitalMatch>;

export const paperPlaces = ['home', 'office', 'employer', 'commercial-insurer', 'returned', 'lost'] as const;

/** What a person saw on a paper that a picture alone does not prove. */
export const paperFacts = z.object({
  paperId: id,
  stamped: z.enum(['unknown', 'yes', 'no']),
  /** Copies made, when the place wants more than one. */
  copies: z.int().min(0).max(9),
  originalAt: z.enum(paperPlaces),
  /** Name, hospital, date and sum as printed on it; '' or null while nobody has read them. */
  printedName: text,
  printedHospital: text,
  printedDate: dateOrEmpty,
  printedTotalFen: fen.nullable(),
});
export type PaperFacts = z.infer<typeof paperFacts>;

export const accountKinds = [
  '',
  'social-security-card',
  'own-bank-card',
  'class-one-account',
  'passbook',
  'relative',
  'employer',
] as const;
/** What a claim needs to know of a person beside the identity. */
export const personFacts = z.object({
  personId: id,
  diedOn: dateOrEmpty,
  accountKind: z.enum(accountKinds),
});
export type PersonFacts = z.infer<typeof personFacts>;

/** Deductible and cap of one insurance year, as far as the person knows them. */
export const personYear = z.object({
  personId: id,
  year: z.int().min(1990).max(2200),
  deductibleFen: fen.nullable(),
  deductibleUsedFen: fen.nullable(),
  capFen: fen.nullable(),
  capUsedFen: fen.nullable(),
});
export type PersonYear = z.infer<typeof personYear>;

/** What happened at a visit that asks for further papers; names as in the rule packs. */
export const visitFacts = z.object({
  visitId: id,
  situations: z.array(z.string().regex(/^[a-z]+(-[a-z]+)*$/)).max(20),
  /** Days the medicine lasts, as prescribed; null while unknown. */
  daysOfSupply: z.int().min(1).max(366).nullable(),
  /** Names of the medicines as on the prescription; empty while nobody read it. */
  medicines: z.array(text).max(100),
});
export type VisitFacts = z.infer<typeof visitFacts>;

export const invoiceStates = ['valid', 'reversed', 'voided', 'replaced', 'copy-only'] as const;
export const invoiceFacts = z.object({
  invoiceId: id,
  /** 冲红, 作废, 换开: taken back, made void, exchanged for another; or only a picture of it is at hand. */
  state: z.enum(invoiceStates),
  /** Paid for it by somebody outside this program, fen, and by whom. */
  paidElsewhereFen: fen,
  paidElsewhereBy: text,
  /** Number of the invoice that took its place; '' while nobody said. */
  replacedBy: text.default(''),
});
export type InvoiceFacts = z.infer<typeof invoiceFacts>;

export const claimSteps = [
  'ready',
  'handed-in',
  'accepted',
  'returned',
  'supplemented',
  'decided',
  'paid',
  'refused',
  'withdrawn',
  'reopened',
] as const;
export type ClaimStep = (typeof claimSteps)[number];

export const returnReasons = [
  'paper-missing',
  'paper-unreadable',
  'stamp-missing',
  'original-missing',
  'name-differs',
  'amount-differs',
  'date-differs',
  'not-filed',
  'not-approved',
  'deadline-passed',
  'duplicate',
  'account-unusable',
  'other',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

export const payers = [
  'basic',
  'critical-illness',
  'medical-aid',
  'commercial',
  'employer',
  'other',
] as const;
export type Payer = (typeof payers)[number];
export const claimChannels = ['', 'window', 'mail', 'online', 'employer'] as const;

export const claimEventFields = z.object({
  claimId: id,
  step: z.enum(claimSteps),
  on: dateText,
  payer: z.enum(payers),
  /** Where and how it was handed in, the office's receipt number. */
  office: text,
  channel: z.enum(claimChannels),
  receiptNumber: text,
  reasons: z.array(z.enum(returnReasons)).max(returnReasons.length),
  wanted: z.array(z.object({ visitId: id.nullable(), kind: z.enum(paperKinds), note: text })).max(200),
  until: dateOrEmpty,
  /** Handed in: what is claimed from this payer, null for all that is left. Paid or decided: that much. Fen. */
  amountFen: fen.nullable(),
  note: longText,
});
export type ClaimEventFields = z.infer<typeof claimEventFields>;

/** One dated step. Nothing is edited: a wrong step is taken back by a later one. */
export const claimEvent = claimEventFields.extend({ id, recordedAt: z.string() });
export type ClaimEvent = z.infer<typeof claimEvent>;

/** The steps that may follow each status of a claim. */
export const nextSteps = {
  draft: ['ready', 'handed-in', 'withdrawn'],
  exported: ['ready', 'handed-in', 'withdrawn'],
  ready: ['handed-in', 'reopened', 'withdrawn'],
  'handed-in': ['accepted', 'returned', 'supplemented', 'decided', 'paid', 'refused', 'withdrawn'],
  accepted: ['returned', 'supplemented', 'decided', 'paid', 'refused', 'withdrawn'],
  returned: ['supplemented', 'handed-in', 'refused', 'withdrawn', 'reopened'],
  supplemented: ['accepted', 'returned', 'supplemented', 'decided', 'paid', 'refused', 'withdrawn'],
  decided: ['paid', 'returned', 'refused', 'handed-in', 'reopened'],
  paid: ['paid', 'handed-in', 'refused', 'reopened'],
  refused: ['handed-in', 'paid', 'reopened', 'withdrawn'],
  withdrawn: ['reopened', 'handed-in'],
} as const satisfies Record<string, readonly ClaimStep[]>;

/** One paper as it was in a version that was handed in. */
export const frozenPaper = z.object({
  paperId: id,
  visitId: id,
  kind: z.enum(paperKinds),
  title: z.string(),
  form: z.enum(['original', 'copy']),
  pages: z.array(paperPage),
});
export type FrozenPaper = z.infer<typeof frozenPaper>;

/** What a version held when it was handed in; later edits do not reach it. */
export const claimManifest = z.object({
  number: z.string(),
  title: z.string(),
  visits: z.array(z.object({ visitId: id, date: z.string(), hospital: z.string(), totalFen: z.int() })),
  papers: z.array(frozenPaper),
  /** Pages (from 0) that were left out, and why: the packet handed over only has their number. */
  leftOut: z
    .array(z.object({ visitId: id, paperId: id, scan: scanId, page: z.int().min(0), reason: z.string() }))
    .optional(),
  totalFen: z.int(),
  /** What the person paid: the total less what was settled at the hospital. */
  ownFen: z.int(),
});
export type ClaimManifest = z.infer<typeof claimManifest>;

/** The bytes of a packet kept in the vault, under their SHA-256. */
export const keptPacket = z.object({ sha256: scanId, pageCount: z.int(), byteLength: z.int() });
export type KeptPacket = z.infer<typeof keptPacket>;

export const paperDifference = z.object({
  change: z.enum(['added', 'removed', 'changed']),
  visitId: id,
  kind: z.enum(paperKinds),
  title: z.string(),
});
export type PaperDifference = z.infer<typeof paperDifference>;

export const claimVersion = z.object({
  /** 1, 2, ... as handed in. */
  version: z.int(),
  eventId: id,
  on: dateText,
  /** Null when the papers were handed in without a packet of this program. */
  packet: keptPacket.nullable(),
  manifest: claimManifest,
  /** Against the version before; empty for the first. */
  differences: z.array(paperDifference),
});
export type ClaimVersion = z.infer<typeof claimVersion>;

/** What happened to the money of a claim, fen. */
export const claimMoney = z.object({
  totalFen: z.int(),
  ownFen: z.int(),
  paid: z.array(z.object({ payer: z.enum(payers), amountFen: z.int() })),
  paidFen: z.int(),
  /** Own payment less all that was paid: what the next payer may be asked for. */
  leftFen: z.int(),
  /** What the office decided last, null before. */
  decidedFen: z.int().nullable(),
});
export type ClaimMoney = z.infer<typeof claimMoney>;

/** What the next payer is to be given: copies, and the settlement sheet of the one that paid. Null while nobody paid. */
export const nextPayer = z.object({
  leftFen: z.int(),
  /** Where the settlement sheet is to be put when it is not there yet; null when it is. */
  sheetMissingAt: id.nullable(),
  /** Papers whose original is not at home: of these only copies can be given. */
  originalsAway: z.int(),
});
