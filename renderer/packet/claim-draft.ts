// From the plan of a claim to the pages of its packet: sections, papers, gaps, bookmarks.

import { type PaperKind, paperKinds } from '../../shared/domain.ts';
import { usualPacketOptions } from '../../shared/packet-options.ts';
import type { PacketPaper, PacketPlan, PacketVisit } from '../../shared/packet-plan.ts';
import { domainWords } from '../../shared/words/domain.ts';
import { claimTexts } from './claim-texts.ts';
import type { BodyPage, FrontSheet, PacketDraft } from './draft.ts';
import { type ClaimFront, layClaimFront } from './front/claim-front.ts';
import { gapNotice } from './front/gap-notice.ts';
import { layReply } from './front/reply.ts';
import { replyWords } from './front/reply-words.ts';
import { claimSays } from './manifest.ts';
import { addFrontSheets } from './sheets/front-sheets.ts';
import { dressPages } from './sheets/marks.ts';
import { leadPages, spaceSections } from './sheets/sections.ts';
import { packetWords } from './words.ts';
import type { Bookmark } from './writer/outline.ts';

/** A paper and its place: `start` counts body pages from 0. A gap has one page. */
export type Entry = {
  visit: number;
  paper: PacketPaper;
  label: string;
  gap: boolean;
  start: number;
  count: number;
};
/** `lead` pages stand in front of a section: what fills up the sheet before it, then its divider. */
export type Section = { title: string; entries: Entry[]; lead?: ('blank' | 'divider')[] };

export function draftClaim(plan: PacketPlan): PacketDraft {
  const options = plan.options ?? usualPacketOptions;
  const sections = spaceSections(sectionsOf(plan), options);
  return {
    language: plan.language,
    number: plan.number,
    title: [titleOf(plan), plan.person.name, plan.number].filter(Boolean).join(' · '),
    sample: plan.sample,
    tagged: true,
    archive: options.archive === 'pdfa-2b' || undefined,
    body: sections.flatMap((section) => [
      ...leadPages(plan, section),
      ...section.entries.flatMap((entry) => dressPages(plan, entry, pagesOf(plan, section, entry))),
    ]),
    front: (font, place) => addFrontSheets({ font, plan, sections, place }, layFront),
    bookmarks: (front) => [
      ...front
        .map(({ label }, at) => ({ title: label, page: at + 1, children: [] }))
        .filter(({ title }, at) => title && front.findIndex(({ label }) => label === title) === at),
      ...sections.map((section) => sectionBookmark(plan, section, front.length)),
    ],
    texts: [
      ...claimTexts(plan),
      { field: 'copyWording', text: options.copyWording },
      { field: 'purposeWording', text: options.purposeWording },
    ],
    says: claimSays(plan),
    leftOut: plan.excluded?.length ?? 0,
  };
}

const titleOf = ({ language, supplement }: PacketPlan): string =>
  supplement ? replyWords[language].title : packetWords[language].cover;

const layFront = (front: ClaimFront): FrontSheet[] =>
  front.plan.supplement ? layReply(front, front.plan.supplement) : layClaimFront(front);

export const visitTitle = (visit: PacketVisit): string =>
  [visit.date, visit.hospital].filter(Boolean).join(' ');

export function sectionsOf(plan: PacketPlan): Section[] {
  let start = 0;
  const enter = (visit: number, paper: PacketPaper): Entry => {
    const gap = paper.pages.length === 0;
    const count = Math.max(1, paper.pages.length);
    const entry = { visit, paper, label: paperLabel(plan, paper), gap, start, count };
    start += count;
    return entry;
  };
  const { paper: names } = domainWords[plan.language];
  const sections: Section[] =
    plan.order === 'visit'
      ? plan.visits.map((visit, at) => ({
          title: visitTitle(visit),
          entries: visit.papers.map((paper) => enter(at, paper)),
        }))
      : paperKinds.map((kind) => ({
          title: names[kind],
          entries: plan.visits.flatMap((visit, at) =>
            visit.papers.filter((paper) => paper.kind === kind).map((paper) => enter(at, paper)),
          ),
        }));
  return sections.filter(({ entries }) => entries.length > 0);
}

export function paperLabel(plan: PacketPlan, paper: { kind: PaperKind; title: string }): string {
  return paper.title || domainWords[plan.language].paper[paper.kind];
}

function pagesOf(plan: PacketPlan, section: Section, entry: Entry): BodyPage[] {
  const visit = plan.visits[entry.visit] as PacketVisit;
  const words = packetWords[plan.language];
  const shared = {
    visit: entry.visit,
    paper: entry.paper.kind,
    section: section.title,
    footer: `${entry.label} · ${visit.date}`,
  };
  if (entry.gap) {
    const label = words.gapTitle(entry.label);
    return [{ ...shared, label, footer: `${label} · ${visit.date}`, notice: gapNotice(plan, visit, entry) }];
  }
  return entry.paper.pages.map((source, at) => ({
    ...shared,
    label: entry.count > 1 ? `${entry.label} ${at + 1}/${entry.count}` : entry.label,
    source,
  }));
}

function sectionBookmark(plan: PacketPlan, { title, entries }: Section, front: number): Bookmark {
  const words = packetWords[plan.language];
  const children = entries.map((entry) => {
    const own =
      plan.order === 'visit' ? entry.label : `${visitTitle(plan.visits[entry.visit] as PacketVisit)}`;
    const name = plan.order === 'visit' || entry.label === title ? own : `${own} ${entry.label}`;
    return {
      title: entry.gap ? words.gapTitle(name) : name,
      page: front + entry.start + 1,
      children: [],
    };
  });
  return { title, page: children[0]?.page ?? 1, children };
}
