// What a person may choose for a packet and for the sheets beside it. The defaults leave the packet as it is without them.

import { z } from 'zod';

const wording = z.string().trim().max(60);

/** 'mark' prints 复印件 on copies; 'line' adds a sentence to sign. Common practice, no rule found (domain.md section 6). */
export const copyMarks = ['none', 'mark', 'line'] as const;
export const archiveForms = ['none', 'pdfa-2b'] as const;

export const packetOptions = z.object({
  /** A page with every paper, original or copy, pages, seal present, a box to tick. */
  checklist: z.boolean().default(false),
  /** A page in front of every section. */
  dividers: z.boolean().default(false),
  /** Sections start on odd pages; a page that only fills up says so. */
  duplex: z.boolean().default(false),
  /** A QR code on the cover that finds the claim again: `guibao:claim:<number>`. */
  claimCode: z.boolean().default(false),
  copyMark: z.enum(copyMarks).default('none'),
  /** '' for the usual wording. */
  copyWording: wording.default(''),
  /** Only on identity cards, bank cards and social-security cards, whatever is chosen. */
  purposeMark: z.boolean().default(false),
  purposeWording: wording.default(''),
  archive: z.enum(archiveForms).default('none'),
});
export type PacketOptions = z.infer<typeof packetOptions>;
export const usualPacketOptions: PacketOptions = packetOptions.parse({});

/** Printed sizes of receipts in millimetres. None was found in an official text: `verified` is false for all of them. */
export const pasteSize = z.object({
  width: z.number().min(20).max(297),
  height: z.number().min(20).max(297),
  verified: z.boolean(),
});
export const receiptForms = ['digital', 'fiscal', 'vat', 'paper'] as const;
export type ReceiptForm = (typeof receiptForms)[number];
export const usualPasteSizes: Record<ReceiptForm, z.infer<typeof pasteSize>> = {
  digital: { width: 210, height: 140, verified: false },
  fiscal: { width: 190, height: 101.6, verified: false },
  vat: { width: 210, height: 140, verified: false },
  paper: { width: 190, height: 101.6, verified: false },
};

/** Habits of offices: domain-2.md section 5 (Tianjin: right to left, 5 to 10 mm apart; separate sheets by grade). */
export const pasteOptions = z.object({
  direction: z.enum(['ltr', 'rtl']).default('ltr'),
  /** 0: one below the other; else the papers lie like fish scales this far apart, in millimetres. */
  overlap: z.number().min(0).max(30).default(0),
  /** Where the number of a receipt stands in its area. */
  numbering: z.enum(['upper-right', 'lower-right']).default('upper-right'),
  /** What never shares a sheet. */
  groupBy: z.enum(['none', 'visit', 'hospitalGrade']).default('none'),
  /** Grade by name of hospital; a hospital without one stands on sheets of its own. */
  hospitalGrades: z.record(z.string(), z.string().max(20)).default({}),
  /** Sizes that are known better than the usual ones. */
  sizes: z.partialRecord(z.enum(receiptForms), pasteSize).default({}),
});
export type PasteOptions = z.infer<typeof pasteOptions>;

const note = z.string().trim().max(120);
/** What the person at the counter should know about the office; '' leaves a line to write on. */
export const officeFacts = z.object({
  name: note.default(''),
  address: note.default(''),
  phone: note.default(''),
  hours: note.default(''),
  remark: note.default(''),
});
export type OfficeFacts = z.infer<typeof officeFacts>;

export const sheetOptions = z.object({
  paste: pasteOptions.default(pasteOptions.parse({})),
  office: officeFacts.default(officeFacts.parse({})),
  /** Invoices on one sheet. */
  perSheet: z.literal([2, 4]).default(2),
});
export type SheetOptions = z.infer<typeof sheetOptions>;
