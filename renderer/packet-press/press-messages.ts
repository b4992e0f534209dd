// What the page and the press worker say to each other; everything here survives a structured clone.

import type { PaperKind } from '../../shared/domain.ts';
import type { PacketPlan } from '../../shared/packet-plan.ts';
import type { PacketManifest } from '../../shared/packet-proof/manifest.ts';
import type { Finding } from '../../shared/packet-proof/prove-page.ts';
import type { ProblemFact } from '../../shared/problems.ts';

/** One page of the built packet, as the preview lists it. `number` counts from 1. */
export type PressPage = {
  number: number;
  kind: 'front' | 'paper' | 'gap' | 'filler';
  /** Place in the plan's visits; null on the front pages and on fillers: dividers and blank pages. */
  visit: number | null;
  /** null on the front pages. A gap names the paper that is wanted. */
  paper: PaperKind | null;
  /** What the page is, in the packet's language. */
  label: string;
  /** What was placed on it; null for pages the packet writes itself. `page` counts from 0. */
  source: { scan: string; page: number; edit?: { text: string } | undefined } | null;
};

/** What was read back from the built bytes. `pages` are packet page numbers, `names` what was looked for in vain. */
export type PacketCheck = {
  name:
    | 'page-count'
    | 'sources'
    | 'blank'
    | 'alike'
    | 'seals'
    | 'person-name'
    | 'hospital'
    | 'total'
    | 'capitals'
    | 'texts'
    | 'coarse'
    | 'drawn'
    | 'unseen'
    | 'gaps'
    | 'archive'
    | 'left-out';
  passed: boolean;
  count: number;
  expected: number;
  pages: number[];
  names: string[];
};

/** The proof of the very bytes that are handed over. `sealed`: packet pages whose originals carry seals or fields. */
export type PressProof = {
  checks: PacketCheck[];
  findings: Finding[];
  manifest: PacketManifest;
  sealed: number[];
};

export type PressProgress = { step: 'building' | 'checking'; done: number; total: number };

export type ToPress =
  | { type: 'start'; plan: PacketPlan }
  /** `page` counts from 1, `width` in device pixels. */
  | { type: 'draw'; page: number; width: number };

export type FromPress =
  | { type: 'progress'; progress: PressProgress }
  /** Comes again when a page had to be brought in another way: what was drawn before is of no use then. */
  | { type: 'built'; pdf: Blob; pages: PressPage[]; milliseconds: number }
  | ({ type: 'checked'; milliseconds: number } & PressProof)
  | { type: 'drawn'; page: number; width: number; bitmap: ImageBitmap }
  | { type: 'draw-failed'; page: number; width: number; problem: ProblemFact }
  | { type: 'failed'; problem: ProblemFact };
