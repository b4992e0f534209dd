// What the packet is made from: data only, in the order of the printed pages. Whoever builds it pulls the pages by address.

import { z } from 'zod';
import { filingCategories, hospitalGrades } from './claim-life.ts';
import {
  languages,
  packetOrders,
  paperKinds,
  person,
  scanId,
  scanPage,
  turns,
  visitKinds,
} from './domain.ts';
import { packetOptions } from './packet-options.ts';
import { packetSupplement, supplementChanges } from './packet-supplement.ts';
import { sourceEdit } from './page-edit.ts';

/**
 * One source page. `form` is what the printable address answers with: JPEG or PNG bytes of this page, or the PDF it is a
 * page of (`page` counts from 0). `extraTurn` is what the person added to the turn decided at intake. With `edit` all else
 * is about the edited picture, which stands upright.
 */
export const packetSource = scanPage.extend({
  scan: scanId,
  fileName: z.string(),
  page: z.int().min(0),
  form: z.enum(['jpeg', 'png', 'pdf']),
  extraTurn: z.literal(turns),
  edit: sourceEdit.optional(),
});
export type PacketSource = z.infer<typeof packetSource>;

/** A paper with no pages is a demand that is not met: it becomes a gap page. `anyOf` names what would satisfy it. */
export const packetPaper = z.object({
  kind: z.enum(paperKinds),
  title: z.string(),
  form: z.enum(['original', 'copy']),
  anyOf: z.array(z.enum(paperKinds)),
  pages: z.array(packetSource),
  /** Only in a supplement: why it is sent. */
  change: z.enum(supplementChanges).optional(),
});
export type PacketPaper = z.infer<typeof packetPaper>;

export const packetVisit = z.object({
  id: z.string(),
  kind: z.enum(visitKinds),
  date: z.string(),
  endDate: z.string(),
  hospital: z.string(),
  department: z.string(),
  diagnosis: z.string(),
  diseaseName: z.string(),
  invoices: z.array(
    z.object({ number: z.string(), code: z.string(), issueDate: z.string(), totalFen: z.int() }),
  ),
  papers: z.array(packetPaper),
  /** What the vault knows of the hospital. */
  hospitalFacts: z.object({ grade: z.enum(hospitalGrades), code: z.string() }).optional(),
  /** Files without pages to print (OFD, XML), by the paper they belong to. */
  attachments: z.array(z.object({ kind: z.enum(paperKinds), scan: scanId, fileName: z.string() })).optional(),
});
export type PacketVisit = z.infer<typeof packetVisit>;

/** What the application sheet says beside person and visits. `paidFen`: by funds and others, on the invoices; null unknown. */
export const packetCover = z.object({
  filings: z.array(
    z.object({ category: z.enum(filingCategories), from: z.string(), to: z.string(), place: z.string() }),
  ),
  paidFen: z.int().nullable(),
});
export type PacketCover = z.infer<typeof packetCover>;

/** `visit` as in packetVisit's id; `page` counts from 0. */
export const excludedPage = z.object({
  scan: scanId,
  page: z.int().min(0),
  visit: z.string(),
  kind: z.enum(paperKinds),
  title: z.string(),
  fileName: z.string(),
  reason: z.string(),
});
export type ExcludedPage = z.infer<typeof excludedPage>;

export const packetPlan = z.object({
  language: z.enum(languages),
  order: z.enum(packetOrders),
  sample: z.boolean(),
  number: z.string(),
  title: z.string(),
  person: person.omit({ id: true, archived: true, createdAt: true, updatedAt: true, note: true }),
  visits: z.array(packetVisit),
  cover: packetCover.optional(),
  /** What was chosen beyond the usual packet. */
  options: packetOptions.optional(),
  /** Pages a person left out, with the reason: not printed, and only counted in what is handed over. */
  excluded: z.array(excludedPage).optional(),
  /** With it the packet is a supplement: only the papers in `visits`, led by a reply to the office. */
  supplement: packetSupplement.optional(),
});
export type PacketPlan = z.infer<typeof packetPlan>;

/** The source pages of a plan in the order in which they are printed: by visit, or kind by kind. */
export function wantedSources({ order, visits }: PacketPlan): PacketSource[] {
  const papers =
    order === 'visit'
      ? visits.flatMap((visit) => visit.papers)
      : paperKinds.flatMap((kind) =>
          visits.flatMap((visit) => visit.papers.filter((paper) => paper.kind === kind)),
        );
  return papers.flatMap(({ pages }) => pages);
}
