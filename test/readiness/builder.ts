// A claim that is ready, built with sensible defaults; each case changes one thing in it.

import type { z } from 'zod';
import type { InvoicePlace, PaperSeen, ReadinessInput, VisitSeen } from '../../electron/readiness/input.ts';
import type {
  Approval,
  ClaimEvent,
  Filing,
  Hospital,
  PaperFacts,
  StandingPaper,
} from '../../shared/claim-life.ts';
import type { Invoice, Paper, PaperKind, Person, Visit } from '../../shared/domain.ts';
import type { PageEdit } from '../../shared/page-edit.ts';
import type { PageFinding } from '../../shared/page-findings.ts';
import { cellOf, type ResolvedPack, type ResolvedRule } from '../../shared/rules/resolved-pack.ts';
import { type Chapter, chapterShapes, type RuleOf } from '../../shared/rules/rule-pack.ts';
import { claimKinds, type Grade } from '../../shared/rules/rule-parts.ts';

/** Ids of the shape the vault gives: a word and ten characters. */
export const idOf = (word: string, serial: number | string): string =>
  `${word}-${String(serial).padStart(10, '0')}`;

const SCAN = 'a'.repeat(64);
const stamps = { createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' };

export const person = (change: Partial<Person> = {}): Person => ({
  id: idOf('person', 1),
  name: '王秀兰',
  citizenId: '532800195001010019',
  scheme: 'resident',
  standing: 'retired',
  insuredPlaceCode: '532800',
  insuredPlaceName: '西双版纳傣族自治州',
  livingPlaceName: '昆明',
  phone: '13800000000',
  socialSecurityCard: 'A12345678',
  payeeName: '王秀兰',
  bankName: '农业银行',
  bankAccount: '6228480402564890018',
  note: '',
  archived: false,
  ...stamps,
  ...change,
});

export const visit = (change: Partial<Visit> = {}): Visit => ({
  id: idOf('visit', 1),
  personId: idOf('person', 1),
  kind: 'chronic-outpatient',
  hospital: '昆明医科大学第一附属医院',
  department: '内分泌科',
  date: '2026-03-18',
  endDate: '',
  diagnosis: '2型糖尿病',
  diseaseCode: 'M01600',
  diseaseName: '糖尿病',
  note: '',
  removed: false,
  ...stamps,
  ...change,
});

export const invoice = (change: Partial<Invoice> = {}): Invoice => ({
  id: idOf('invoice', 1),
  visitId: idOf('visit', 1),
  kind: 'fiscal-receipt',
  code: '53060126',
  number: '0000000001',
  checkCode: 'a1b2c3',
  issueDate: '2026-03-18',
  totalFen: 26840,
  fundFen: 0,
  otherFen: 0,
  accountFen: 0,
  cashFen: 26840,
  selfPaidFen: null,
  ownExpenseFen: 0,
  lines: [
    { name: '二甲双胍缓释片', category: '西药费', quantity: '2', unit: '盒', amountFen: 20000 },
    { name: '糖化血红蛋白测定', category: '化验费', quantity: '1', unit: '次', amountFen: 6840 },
  ],
  note: '',
  twinAccepted: false,
  removed: false,
  ...stamps,
  ...change,
});

export const facts = (change: Partial<PaperFacts> = {}): PaperFacts => ({
  paperId: idOf('paper', 1),
  stamped: 'yes',
  copies: 0,
  originalAt: 'home',
  printedName: '王秀兰',
  printedHospital: '昆明医科大学第一附属医院',
  printedDate: '',
  printedTotalFen: null,
  ...change,
});

export type PaperChange = { paper?: Partial<Paper>; facts?: Partial<PaperFacts> | null };

export function paper(kind: PaperKind, serial: number | string, change: PaperChange = {}): PaperSeen {
  const id = idOf('paper', serial);
  return {
    paper: {
      ...{ id, visitId: idOf('visit', 1), kind, title: '', form: 'original' },
      pages: [{ scan: SCAN, page: 0, turn: 0 }],
      ...change.paper,
    },
    facts: change.facts === null ? null : facts({ paperId: id, ...change.facts }),
  };
}

const four = ['invoice', 'itemized-list', 'prescription', 'medical-record'] as const;
const threeOfStay = ['invoice', 'itemized-list', 'discharge-summary'] as const;

/** A visit with its invoice and its papers; `serial` keeps several apart. */
export function seen(change: Partial<Visit> = {}, serial = 1): VisitSeen {
  const one = visit({ id: idOf('visit', serial), ...change });
  const number = String(serial).padStart(10, '0');
  const kinds = one.kind === 'inpatient' ? threeOfStay : four;
  return {
    visit: one,
    invoices: [
      invoice({ id: idOf('invoice', serial), visitId: one.id, number, issueDate: one.endDate || one.date }),
    ],
    papers: kinds.map((kind, at) => paper(kind, `${serial}${at}`, { paper: { visitId: one.id } })),
  };
}

/** Everything of a visit, changed. */
export const withVisit = (change: Partial<VisitSeen>, of: VisitSeen = seen()): VisitSeen => ({
  ...of,
  ...change,
});

/** The papers of a visit without one kind. */
export const without = (kind: PaperKind, of: VisitSeen = seen()): VisitSeen => ({
  ...of,
  papers: of.papers.filter((one) => one.paper.kind !== kind),
});

/** One paper of the visit, changed. */
type Look = Pick<PageFinding, 'code' | 'severity'> & Partial<Pick<PageFinding, 'measure'>>;
/** What intake saw on the pages of the list. */
export const withLooks = (looks: readonly Look[][], edit?: PageEdit, of: VisitSeen = seen()): VisitSeen => ({
  ...of,
  papers: of.papers.map((one) =>
    one.paper.kind === 'itemized-list'
      ? {
          ...one,
          paper: {
            ...one.paper,
            pages: one.paper.pages.map((page) => (edit ? { ...page, edit } : page)),
          },
          looks: looks.map((page) => page.map((found) => ({ measure: 0, ...found, box: null }))),
        }
      : one,
  ),
});

/** A person has looked at the first page of the list and said that it can be read. */
export const withConfirmed = (of: VisitSeen, codes: readonly PageFinding['code'][]): VisitSeen => ({
  ...of,
  papers: of.papers.map((one) =>
    one.looks ? { ...one, confirmed: [{ codes: [...codes], on: '2026-03-20' }] } : one,
  ),
});

export const withPaper = (kind: PaperKind, change: PaperChange, of: VisitSeen = seen()): VisitSeen => ({
  ...of,
  papers: of.papers.map((one) =>
    one.paper.kind === kind
      ? {
          paper: { ...one.paper, ...change.paper },
          facts:
            change.facts === null
              ? null
              : { ...facts({ paperId: one.paper.id }), ...one.facts, ...change.facts },
        }
      : one,
  ),
});

export const withMore = (kind: PaperKind, of: VisitSeen = seen(), change: PaperChange = {}): VisitSeen => ({
  ...of,
  papers: [...of.papers, paper(kind, `9${of.papers.length}`, change)],
});

export const withInvoice = (change: Partial<Invoice>, of: VisitSeen = seen()): VisitSeen => ({
  ...of,
  invoices: of.invoices.map((one) => ({ ...one, ...change })),
});

export const hospital = (change: Partial<Hospital> = {}): Hospital => ({
  id: idOf('hospital', 1),
  name: '昆明医科大学第一附属医院',
  aliases: ['昆医附一院'],
  grade: 'tertiary',
  code: 'H53010200001',
  cityCode: '530100',
  cityName: '昆明',
  designated: true,
  ...change,
});

export const filing = (change: Partial<Filing> = {}): Filing => ({
  id: idOf('filing', 1),
  personId: idOf('person', 1),
  category: 'long-term-resident',
  from: '2025-06-01',
  to: '',
  cityCode: '530100',
  cityName: '昆明',
  hospitals: [],
  waitingDays: null,
  how: 'app',
  proofId: null,
  note: '',
  ...change,
});

export const approval = (change: Partial<Approval> = {}): Approval => ({
  id: idOf('approval', 1),
  personId: idOf('person', 1),
  diseaseCode: 'M01600',
  diseaseName: '糖尿病',
  from: '2025-01-01',
  to: '2027-12-31',
  hospitals: [],
  proofId: null,
  note: '',
  ...change,
});

export const standing = (kind: PaperKind, change: Partial<StandingPaper> = {}): StandingPaper => ({
  ...{ id: idOf('standing', kind.length), personId: idOf('person', 1), kind, title: '', expires: '' },
  pages: [{ scan: SCAN, page: 0, turn: 0 }],
  ...change,
});

export const event = (change: Partial<ClaimEvent>): ClaimEvent => ({
  ...{ id: idOf('event', 1), claimId: idOf('claim', 1), step: 'handed-in', on: '2026-04-01', payer: 'basic' },
  ...{ office: '州医保中心', channel: 'window', receiptNumber: '', reasons: [], wanted: [], until: '' },
  ...{ amountFen: null, note: '', recordedAt: '2026-04-01T00:00:00Z' },
  ...change,
});

export const twin = (change: Partial<InvoicePlace> = {}): InvoicePlace => ({
  ...{
    invoiceId: idOf('invoice', 77),
    key: 'fiscal:53060126:0000000001',
    number: '0000000001',
    totalFen: 26840,
  },
  ...{ visitId: idOf('visit', 77), visitDate: '2026-02-01', hospital: '昆明市第一人民医院' },
  ...{ personId: idOf('person', 1), personName: '王秀兰', claimId: null, claimNumber: '', submittedOn: '' },
  ...change,
});

type RuleInput<C extends Chapter> = Omit<z.input<(typeof chapterShapes)[C]>, 'id' | 'source'> & {
  id?: string;
};

/** One rule as it stands in a resolved pack; grade C is a hint. */
export function rule<C extends Chapter>(
  chapter: C,
  fields: RuleInput<C>,
  grade: Grade = 'A',
): ResolvedRule<C> {
  const parsed = chapterShapes[chapter].parse({ id: `r-${chapter}`, source: 's', ...fields }) as RuleOf<C>;
  const names = { 'zh-CN': '西双版纳', en: 'Xishuangbanna' };
  const kinds = parsed.claims.length > 0 ? parsed.claims : claimKinds;
  const schemes = parsed.scheme === 'any' ? (['employee', 'resident'] as const) : [parsed.scheme];
  return {
    chapter,
    rule: parsed,
    source: {
      id: 's',
      title: names,
      url: 'example.gov.cn',
      date: '2025-01-01',
      dateMeans: 'published',
      grade,
    },
    ...{ place: '532800', placeName: names, level: 'city', hint: grade === 'C' },
    cells: kinds.flatMap((kind) => schemes.map((scheme) => cellOf(kind, scheme))),
  };
}

const outpatient = ['chronic-outpatient', 'outpatient', 'emergency'] as const;
const wanted = (kind: PaperKind, more: object = {}) => ({
  kind,
  form: 'any' as const,
  stamp: 'none' as const,
  ...more,
});

/** The rules the cases begin with: papers like the national list, a year from the receipt, filing, approvals, accounts. */
export const rules = {
  invoice: rule('papers', { id: 'r-invoice', anyOf: [wanted('invoice', { form: 'original' })] }),
  list: rule('papers', { id: 'r-list', anyOf: [wanted('itemized-list', { stamp: 'hospital' })] }),
  record: rule('papers', {
    ...{ id: 'r-record', claims: [...outpatient] },
    anyOf: [wanted('prescription'), wanted('medical-record')],
  }),
  discharge: rule('papers', {
    ...{ id: 'r-discharge', claims: ['inpatient'] },
    anyOf: [wanted('discharge-summary'), wanted('diagnosis-certificate')],
  }),
  identity: rule('papers', { id: 'r-identity', anyOf: [wanted('identity-card', { issuer: 'person' })] }),
  emergency: rule('papers', {
    id: 'r-emergency',
    situation: 'emergency',
    anyOf: [wanted('emergency-proof')],
  }),
  deadline: rule('deadlines', {
    terms: [{ kind: 'months-from', anchor: 'receipt', months: 12 }],
    late: 'refused',
  }),
  filing: rule('filing', {
    needed: true,
    cityMustMatch: true,
    withoutFiling: 'unknown',
    emergencyCountsAsFiled: true,
  }),
  approval: rule('approvals', {
    needed: true,
    diseaseMustMatch: true,
    hospitalMustMatch: true,
    daysOfSupply: 90,
  }),
  account: rule('accounts', { accept: ['social-security-card', 'own-bank-card'] }),
  split: rule('splits', { by: ['calendar-year'] }),
  hospitals: rule('hospitals', { allow: 'designated', otherwise: 'refused' }),
};

export const pack = (
  list: readonly ResolvedRule[] = Object.values(rules),
  verified = true,
): ResolvedPack => ({
  ...{ place: '532800', layers: [], verified, verifiedChapters: [] },
  rules: [...list],
});

/** The usual rules with some replaced or left out (null) and others added. */
export function packWith(
  change: Partial<Record<keyof typeof rules, ResolvedRule | null>>,
  ...more: ResolvedRule[]
): ResolvedPack {
  const kept = Object.entries({ ...rules, ...change }).flatMap(([, one]) =>
    one ? [one as ResolvedRule] : [],
  );
  return pack([...kept, ...more]);
}

/** Ready: every check passes, with nothing but calm. */
export const input = (change: Partial<ReadinessInput> = {}): ReadinessInput => ({
  claim: { id: idOf('claim', 1), number: '2026-王秀兰-01', personId: idOf('person', 1), status: 'draft' },
  visits: [seen()],
  person: person(),
  payeeKind: 'own-bank-card',
  standingPapers: [standing('identity-card')],
  filings: [filing()],
  approvals: [approval()],
  hospitals: [hospital()],
  vaultInvoices: [],
  events: [],
  pack: pack(),
  today: '2026-05-06',
  ...change,
});
