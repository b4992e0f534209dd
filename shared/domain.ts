// The domain's values as they cross processes: shapes, units, limits. Text that is not known is '' and money is fen.

import { z } from 'zod';
import { isCalendarDate } from './dates.ts';
import { LARGEST_FEN } from './money.ts';
import { pageEdit } from './page-edit.ts';
import { pageConfirmation, pageFinding } from './page-findings.ts';

export const id = z.string().regex(/^[a-z]+-[0-9a-z]{10}$/);
const text = z.string().trim().max(200);
const longText = z.string().max(5000);
export const dateText = z.string().refine(isCalendarDate, { error: 'date-invalid' });
const dateOrEmpty = z.union([z.literal(''), dateText]);
export const fen = z.int().min(0).max(LARGEST_FEN);
const fenOrUnknown = fen.nullable();

/** 险种: employee (职工) or resident (城乡居民) scheme. */
export const schemes = ['employee', 'resident'] as const;
/** 人员类别: working (在职), retired (退休); '' when it does not apply or is not known. */
export const standings = ['', 'working', 'retired'] as const;

export const personFields = z.object({
  name: text.min(1, { error: 'name-empty' }),
  citizenId: z.string().max(40),
  scheme: z.enum(schemes),
  standing: z.enum(standings),
  /** 参保地: six digits of GB/T 2260, '' while unknown, and the name as shown. */
  insuredPlaceCode: z.string().max(6),
  insuredPlaceName: text,
  /** Where the person lives and is treated (就医地), as shown. */
  livingPlaceName: text,
  phone: z.string().trim().max(40),
  socialSecurityCard: z.string().trim().max(40),
  /** 收款: name of the account holder, bank with branch, account number. */
  payeeName: text,
  bankName: text,
  bankAccount: z.string().trim().max(40),
  note: longText,
});
export type PersonFields = z.infer<typeof personFields>;
/** A person of whom nothing is known yet: where a form and the command line begin. */
export const unknownPerson: PersonFields = {
  name: '',
  citizenId: '',
  scheme: 'employee',
  standing: '',
  insuredPlaceCode: '',
  insuredPlaceName: '',
  livingPlaceName: '',
  phone: '',
  socialSecurityCard: '',
  payeeName: '',
  bankName: '',
  bankAccount: '',
  note: '',
};
export const person = personFields.extend({
  id,
  archived: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Person = z.infer<typeof person>;

/** 门诊慢特病, 普通门诊, 急诊, 住院 */
export const visitKinds = ['chronic-outpatient', 'outpatient', 'emergency', 'inpatient'] as const;
export type VisitKind = (typeof visitKinds)[number];

export const visitFields = z.object({
  personId: id,
  kind: z.enum(visitKinds),
  hospital: text,
  department: text,
  /** Day of the visit, or of admission (入院). */
  date: dateText,
  /** Day of discharge (出院) of an inpatient stay, else ''. */
  endDate: dateOrEmpty,
  diagnosis: text,
  /** M-code of the approved chronic disease (慢特病病种), else ''; and its name. */
  diseaseCode: z.string().max(10),
  diseaseName: text,
  note: longText,
});
export type VisitFields = z.infer<typeof visitFields>;
export const visit = visitFields.extend({
  id,
  removed: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Visit = z.infer<typeof visit>;

/** 医疗收费票据（电子）, 数电发票, 增值税电子发票, paper receipt (纸质票据) */
export const invoiceKinds = ['fiscal-receipt', 'digital-invoice', 'vat-invoice', 'paper-receipt'] as const;
export type InvoiceKind = (typeof invoiceKinds)[number];

export const invoiceLine = z.object({
  name: text,
  /** 大项, such as 西药费 */
  category: text,
  /** As printed: "2", "0.5" */
  quantity: z.string().max(20),
  unit: z.string().max(20),
  amountFen: z.int().min(-LARGEST_FEN).max(LARGEST_FEN),
});
export type InvoiceLine = z.infer<typeof invoiceLine>;

export const invoiceFields = z.object({
  visitId: id,
  kind: z.enum(invoiceKinds),
  /** 票据代码: 8 digits (fiscal), none (digital), 10 or 12 digits (VAT) */
  code: z.string().max(20),
  /** 票据号码: 10 digits (fiscal), 20 digits (digital), 8 digits (VAT) */
  number: z.string().max(30),
  /** 校验码: 6 of 0-9a-z (fiscal), 20 digits (VAT) */
  checkCode: z.string().max(20),
  issueDate: dateOrEmpty,
  /** 金额合计, tax included */
  totalFen: fen,
  /** 医保统筹基金支付, 其他支付, 个人账户支付, 个人现金支付: together the total; null while unknown */
  fundFen: fenOrUnknown,
  otherFen: fenOrUnknown,
  accountFen: fenOrUnknown,
  cashFen: fenOrUnknown,
  /** 个人自付 (inside the catalogue) and 个人自费 (outside it) */
  selfPaidFen: fenOrUnknown,
  ownExpenseFen: fenOrUnknown,
  lines: z.array(invoiceLine).max(2000),
  note: longText,
});
export type InvoiceFields = z.infer<typeof invoiceFields>;
export const invoice = invoiceFields.extend({
  id,
  /** True when the person said that this is not the invoice it looks the same as. */
  twinAccepted: z.boolean(),
  removed: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Invoice = z.infer<typeof invoice>;

/** The four papers of a visit first (发票, 清单, 处方, 病历), then what a stay, a situation or a bundle may need. */
export const paperKinds = [
  'invoice',
  'itemized-list',
  'prescription',
  'medical-record',
  'discharge-summary',
  'diagnosis-certificate',
  'identity-card',
  'social-security-card',
  'bank-card',
  'filing-form',
  'chronic-approval',
  'application-form',
  'referral',
  'emergency-proof',
  'rescue-record',
  'accident-proof',
  'accident-statement',
  'agent-letter',
  'agent-identity',
  'test-reports',
  'inpatient-record',
  'admission-record',
  'medical-order',
  'settlement-sheet',
  'hospital-grade-proof',
  'drug-form',
  'dialysis-record',
  'material-origin',
  'unsettled-statement',
  'full-payment-proof',
  'loss-statement',
  'invoice-stub',
  'relationship-proof',
  'household-register',
  'death-certificate',
  'birth-certificate',
  'other',
] as const;
export type PaperKind = (typeof paperKinds)[number];
/** Papers of the person, not of a visit: asked for once a bundle, and kept as standing papers. */
export const personPaperKinds = [
  'identity-card',
  'social-security-card',
  'bank-card',
  'filing-form',
  'chronic-approval',
  'application-form',
  'agent-letter',
  'agent-identity',
  'relationship-proof',
  'household-register',
  'death-certificate',
  'birth-certificate',
  'full-payment-proof',
] as const satisfies readonly PaperKind[];
export const fourPapers = ['invoice', 'itemized-list', 'prescription', 'medical-record'] as const;

/** SHA-256 of the original bytes, 64 hex digits: the name of a scan. */
export const scanId = z.string().regex(/^[0-9a-f]{64}$/);
export const turns = [0, 90, 180, 270] as const;
/** Degrees clockwise. */
export const turn = z.literal(turns);
export type Turn = (typeof turns)[number];
/** The same position as one of the four turns; `degrees` is a multiple of 90. */
export const toTurn = (degrees: number): Turn => (((degrees % 360) + 360) % 360) as Turn;

/** One page of a paper: which page of which scan (0-based), what was changed about it, and the turn added, which comes last. */
export const paperPage = z.object({ scan: scanId, page: z.int().min(0), turn, edit: pageEdit.optional() });
export type PaperPage = z.infer<typeof paperPage>;

export const paper = z.object({
  id,
  visitId: id,
  kind: z.enum(paperKinds),
  /** What an 'other' paper is called; '' else. */
  title: text,
  form: z.enum(['original', 'copy']),
  pages: z.array(paperPage).max(2000),
});
export type Paper = z.infer<typeof paper>;

export const mediaTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/tiff',
  'application/pdf',
  'image/heic',
  'image/avif',
  'image/bmp',
  'image/gif',
  'application/ofd',
  'application/xml',
] as const;
export type MediaType = (typeof mediaTypes)[number];

export const scanPage = z.object({
  /** As stored, before any turn: pixels of a picture, points (1/72 inch) of a PDF page's visible box. */
  width: z.number().positive(),
  height: z.number().positive(),
  unit: z.enum(['px', 'pt']),
  /** What makes it upright, decided once at intake: mirror left-right first (EXIF 2, 4, 5, 7), then turn clockwise. */
  mirrored: z.boolean(),
  turn,
  /** Left out while nobody has looked at the page. */
  findings: z.array(pageFinding).optional(),
  /** Each way of showing the page that a person called readable; left out where nobody did. */
  confirmed: z.array(pageConfirmation).optional(),
});
export type ScanPage = z.infer<typeof scanPage>;

export const scan = z.object({
  id: scanId,
  fileName: z.string(),
  mediaType: z.enum(mediaTypes),
  byteLength: z.int(),
  addedAt: z.string(),
  pages: z.array(scanPage),
  /** Present where a copy that opens without the password of the original lies beside it. */
  unlocked: z.literal(true).optional(),
});
export type Scan = z.infer<typeof scan>;

/** A file of a visit that has no pages to print (OFD, XML): it belongs to a paper of this kind. */
export const attachment = z.object({ id, visitId: id, kind: z.enum(paperKinds), scan });
export type Attachment = z.infer<typeof attachment>;

/** A scan that waits to be sorted; `pages` as they will go into a paper, none for a file without pages. */
export const inboxItem = z.object({ id, scan, pages: z.array(paperPage).max(2000), receivedAt: z.string() });
export type InboxItem = z.infer<typeof inboxItem>;

/** 'draft' and 'exported' are set by hand; once a claim has steps, its status is what the last step says. */
export const claimStatuses = [
  'draft',
  'exported',
  'ready',
  'handed-in',
  'accepted',
  'returned',
  'supplemented',
  'decided',
  'paid',
  'refused',
  'withdrawn',
] as const;
/** The papers are still with the person: whether the insured place would accept them is what counts. */
export const isPreparing = (status: (typeof claimStatuses)[number]): boolean =>
  ['draft', 'exported', 'ready', 'returned'].includes(status);

export const packetOrders = ['visit', 'kind'] as const;
export type PacketOrder = (typeof packetOrders)[number];

export const claim = z.object({
  id,
  /** Printed on every page: year, name, serial, as in 2026-王秀兰-01 */
  number: z.string(),
  personId: id,
  title: text,
  status: z.enum(claimStatuses),
  /** by visit: all papers of a visit together; by kind: all invoices, then all lists, ... */
  order: z.enum(packetOrders),
  visitIds: z.array(id),
  removed: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Claim = z.infer<typeof claim>;

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

export const settings = z.object({
  language: z.enum(languages),
  textSize: z.enum(['normal', 'large']),
  theme: z.enum(['system', 'light', 'dark']),
  packetOrder: z.enum(packetOrders),
  /** Whether deadlines that come near are told by the system. */
  notices: z.enum(['on', 'off']),
});
export type Settings = z.infer<typeof settings>;
