// Asks the packet for a plan's bytes, piece by piece into a Blob, and lists its pages the way the preview wants them.

import type { PacketPlan } from '../../shared/packet-plan.ts';
import { placeKey } from '../../shared/packet-proof/judge.ts';
import type { PacketManifest, Rung } from '../../shared/packet-proof/manifest.ts';
import { manifestOf, type PacketPage, writePacket } from '../packet/build.ts';
import type { PressPage } from './press-messages.ts';
import { pullRescue, pullSource } from './press-sources.ts';

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

export type MadePacket = {
  pdf: Blob;
  pages: PressPage[];
  /** What the writer says it placed; the one inside the file is what is proven. */
  manifest: PacketManifest;
};
export type MakingWish = {
  font: Uint8Array;
  /** Sources that start at a higher rung, by placeKey. */
  raised: ReadonlyMap<string, Rung>;
  onProgress: (done: number, total: number) => void;
};

/** Throws the Problems of the packet and those of the addresses it pulls from. */
export async function makePacket(
  plan: PacketPlan,
  { font, raised, onProgress }: MakingWish,
): Promise<MadePacket> {
  const pieces: Blob[] = [];
  const supplies = {
    pull: pullSource,
    rescue: pullRescue,
    rungOf: (source: { scan: string; page: number }) => raised.get(placeKey(source)) ?? 'copied',
    font,
    onProgress,
  };
  // Each piece becomes a Blob at once: the browser may keep it on disk, the worker's own memory does not grow with the packet.
  const pages = await writePacket(plan, supplies, (piece) => {
    pieces.push(new Blob([new Uint8Array(piece)]));
  });
  const pdf = new Blob(pieces, { type: 'application/pdf' });
  const manifest = manifestOf({ title: '', number: '', says: [] }, pages);
  return { pdf, pages: pages.map(toPressPage), manifest };
}
