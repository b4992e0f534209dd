// What an online portal takes: kinds of files, how large, how many, how they are called. Data, so that it can be edited.

import { z } from 'zod';
import { languages } from '../../../shared/domain.ts';

export const portalOutputs = ['jpg-per-page', 'pdf', 'pdf-per-kind'] as const;
export type PortalOutput = (typeof portalOutputs)[number];

export const portalProfile = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: z.partialRecord(z.enum(languages), z.string().max(80)),
  /** 'design': our own careful choice, no portal's rule; 'office': as a portal or an office says. */
  source: z.enum(['design', 'office']),
  outputs: z.array(z.enum(portalOutputs)).min(1),
  /** Every file is smaller; a megabyte is 1,000,000 bytes, the smaller of the two readings. */
  maxFileBytes: z.int().min(50_000),
  maxFiles: z.int().min(1).nullable(),
  /** Longer side of a picture, about; the floor of legibility goes before it. */
  longEdge: z.int().min(600).max(6000),
  /** {serial} {date} {hospital} {paper} {page} {number} {person}; what is empty leaves no trace. */
  namePattern: z.string().min(1).max(120).includes('{serial}'),
});
export type PortalProfile = z.infer<typeof portalProfile>;

const MEGABYTE = 1_000_000;
const namePattern = '{serial}-{date}-{hospital}-{paper}-{page}';

/** domain-2.md section 3.2: no portal's limits are confirmed, so these are designs. */
export const portalProfiles: readonly PortalProfile[] = [
  {
    id: 'safe',
    title: { 'zh-CN': '稳妥：每页一张 JPG，另附 PDF', en: 'Safe: a JPG for each page, and a PDF' },
    source: 'design',
    outputs: ['jpg-per-page', 'pdf-per-kind'],
    maxFileBytes: 2 * MEGABYTE,
    maxFiles: null,
    longEdge: 2000,
    namePattern,
  },
  {
    id: 'pdf-10',
    title: { 'zh-CN': '一个 PDF，不超过 10 MB', en: 'One PDF of at most 10 MB' },
    source: 'design',
    outputs: ['pdf'],
    maxFileBytes: 10 * MEGABYTE,
    maxFiles: 1,
    longEdge: 2400,
    namePattern: '{serial}-{number}',
  },
  {
    id: 'pdf-2',
    title: { 'zh-CN': '一个 PDF，不超过 2 MB', en: 'One PDF of at most 2 MB' },
    source: 'design',
    outputs: ['pdf'],
    maxFileBytes: 2 * MEGABYTE,
    maxFiles: 1,
    longEdge: 2000,
    namePattern: '{serial}-{number}',
  },
];
