// Asks the packet for a plan's bytes and lists its pages the way the preview wants them.

import type { PacketPlan } from '../../shared/packet-plan.ts';
import { buildPacket, type PacketPage } from '../packet/build.ts';
import type { PressPage } from './press-messages.ts';
import { pullFont, pullSource } from './press-sources.ts';

const frontKinds: readonly PacketPage['kind'][] = ['cover', 'contents', 'sheet'];

function kindOf({ kind }: PacketPage): PressPage['kind'] {
  if (frontKinds.includes(kind)) return 'front';
  if (kind === 'paper') return 'paper';
  return kind === 'divider' || kind === 'blank' ? 'filler' : 'gap';
}

function toPressPage(page: PacketPage): PressPage {
  return {
    number: page.packet,
    kind: kindOf(page),
    visit: page.visit,
    paper: page.paper,
    label: page.label,
    source: page.kind === 'paper' ? (page.source ?? null) : null,
  };
}

/** Throws the Problems of the packet and those of the addresses it pulls from. */
export async function makePacket(
  plan: PacketPlan,
  onProgress: (done: number, total: number) => void,
): Promise<{ bytes: Uint8Array; pages: PressPage[] }> {
  const font = await pullFont();
  const { bytes, pages } = await buildPacket(plan, { pull: pullSource, font, onProgress });
  return { bytes, pages: pages.map(toPressPage) };
}
