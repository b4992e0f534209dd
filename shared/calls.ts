// The whole conversation between the ways in (window, loopback page, command line) and the handlers, in one table.

import { z } from 'zod';
import { read, type UndoStep, undo, undoStep, write } from './call-shape.ts';
import { claimLifeCalls } from './claim-life-calls.ts';
import { claimOptionsCalls } from './claim-options-calls.ts';
import {
  attachment,
  claim,
  dateText,
  id,
  inboxItem,
  invoice,
  invoiceFields,
  mediaTypes,
  packetOrders,
  paper,
  paperKinds,
  paperPage,
  person,
  personFields,
  scan,
  scanId,
  scanPage,
  settings,
  turn,
  visit,
  visitFields,
} from './domain.ts';
import { intakeOrder } from './intake-order.ts';
import { packetPageCalls } from './packet-pages.ts';
import { packetPlan } from './packet-plan.ts';
import { pageEditCalls } from './page-edit-calls.ts';
import { pageBox } from './page-findings.ts';
import { portalCalls } from './portal-calls.ts';
import { readinessCalls } from './readiness-calls.ts';
import { finding, verdict } from './rules/finding.ts';
import { trashCalls } from './trash-calls.ts';
import { waysInCalls } from './ways-in-calls.ts';

export { type UndoStep, undoStep };

const nothing = z.object({});
const oneOf = z.object({ id });

export const paperSummary = paper.omit({ pages: true }).extend({
  pageCount: z.int(),
  /** The page whose picture stands for the paper. */
  first: paperPage.nullable(),
});
/** The papers its insured place wants of a visit, each a list of kinds of which one is enough; and those that are not there. */
const demands = {
  demands: z.array(z.array(z.enum(paperKinds))),
  missing: z.array(z.array(z.enum(paperKinds))),
};

export const visitSummary = visit.extend({
  personName: z.string(),
  invoiceCount: z.int(),
  totalFen: z.int(),
  papers: z.array(paperSummary),
  ...demands,
  claim: z.object({ id, number: z.string() }).nullable(),
});
export type VisitSummary = z.infer<typeof visitSummary>;

export const visitDetail = z.object({
  visit,
  personName: z.string(),
  invoices: z.array(invoice),
  papers: z.array(paper),
  /** The scans that the papers point at, each once. */
  scans: z.array(scan),
  /** Files without pages to print. */
  attachments: z.array(attachment),
  ...demands,
  claim: z.object({ id, number: z.string() }).nullable(),
});
export type VisitDetail = z.infer<typeof visitDetail>;

export const claimDetail = z.object({
  claim,
  person,
  visits: z.array(visitSummary),
  totalFen: z.int(),
  invoiceCount: z.int(),
  /** Whether the insured place would accept it, and what speaks against it: the same answer everywhere. */
  verdict,
  findings: z.array(finding),
});
export type ClaimDetail = z.infer<typeof claimDetail>;

/** A page (0-based) of the new scan that looks like an earlier one, and where that one is used. */
export const lookAlike = z.object({
  page: z.int(),
  earlier: z.object({ scan: scanId, page: z.int() }),
  fileName: z.string(),
  places: z.array(z.string()),
  /** 0 to 1. */
  likeness: z.number(),
});
export type LookAlike = z.infer<typeof lookAlike>;
export const lookAlikeAnswers = ['keep-both', 'use-earlier'] as const;

const oneScan = z.object({ id: scanId });
const pageName = z.object({ scan: scanId, page: z.int().min(0) });

const fileOutcome = z.object({
  file: z.string(),
  outcome: z.enum(['kept', 'duplicate', 'refused']),
  scan: scanId.nullable(),
  mediaType: z.enum(mediaTypes).nullable(),
  pages: z.array(scanPage),
  places: z.array(z.string()),
  problem: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  lookAlikes: z.array(lookAlike),
  /** Whether it is in `scan.to-compare`. */
  toCompare: z.boolean(),
});
/**
 * What became of one file. `places` says where an already kept scan is used. An archive is no scan itself: it answers `kept`
 * when any of its `members` is, each named `archive.zip/inner.jpg`.
 */
export const intakeOutcome = fileOutcome.extend({ members: z.array(fileOutcome) });
export type FileOutcome = z.infer<typeof fileOutcome>;
export type IntakeOutcome = z.infer<typeof intakeOutcome>;

/** Where a new scan goes: a paper of a visit, or the inbox when left out. */
export const intakeTarget = z.object({ visitId: id, kind: z.enum(paperKinds) });
export type IntakeTarget = z.infer<typeof intakeTarget>;

