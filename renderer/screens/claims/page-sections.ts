// The pages of a packet in sections, as the list at the left shows them: the front, then per visit or per paper kind.

import type { PacketOrder, PaperKind } from '../../../shared/domain.ts';
import type { PressPage } from '../../packet-press/press-messages.ts';

export type PageSection = {
  key: string;
  /** What the section is about; the front has neither. */
  visit: number | null;
  paper: PaperKind | null;
  pages: PressPage[];
};

/** Pages in their order; a new section begins where the visit (or, by kind, the paper kind) changes. */
export function sectionsOf(pages: PressPage[], order: PacketOrder): PageSection[] {
  const sections: PageSection[] = [];
  for (const [at, own] of pages.entries()) {
    const page = ownerOf(pages, at);
    const isFront = page.kind === 'front';
    const visit = isFront || order === 'kind' ? null : page.visit;
    const paper = isFront || order === 'visit' ? null : page.paper;
    const last = sections.at(-1);
    const sameFront = last !== undefined && (last.visit === null && last.paper === null) === isFront;
    if (last && sameFront && last.visit === visit && last.paper === paper) last.pages.push(own);
    else sections.push({ key: `${own.number}`, visit, paper, pages: [own] });
  }
  return sections;
}

/** Which section a page is in, by position; -1 when it is in none. */
export function sectionAt(sections: PageSection[], number: number): number {
  return sections.findIndex(({ pages }) => pages.some((page) => page.number === number));
}

/** A divider or a blank page goes with the page behind it; at the very end, with the one before. */
function ownerOf(pages: PressPage[], at: number): PressPage {
  const behind = pages.slice(at).find(({ kind }) => kind !== 'filler');
  return behind ?? pages.findLast(({ kind }) => kind !== 'filler') ?? (pages[at] as PressPage);
}
