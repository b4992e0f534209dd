// Everything readiness looks at, as plain data. What nobody has recorded is absent or '' and is treated as unknown.

import type {
  Approval,
  ClaimEvent,
  Filing,
  Hospital,
  PaperFacts,
  StandingPaper,
} from '../../shared/claim-life.ts';
import type { Claim, Invoice, Paper, Person, Visit } from '../../shared/domain.ts';
import type { PageConfirmation, PageFinding } from '../../shared/page-findings.ts';
import type { ResolvedPack, ResolvedRule } from '../../shared/rules/resolved-pack.ts';
import type { Situation } from '../../shared/rules/rule-parts.ts';

/**
 * `facts` null: nobody has said anything about this paper yet. `looks`: what is seen on each of its pages as it prints;
 * left out while nobody looked. `confirmed`: what a person called readable on each, as it is shown now; undefined where nobody did.
 */
export type PaperSeen = {
  paper: Paper;
  facts: PaperFacts | null;
  looks?: readonly (readonly PageFinding[])[];
  confirmed?: readonly (PageConfirmed | undefined)[];
};

/** `on`: yyyy-mm-dd. */
export type PageConfirmed = Pick<PageConfirmation, 'codes'> & { on: string };

export type VisitSeen = {
  visit: Visit;
  invoices: readonly Invoice[];
  papers: readonly PaperSeen[];
  /** Situations the person named; those that follow from the data are found without. */
  situations?: readonly Situation[];
  /** What a prescription says, when somebody read it: days of supply, names of the medicines. */
  prescription?: { days: number | null; medicines: readonly string[] };
};

/** An invoice anywhere in the vault, of any person, with the words to say where and when. */
export type InvoicePlace = {
  invoiceId: string;
  /** As `invoiceKey` gives it; '' while there is no number. */
  key: string;
  number: string;
  totalFen: number;
  visitId: string;
  visitDate: string;
  hospital: string;
  personId: string;
  personName: string;
  claimId: string | null;
  claimNumber: string;
  /** Day its claim was first handed in, '' when it was not or was withdrawn. */
  submittedOn: string;
};

/** What is known of an invoice beyond its print: red entry (冲红), voided (作废), exchanged for paper (换开), screenshot only. */
export type InvoiceStanding = {
  invoiceId: string;
  state: 'valid' | 'reversed' | 'voided' | 'replaced' | 'copy-only';
  /** Number of the one that took its place, '' while unknown; left out is the same. */
  replacedBy?: string;
  /** Paid for it by another payer, fen; 0 when nothing. */
  reimbursedFen: number;
  payer: string;
};

export type Stay = { visitId: string; from: string; to: string; hospital: string };

export type PayeeKind = ResolvedRule<'accounts'>['rule']['accept'][number];

/** A page that the packet of the claim does not show; `page` counts from 0. */
export type PageLeftOut = {
  visitId: string;
  paperKind: Paper['kind'];
  file: string;
  page: number;
  reason: string;
};

export type ReadinessInput = {
  claim: Pick<Claim, 'id' | 'number' | 'personId' | 'status'>;
  visits: readonly VisitSeen[];
  person: Person;
  /** Day of death, when the claim is made by heirs. */
  diedOn?: string;
  /** What kind of account the payee's is; absent while nobody said. */
  payeeKind?: PayeeKind;
  standingPapers: readonly StandingPaper[];
  filings: readonly Filing[];
  approvals: readonly Approval[];
  hospitals: readonly Hospital[];
  /** All invoices of the vault; those of this claim may be among them. */
  vaultInvoices: readonly InvoicePlace[];
  invoiceStandings?: readonly InvoiceStanding[];
  /** Stays of the person that are not in this claim. */
  otherStays?: readonly Stay[];
  events: readonly ClaimEvent[];
  pack: ResolvedPack;
  pagesLeftOut?: readonly PageLeftOut[];
  /** yyyy-mm-dd */
  today: string;
};
