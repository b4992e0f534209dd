// What the page and the outputs worker say to each other; everything here survives a structured clone.

import type { PacketPlan } from '../../shared/packet-plan.ts';
import type { PortalProfile } from '../../shared/portal-profile.ts';
import type { ProblemFact } from '../../shared/problems.ts';
import type { PortalRow } from '../packet/portal/plan-portal.ts';
import type { PortalShortage } from '../packet/portal/shortages.ts';
import type { SheetWish } from '../packet/sheets/sheet-document.ts';

export type OutputJob =
  | { type: 'sheet'; plan: PacketPlan; wish: SheetWish }
  | { type: 'portal'; plan: PacketPlan; profile: PortalProfile }
  | { type: 'twin'; plan: PacketPlan };

/** `pictures` are the first pages of the PDF, opened again. */
export type SheetOutput = { pdf: Blob; pageCount: number; pictures: ImageBitmap[] };
/** No files when it does not fit; `all` holds the files in one archive. */
export type PortalOutcome = {
  files: { name: string; pages: number; bytes: Blob }[];
  all: Blob;
  rows: PortalRow[];
  shortages: PortalShortage[];
};
export type OutputResults = { sheet: SheetOutput; portal: PortalOutcome; twin: Blob };

export type FromOutputs =
  | { type: 'progress'; done: number; total: number }
  | { type: 'done'; result: OutputResults[keyof OutputResults] }
  | { type: 'failed'; problem: ProblemFact };
