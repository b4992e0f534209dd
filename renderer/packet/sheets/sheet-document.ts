// The sheets that do not belong to the packet but go with it, each a small PDF of its own.

import type { SheetOptions } from '../../../shared/packet-options.ts';
import type { PacketPlan } from '../../../shared/packet-plan.ts';
import { draftClaim, sectionsOf } from '../claim-draft.ts';
import { claimTexts } from '../claim-texts.ts';
import { composePacket } from '../compose.ts';
import type { FrontPlace, FrontSheet, PacketDraft, PacketPage } from '../draft.ts';
import { layClaimFront } from '../front/claim-front.ts';
import type { PacketFont } from '../layout/packet-font.ts';
import type { Supplies } from '../source-desk.ts';
import type { Sink } from '../writer/object-writer.ts';
import { layChecklist } from './checklist.ts';
import { layCounterSheet } from './counter-sheet.ts';
import { addFrontSheets } from './front-sheets.ts';
import { gatherPages } from './n-up.ts';
import { layPasteSheets } from './paste-sheets.ts';
import { sheetWords } from './words.ts';

export const sheetKinds = ['checklist', 'paste', 'counter', 'n-up'] as const;
export type SheetKind = (typeof sheetKinds)[number];
export type SheetWish = { kind: SheetKind; options: SheetOptions };

/** Answers the map of pages; same plan, same bytes. Throws character-missing, page-unusable, cancelled. */
export const writeSheets = (
  plan: PacketPlan,
  wish: SheetWish,
  { supplies, sink }: { supplies: Supplies; sink: Sink },
): Promise<PacketPage[]> => composePacket(draftSheets(plan, wish), supplies, sink);

export function draftSheets(plan: PacketPlan, { kind, options }: SheetWish): PacketDraft {
  const title = titleOf(plan, kind);
  const body = kind === 'n-up' ? gatherPages(plan, options.perSheet) : [];
  return {
    language: plan.language,
    number: plan.number,
    title: [title, plan.person.name, plan.number].filter(Boolean).join(' · '),
    sample: plan.sample,
    tagged: true,
    body,
    front: (font) => (body.length > 0 ? [] : layKind(plan, { kind, options }, font)),
    bookmarks: () => [],
    says: [],
    texts: [
      ...claimTexts(plan),
      ...Object.values(options.office).map((text) => ({ field: 'office', text })),
      ...Object.values(options.paste.hospitalGrades).map((text) => ({ field: 'hospitalGrade', text })),
    ],
  };
}

function titleOf({ language }: PacketPlan, kind: SheetKind): string {
  const { checklist, paste, counter, gathered } = sheetWords[language];
  return { checklist, paste, counter, 'n-up': gathered }[kind];
}

function layKind(plan: PacketPlan, { kind, options }: SheetWish, font: PacketFont): FrontSheet[] {
  const place = packetPlace(plan, font);
  if (kind === 'checklist') {
    return layChecklist({ font, plan, place, sections: sectionsOf(plan) });
  }
  if (kind === 'counter') return layCounterSheet({ font, plan, place }, options.office);
  return layPasteSheets(font, plan, options.paste);
}

/** Where the body of this claim's packet begins and how many pages it has. */
function packetPlace(plan: PacketPlan, font: PacketFont): FrontPlace {
  const { body } = draftClaim(plan);
  const sections = sectionsOf(plan);
  let front = 1;
  for (let round = 0; round < 3; round++) {
    const place = { firstBodyPage: front + 1, pages: front + body.length };
    front = addFrontSheets({ font, plan, sections, place }, layClaimFront).length;
  }
  return { firstBodyPage: front + 1, pages: front + body.length };
}