export const calls = {
  'session.about': read(
    nothing,
    z.object({
      way: z.enum(['window', 'page', 'command-line']),
      version: z.string(),
      vault: z.string(),
      writable: z.boolean(),
      sample: z.boolean(),
      today: dateText,
    }),
  ),
  /** How much is listed in each place, without the lists. */
  'session.counts': read(
    nothing,
    z.object({ visits: z.int(), inbox: z.int(), claims: z.int(), people: z.int() }),
  ),
  'settings.get': read(nothing, settings),
  'settings.set': write(settings.partial(), settings),
  'undo.apply': write(z.object({ steps: z.array(undoStep).min(1).max(10_000) }), nothing),
  'vault.check': read(
    nothing,
    z.object({ ok: z.boolean(), scans: z.int(), bytes: z.int(), troubles: z.array(z.string()) }),
  ),

  /** Fills an empty vault with the sample and marks it so; `vault-exists` when anything is in the vault. */
  'sample.write': write(nothing, z.object({ personId: id, claimId: id })),
  /**
   * Empties a vault that is marked as a sample; `not-allowed` for any other. What was added to the sample stays in a copy
   * of the vault file, whose path is answered; '' when nothing was added.
   */
  'sample.clear': write(nothing, z.object({ copy: z.string() })),

  'person.list': read(z.object({ archived: z.boolean().default(false) }), z.array(person)),
  'person.get': read(oneOf, person),
  'person.save': write(z.object({ id: id.nullable(), fields: personFields }), z.object({ person, ...undo })),
  'person.archive': write(z.object({ id, archived: z.boolean() }), z.object({ person, ...undo })),
  /** Only a person without visits and claims; others are archived. */
  'person.remove': write(oneOf, z.object({ ...undo })),
  'person.restore': write(z.object({ person }), z.object({ person })),

  'visit.list': read(
    z.object({
      personId: id.optional(),
      claimId: id.optional(),
      unclaimed: z.boolean().default(false),
      removed: z.boolean().default(false),
    }),
    z.array(visitSummary),
  ),
  'visit.get': read(oneOf, visitDetail),
  'visit.save': write(z.object({ id: id.nullable(), fields: visitFields }), z.object({ visit, ...undo })),
  'visit.remove': write(oneOf, z.object({ ...undo })),
  'visit.restore': write(oneOf, z.object({ visit })),

  'invoice.list': read(z.object({ visitId: id.optional(), personId: id.optional() }), z.array(invoice)),
  /** Refused as `invoice-already-logged` when another invoice has the same key, unless `acceptTwin`. */
  'invoice.save': write(
    z.object({
      id: id.nullable(),
      fields: invoiceFields,
      acceptTwin: z.boolean().default(false),
      /** In undo steps only: the mark the invoice had before. */
      twinAccepted: z.boolean().optional(),
    }),
    z.object({ invoice, ...undo }),
  ),
  'invoice.remove': write(oneOf, z.object({ ...undo })),
  'invoice.restore': write(oneOf, z.object({ invoice })),

  /** Puts pages behind those the paper has; makes the paper when the visit has none of the kind (and title). */
  'paper.attach': write(
    z.object({
      visitId: id,
      kind: z.enum(paperKinds),
      title: z.string().max(200).default(''),
      pages: z.array(paperPage).min(1),
    }),
    z.object({ paper, ...undo }),
  ),
  /**
   * The whole ordered list of pages: reorder, turn, remove, insert. `seen`: the pages as whoever asks last saw them; what came
   * since, from a phone perhaps, stays behind the others.
   */
  'paper.set-pages': write(
    z.object({ id, pages: z.array(paperPage), seen: z.array(paperPage).optional() }),
    z.object({ paper, ...undo }),
  ),
  /** Moves pages (by position) from one paper to a paper of another kind or visit. */
  'paper.move-pages': write(
    z.object({ id, positions: z.array(z.int().min(0)).min(1), visitId: id, kind: z.enum(paperKinds) }),
    z.object({ from: paper, to: paper, ...undo }),
  ),
  'paper.describe': write(
    z.object({ id, title: z.string().max(200), form: z.enum(['original', 'copy']) }),
    z.object({ paper, ...undo }),
  ),

  /** Takes in one file by its path on this machine. A page in a browser uploads to the intake address instead. */
  'scan.add': write(
    z.object({
      path: z.string().min(1),
      fileName: z.string().optional(),
      target: intakeTarget.nullable().default(null),
      /** Opens a PDF that asks for one; others do not mind. */
      password: z.string().max(200).default(''),
      order: intakeOrder.nullable().default(null),
      /** `later`: the answer has none, so that files are in sooner; what was not kept before is in `scan.to-compare` then. */
      lookAlikes: z.enum(['now', 'later']).default('now'),
    }),
    z.object({ ...intakeOutcome.shape, ...undo }),
  ),
  /** A folder becomes the files in it, all levels, in order of name; a file stays itself. */
  'scan.expand': read(z.object({ paths: z.array(z.string()).max(10_000) }), z.array(z.string())),
  'scan.get': read(oneScan, z.object({ scan, places: z.array(z.string()) })),

  /** Pages that the pages of a kept scan look like, but for those a person has answered for. `before`: what is still to be asked of those looked at before it. */
  'scan.look-alikes': read(oneScan.extend({ before: z.boolean().default(false) }), z.array(lookAlike)),
  /** Scans in use that came in with look-alikes for later, in the order they came, until that is settled. */
  'scan.to-compare': read(nothing, z.array(z.object({ scan: scanId, fileName: z.string() }))),
  /** Settles it: they look like nothing, or somebody has answered, or wants no question about them. */
  'scan.stop-comparing': write(z.object({ scans: z.array(scanId).max(100_000) }), nothing),
  /**
   * Two pages laid over each other. `turn`: how far clockwise the other page is to be turned to lie like the first. The places
   * that differ, as boxes on the page as it came (shares of its sides), and on the other one after that turn. `laid` null when
   * one cannot be laid over the other.
   */
  'scan.compare-pages': read(
    z.object({ one: pageName, other: pageName }),
    z.object({
      laid: z.object({ turn, differences: z.array(z.object({ one: pageBox, other: pageBox })) }).nullable(),
    }),
  ),
  /**
   * `keep-both` is remembered; `use-earlier` is too, and puts the earlier page wherever the new one is, turned and tidied as it
   * is there; what waited in the inbox leaves it. Null takes the answer back. Both scans stay in the vault.
   */
  'scan.answer-look-alike': write(
    z.object({
      scan: scanId,
      page: z.int().min(0),
      earlier: z.object({ scan: scanId, page: z.int().min(0) }),
      answer: z.enum(lookAlikeAnswers).nullable(),
    }),
    z.object({ ...undo }),
  ),
  /** To another kind of paper or another visit; where the same file is there already, this one leaves. */
  'attachment.move': write(
    z.object({ id, visitId: id, kind: z.enum(paperKinds) }),
    z.object({ attachment, ...undo }),
  ),
  'attachment.remove': write(oneOf, z.object({ ...undo })),
  'attachment.restore': write(oneOf, z.object({ attachment })),

  'inbox.list': read(nothing, z.array(inboxItem)),
  'inbox.assign': write(
    z.object({ ids: z.array(id).min(1), visitId: id, kind: z.enum(paperKinds) }),
    z.object({ paper: paper.nullable(), ...undo }),
  ),
  /** The whole ordered list of pages an item will give to a paper: turned, tidied, split. */
  'inbox.set-pages': write(
    z.object({ id, pages: z.array(paperPage).min(1).max(2000) }),
    z.object({ item: inboxItem, ...undo }),
  ),
  'inbox.remove': write(z.object({ ids: z.array(id).min(1) }), z.object({ ...undo })),
  'inbox.restore': write(z.object({ ids: z.array(id).min(1) }), nothing),

  'claim.list': read(z.object({ personId: id.optional() }), z.array(claimDetail)),
  'claim.get': read(oneOf, claimDetail),
  'claim.create': write(
    z.object({ personId: id, visitIds: z.array(id).min(1), title: z.string().max(200).default('') }),
    z.object({ claim, ...undo }),
  ),
  'claim.save': write(
    z.object({
      id,
      title: z.string().max(200),
      status: claim.shape.status,
      order: z.enum(packetOrders),
      visitIds: z.array(id),
    }),
    z.object({ claim, ...undo }),
  ),
  'claim.remove': write(oneOf, z.object({ ...undo })),
  'claim.restore': write(oneOf, z.object({ claim })),
  /**
   * `supplement` asks for only what is new since the version handed in last, as a reply to the office; refused as
   * `claim-not-handed-in` and `supplement-empty`.
   */
  'claim.plan': read(
    z.object({
      id,
      order: z.enum(packetOrders).optional(),
      language: settings.shape.language.optional(),
      supplement: z.boolean().default(false),
    }),
    packetPlan,
  ),

  ...claimOptionsCalls,
  ...packetPageCalls,
  ...claimLifeCalls,
  ...pageEditCalls,
  ...portalCalls,
  ...readinessCalls,
  ...trashCalls,
  ...waysInCalls,
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallInput<N extends CallName> = z.input<Calls[N]['input']>;
export type ParsedInput<N extends CallName> = z.output<Calls[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Calls[N]['output']>;

/** How an answer crosses a process. Every call settles with one of the two. */
export type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; problem: { code: string; params: Record<string, string | number> } };
