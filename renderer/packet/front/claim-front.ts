// The front of a claim's packet: the application sheet, and the list of papers behind it when it does not fit on it.

import type { PacketPlan } from '../../../shared/packet-plan.ts';
import type { Section } from '../claim-draft.ts';
import type { FrontPlace, FrontSheet } from '../draft.ts';
import { Flow } from '../layout/flow.ts';
import type { PacketFont } from '../layout/packet-font.ts';
import { packetWords } from '../words.ts';
import { drawHead, drawPerson, drawVisits } from './cover.ts';
import { drawMaterials, materialsSummary } from './materials.ts';
import { drawSignatures } from './signatures.ts';

export type ClaimFront = { font: PacketFont; plan: PacketPlan; sections: Section[]; place: FrontPlace };

export function layClaimFront(front: ClaimFront): FrontSheet[] {
  const whole = layCover(front, 'inside');
  if (whole.length === 1) return whole;
  const words = packetWords[front.plan.language];
  // The list stands right behind the cover, whose own number of sheets does not depend on where the list is.
  const apart = layCover(front, 2).length;
  const cover = layCover(front, apart + 1);
  const flow = new Flow(front.font);
  drawMaterials(flow, front, true);
  return [
    ...cover,
    ...flow.sheets.map((sheet) => ({ sheet, kind: 'contents' as const, label: words.contents })),
  ];
}

/** `list` is where the list of papers stands: on this sheet, or on that page. */
function layCover(front: ClaimFront, list: 'inside' | number): FrontSheet[] {
  const words = packetWords[front.plan.language];
  const flow = new Flow(front.font);
  drawHead(flow, front);
  drawPerson(flow, front.plan);
  drawVisits(flow, front);
  if (list === 'inside') drawMaterials(flow, front, false);
  else materialsSummary(flow, front, words.materialsOn(list));
  drawSignatures(flow, front.plan);
  return flow.sheets.map((sheet) => ({ sheet, kind: 'cover', label: words.coverShort }));
}
