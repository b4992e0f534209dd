// A packet before it is drawn: what stands on which page. Claims and folders both become one of these.

import type { Language, PaperKind } from '../../shared/domain.ts';
import type { PacketSource } from '../../shared/packet-plan.ts';
import type { PlacedSource } from '../../shared/packet-proof/manifest.ts';
import type { ProblemFact } from '../../shared/problems.ts';
import type { PacketFont } from './layout/packet-font.ts';
import type { Sheet } from './layout/sheet.ts';
import type { Element } from './layout/structure.ts';
import type { Bookmark } from './writer/outline.ts';

export type PageKind = 'cover' | 'contents' | 'paper' | 'gap' | 'unusable' | 'divider' | 'blank' | 'sheet';

/** Where a page of the packet came from: the map the reports print and the preview's list is made from. */
export type PacketPage = {
  /** Page of the packet, from 1. */
  packet: number;
  kind: PageKind;
  /** Index into the plan's visits (or a folder's files); null on front pages. */
  visit: number | null;
  paper: PaperKind | null;
  /** What the page is: 发票, 病历 2/3 */
  label: string;
  /** What it stands under: the visit, or the kind of paper, as the bookmarks name it; '' on front pages. */
  section: string;
  /** The page of the scan, from 0. Also on an `unusable` page: the page that should have been here. */
  source?: { scan: string; page: number; edit?: { text: string } | undefined };
  /** The pages of scans that share this page, in their order. */
  sources?: { scan: string; page: number }[];
  /** How and where its sources stand on it, for the manifest. */
  placed?: PlacedSource[];
  /** Why the page is `unusable`. */
  problem?: ProblemFact;
};

/** A page that says something instead of showing a paper. */
export type Notice = {
  title: string;
  lead: string;
  facts: { name: string; value: string }[];
  advice: { title: string; steps: string[] };
};

/** Draws a placed source page, `operators` in page coordinates, as `figure`, and what is printed on it or beside it. */
export type Dress = (sheet: Sheet, operators: string, figure: Element) => void;

export type BodyPage = Omit<PacketPage, 'packet' | 'kind' | 'source' | 'sources' | 'placed' | 'problem'> & {
  /** The middle of the footer: paper kind and visit date. */
  footer: string;
} & (
    | { source: PacketSource; dress?: Dress | undefined }
    | { notice: Notice }
    /** Several source pages on one sheet; the n-th is the form `X<n>`, drawn in page coordinates. */
    | { gathered: PacketSource[]; arrange: (sheet: Sheet) => void }
    | { own: { kind: PageKind; draw: (font: PacketFont) => Sheet } }
  );

export type FrontSheet = { sheet: Sheet; kind: PageKind; label: string };
export type FrontPlace = { firstBodyPage: number; pages: number };

export type PacketDraft = {
  language: Language;
  /** The left of the footer. */
  number: string;
  /** Document title. */
  title: string;
  sample: boolean;
  /** Says what its pages mean (tagged PDF). Left out where every byte counts: a page of a photograph would cost 70 more. */
  tagged?: boolean;
  /** Written as PDF/A-2b. */
  archive?: boolean | undefined;
  body: BodyPage[];
  front: (font: PacketFont, place: FrontPlace) => FrontSheet[];
  bookmarks: (front: readonly FrontSheet[]) => Bookmark[];
  /** Every text a person typed that will be printed, with the name of its field: checked against the font first. */
  texts: { field: string; text: string }[];
  /** How many pages a person left out. */
  leftOut?: number;
  /** What a search in the finished file must find on its own pages. */
  says?: string[];
};
