// The front of the packet with what was chosen for it: the code on the cover, the checklist, a blank page before the body.

import { usualPacketOptions } from '../../../shared/packet-options.ts';
import type { FrontSheet } from '../draft.ts';
import type { ClaimFront } from '../front/claim-front.ts';
import { layChecklist } from './checklist.ts';
import { drawClaimCode } from './claim-code.ts';
import { drawBlank } from './sections.ts';
import { sheetWords } from './words.ts';

export function addFrontSheets(front: ClaimFront, lay: (front: ClaimFront) => FrontSheet[]): FrontSheet[] {
  const { plan, font } = front;
  const options = plan.options ?? usualPacketOptions;
  const sheets = lay(front);
  const cover = sheets[0]?.sheet;
  if (options.claimCode && cover) drawClaimCode(cover, plan.number);
  if (options.checklist) sheets.push(...layChecklist(front));
  if (options.duplex && sheets.length % 2 === 1)
    sheets.push({ sheet: drawBlank(font, sheetWords[plan.language].blank), kind: 'blank', label: '' });
  return sheets;
}
