// Pages in, PDF bytes out: the packet of a claim, and a packet straight from a folder of files.

import type { PacketPlan } from '../../shared/packet-plan.ts';
import { draftClaim } from './claim-draft.ts';
import { composePacket } from './compose.ts';
import type { PacketDraft, PacketPage } from './draft.ts';
import { draftFolder, type FolderPlan } from './folder-draft.ts';
import type { Supplies } from './source-desk.ts';
import { joinBytes } from './writer/join-bytes.ts';
import type { Sink } from './writer/object-writer.ts';

export type { PacketPage } from './draft.ts';
export type { FolderFile, FolderPlan } from './folder-draft.ts';
export { manifestOf } from './manifest.ts';
export type { Rescued, Supplies } from './source-desk.ts';
export type { Sink } from './writer/object-writer.ts';
export type Packet = { bytes: Uint8Array; pages: PacketPage[] };

/**
 * The packet of a claim. The same plan and sources give the same bytes, in a browser and in Node.
 * Throws character-missing { characters, field }, page-unusable { file, page, detail, reason }, cancelled.
 */
export const buildPacket = (plan: PacketPlan, supplies: Supplies): Promise<Packet> =>
  gather(draftClaim(plan), supplies);

/** The same bytes, handed to `sink` in order as they are made: memory does not grow with the packet. */
export const writePacket = (plan: PacketPlan, supplies: Supplies, sink: Sink): Promise<PacketPage[]> =>
  composePacket(draftClaim(plan), supplies, sink);

/** A packet from files alone, one section a file. Unusable pages become notices unless the supplies say otherwise. */
export const buildFolderPacket = (plan: FolderPlan, supplies: Supplies): Promise<Packet> =>
  gather(draftFolder(plan), { onUnusable: 'notice', ...supplies });

export const writeFolderPacket = (plan: FolderPlan, supplies: Supplies, sink: Sink): Promise<PacketPage[]> =>
  composePacket(draftFolder(plan), { onUnusable: 'notice', ...supplies }, sink);

async function gather(draft: PacketDraft, supplies: Supplies): Promise<Packet> {
  const chunks: Uint8Array[] = [];
  const pages = await composePacket(draft, supplies, (chunk) => {
    chunks.push(chunk);
  });
  return { bytes: joinBytes(chunks), pages };
}
