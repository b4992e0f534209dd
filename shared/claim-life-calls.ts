// The calls about what surrounds a claim and about its life: part of the call table in calls.ts.

import { z } from 'zod';
import { read, undo, write } from './call-shape.ts';
import {
  approval,
  approvalFields,
  claimEvent,
  claimEventFields,
  claimMoney,
  claimSteps,
  claimVersion,
  filing,
  filingFields,
  hospital,
  hospitalFields,
  hospitalMatch,
  invoiceFacts,
  keptPacket,
  nextPayer,
  paperDifference,
  paperFacts,
  payers,
  personFacts,
  personYear,
  returnReasons,
  standingPaper,
  standingPaperFields,
  visitFacts,
} from './claim-life.ts';
import { claim, id, languages } from './domain.ts';
import { supplementOutline } from './packet-supplement.ts';

const oneOf = z.object({ id });
const ofPerson = z.object({ personId: id.optional() });
const taken = z.object({ ...undo });
const year = z.int().min(1990).max(2200);
const sum = z.int();

const yearOfPerson = z.object({
  personId: id,
  name: z.string(),
  /** spent = settled + paid + open + unclaimed + self, to the fen. */
  spentFen: sum,
  /** Paid at the hospital by fund or others, before any claim. */
  settledFen: sum,
  claimedFen: sum,
  paidFen: sum,
  /** Handed in and not yet answered. */
  openFen: sum,
  /** Own payment in no claim, or in one that is not handed in. */
  unclaimedFen: sum,
  /** What stays with the person after the claim was paid or refused. */
  selfFen: sum,
  byPayer: z.array(z.object({ payer: z.enum(payers), amountFen: sum })),
  /** January first. `paidFen` counts under the month of the visit. */
  months: z.array(z.object({ spentFen: sum, paidFen: sum })).length(12),
  progress: personYear.nullable(),
});

const yearReport = z.object({
  year,
  people: z.array(yearOfPerson),
  claims: z.array(
    z.object({
      id,
      number: z.string(),
      personName: z.string(),
      status: claim.shape.status,
      spentFen: sum,
      ownFen: sum,
      paidFen: sum,
    }),
  ),
  /** How often each office sent papers back in this year, and why. */
  returns: z.array(z.object({ office: z.string(), reason: z.enum(returnReasons), count: z.int() })),
});
export type YearReport = z.infer<typeof yearReport>;

