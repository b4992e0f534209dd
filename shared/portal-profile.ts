// What an online portal takes: kinds of files, how large, how many, how they are called. Data, kept in the vault, editable.

import { z } from 'zod';
import { languages, paperKinds } from './domain.ts';

export const portalOutputs = ['jpg-per-page', 'pdf', 'pdf-per-kind'] as const;
export type PortalOutput = (typeof portalOutputs)[number];

const maxFileBytes = z.int().min(50_000).max(2_000_000_000);
const maxFiles = z.int().min(1).max(10_000);

/** One place to upload of a portal: which papers go there, how many files, how large each. */
export const portalSlot = z.object({
  title: z.string().trim().min(1).max(60),
  kinds: z.array(z.enum(paperKinds)).min(1),
  maxFiles: maxFiles.nullable().default(null),
  maxFileBytes: maxFileBytes.nullable().default(null),
});
export type PortalSlot = z.infer<typeof portalSlot>;

export const portalFields = z.object({
  title: z.partialRecord(z.enum(languages), z.string().trim().max(80)),
  /** 'design': our own careful choice, no portal's rule; 'office': as a portal or an office says. */
  source: z.enum(['design', 'office']),
  /** Where the figures come from, in words; the day (or month, or year) they are of, '' when unknown. */
  basis: z.partialRecord(z.enum(languages), z.string().trim().max(300)).default({}),
  asOf: z
    .string()
    .regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/)
    .default(''),
  outputs: z.array(z.enum(portalOutputs)).min(1),
  /** No file is larger; a megabyte is 1,000,000 bytes, the smaller of the two readings. */
  maxFileBytes,
  maxFiles: maxFiles.nullable(),
  /** Longer side of a picture, about; the floor of legibility goes before it. */
  longEdge: z.int().min(600).max(6000),
  /** {serial} {date} {hospital} {paper} {page} {number} {person} {slot}; what is empty leaves no trace. */
  namePattern: z.string().trim().min(1).max(120).includes('{serial}'),
  /** A paper in no slot has the limits of the whole. Slots say nothing of one PDF for everything. */
  slots: z.array(portalSlot).max(20).default([]),
});
export type PortalFields = z.infer<typeof portalFields>;

export const portalId = z.string().regex(/^[a-z0-9-]{1,40}$/);
export const portalProfile = portalFields.extend({ id: portalId });
export type PortalProfile = z.infer<typeof portalProfile>;

/** What may stand in a name pattern. */
export const namePlaces = [
  'serial',
  'date',
  'hospital',
  'paper',
  'page',
  'number',
  'person',
  'slot',
] as const;

export const MEGABYTE = 1_000_000;
const namePattern = '{serial}-{date}-{hospital}-{paper}-{page}';
const ours = {
  'zh-CN': '我们的稳妥设想：没有查到哪个网站写明的大小限制。',
  en: 'Our own careful choice: no portal was found that states its limits of size.',
};
/** The day the sources below were last looked at. */
const LOOKED_AT = '2026-11-23';

/** domain-2.md section 3: no portal's limits of size are confirmed, so those are designs. */
export const shippedProfiles: readonly PortalProfile[] = [
  {
    id: 'safe',
    title: { 'zh-CN': '稳妥：每页一张 JPG，另附 PDF', en: 'Safe: a JPG for each page, and a PDF' },
    source: 'design',
    basis: ours,
    asOf: LOOKED_AT,
    outputs: ['jpg-per-page', 'pdf-per-kind'],
    maxFileBytes: 2 * MEGABYTE,
    maxFiles: null,
    longEdge: 2000,
    namePattern,
    slots: [],
  },
  {
    id: 'pdf-10',
    title: { 'zh-CN': '一个 PDF，不超过 10 MB', en: 'One PDF of at most 10 MB' },
    source: 'design',
    basis: ours,
    asOf: LOOKED_AT,
    outputs: ['pdf'],
    maxFileBytes: 10 * MEGABYTE,
    maxFiles: 1,
    longEdge: 2400,
    namePattern: '{serial}-{number}',
    slots: [],
  },
  {
    id: 'pdf-2',
    title: { 'zh-CN': '一个 PDF，不超过 2 MB', en: 'One PDF of at most 2 MB' },
    source: 'design',
    basis: ours,
    asOf: LOOKED_AT,
    outputs: ['pdf'],
    maxFileBytes: 2 * MEGABYTE,
    maxFiles: 1,
    longEdge: 2000,
    namePattern: '{serial}-{number}',
    slots: [],
  },
  {
    id: 'zhejiang',
    title: { 'zh-CN': '浙里办零星报销（浙江）', en: 'Zheliban manual claims (Zhejiang)' },
    source: 'office',
    basis: {
      'zh-CN':
        '浙里办“零星报销”2019 年的页面：发票每张一张照片，就医材料最多 5 张。大小没有写明，按每张 2 MB。现在可能已经改了，请先看页面。',
      en: 'Pages of Zheliban of 2019: a photo for each invoice, at most 5 for medical papers. No size is stated; 2 MB each is ours. It may have changed: look at the site first.',
    },
    asOf: '2019',
    outputs: ['jpg-per-page'],
    maxFileBytes: 2 * MEGABYTE,
    maxFiles: null,
    longEdge: 2000,
    namePattern: '{slot}-{serial}-{date}-{paper}-{page}',
    slots: [
      { title: '发票', kinds: ['invoice'], maxFiles: null, maxFileBytes: null },
      {
        title: '就医材料',
        kinds: [
          'itemized-list',
          'prescription',
          'medical-record',
          'discharge-summary',
          'diagnosis-certificate',
          'medical-order',
        ],
        maxFiles: 5,
        maxFileBytes: null,
      },
    ],
  },
];