export const claimLifeCalls = {
  'filing.list': read(ofPerson, z.array(filing)),
  'filing.save': write(z.object({ id: id.nullable(), fields: filingFields }), z.object({ filing, ...undo })),
  'filing.remove': write(oneOf, taken),
  'filing.restore': write(oneOf, z.object({ filing })),

  'approval.list': read(ofPerson, z.array(approval)),
  'approval.save': write(
    z.object({ id: id.nullable(), fields: approvalFields }),
    z.object({ approval, ...undo }),
  ),
  'approval.remove': write(oneOf, taken),
  'approval.restore': write(oneOf, z.object({ approval })),

  'standing-paper.list': read(ofPerson, z.array(standingPaper)),
  'standing-paper.save': write(
    z.object({ id: id.nullable(), fields: standingPaperFields }),
    z.object({ standingPaper, ...undo }),
  ),
  /** Moves scans that wait in the inbox behind the pages of a standing paper. */
  'standing-paper.assign': write(
    z.object({ id, inboxIds: z.array(id).min(1) }),
    z.object({ standingPaper, ...undo }),
  ),
  'standing-paper.remove': write(oneOf, taken),
  'standing-paper.restore': write(oneOf, z.object({ standingPaper })),

  'hospital.list': read(z.object({}), z.array(hospital)),
  /** The hospitals whose name or alias looks like `text`, best first; also those only seen on visits. */
  'hospital.match': read(z.object({ text: z.string().max(200) }), z.array(hospitalMatch)),
  /** Pairs of names, of the table or only seen on visits, that may well be one hospital; the likeliest first. */
  'hospital.alike': read(z.object({}), z.array(z.object({ one: hospitalMatch, other: hospitalMatch }))),
  'hospital.save': write(
    z.object({ id: id.nullable(), fields: hospitalFields }),
    z.object({ hospital, ...undo }),
  ),
  /**
   * `name` is another spelling of the hospital `id`: it becomes an alias. A hospital of the table that is called so gives
   * what is not known here, with its aliases, and is removed. Refused as `hospital-codes-differ` when both have a code.
   */
  'hospital.merge': write(
    z.object({ id, name: z.string().trim().min(1).max(200) }),
    z.object({ hospital, ...undo }),
  ),
  /** Whether two names that look alike are two hospitals: such a pair is not asked about again. */
  'hospital.apart': write(
    z.object({ names: z.array(z.string().trim().min(1).max(200)).length(2), apart: z.boolean() }),
    taken,
  ),
  'hospital.remove': write(oneOf, taken),
  'hospital.restore': write(oneOf, z.object({ hospital })),

  /** What is known of each paper of a visit, or of every visit of a claim; unknown ones come with their defaults. */
  'paper-facts.list': read(z.object({ visitId: id.optional(), claimId: id.optional() }), z.array(paperFacts)),
  'paper-facts.save': write(paperFacts, z.object({ facts: paperFacts, ...undo })),
  'person-facts.get': read(z.object({ personId: id }), personFacts),
  'person-facts.save': write(personFacts, z.object({ facts: personFacts, ...undo })),
  'person-year.get': read(z.object({ personId: id, year }), personYear),
  'person-year.save': write(personYear, z.object({ facts: personYear, ...undo })),
  'visit-facts.get': read(z.object({ visitId: id }), visitFacts),
  'visit-facts.save': write(visitFacts, z.object({ facts: visitFacts, ...undo })),
  'invoice-facts.get': read(z.object({ invoiceId: id }), invoiceFacts),
  'invoice-facts.save': write(invoiceFacts, z.object({ facts: invoiceFacts, ...undo })),

  /**
   * Keeps the bytes of a packet by the path of a PDF on this machine, so that a step can freeze them. A page in a browser
   * posts them to the submission address instead. Refused as `file-type-unsupported` when it is no PDF.
   */
  'packet.keep': write(z.object({ claimId: id, path: z.string().min(1) }), keptPacket),
  /** The life of a claim: its steps in order, its money, the steps that may follow. */
  'claim.life': read(
    oneOf,
    z.object({
      claim,
      events: z.array(claimEvent),
      money: claimMoney,
      next: z.array(z.enum(claimSteps)),
      versions: z.int(),
      nextPayer: nextPayer.nullable(),
    }),
  ),
  /**
   * One more step. 'handed-in' and 'supplemented' freeze a version: the papers as they are now and, with `packet`, the
   * SHA-256 of bytes kept before. Refused as `claim-step-order`, `date-order`, `date-in-future`, `amount-above-left`.
   */
  'claim-event.add': write(
    z.object({
      fields: claimEventFields,
      packet: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .nullable()
        .default(null),
    }),
    z.object({ event: claimEvent, claim, ...undo }),
  ),
  /** Takes back the last step, as the undo of a slip; `claim-step-not-last` for an earlier one. */
  'claim-event.remove': write(oneOf, taken),
  'claim-event.restore': write(oneOf, z.object({ event: claimEvent })),
  /** Every version that was handed in, oldest first, and how the papers differ now from the last one. */
  'claim.versions': read(
    oneOf,
    z.object({ versions: z.array(claimVersion), since: z.array(paperDifference) }),
  ),
  /** What a supplement to the version handed in last would hold now, and what of the wanted papers it answers. */
  'claim.supplement': read(oneOf, supplementOutline),

  'report.year': read(z.object({ personId: id.optional(), year }), yearReport),
  /** The report as a file: CSV with byte order mark, or a workbook; `base64` holds its bytes. */
  'report.file': read(
    z.object({
      personId: id.optional(),
      year,
      form: z.enum(['csv', 'xlsx']),
      language: z.enum(languages).optional(),
    }),
    z.object({ fileName: z.string(), base64: z.string() }),
  ),

  /**
   * Writes a vault of its own with this person's rows and scans only, and a folder `originals` with an index page, into a new
   * folder `dir`. Refused as `folder-not-empty` when something is there, as `cancelled` when it was; then nothing is left.
   */
  'person.export': read(
    z.object({ id, dir: z.string().min(1), language: z.enum(languages).optional() }),
    z.object({ dir: z.string(), scans: z.int(), visits: z.int(), claims: z.int() }),
  ),
  /** How far the export into `dir` is: `done` of `total` bytes; nothing runs when it is over. */
  'person.export-state': read(
    z.object({ dir: z.string().min(1) }),
    z.object({ running: z.boolean(), done: z.int(), total: z.int() }),
  ),
  /** Asks the export into `dir` to stop; that call then answers `cancelled`. */
  'person.export-cancel': read(z.object({ dir: z.string().min(1) }), z.object({})),
} as const;
