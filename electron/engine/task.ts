// What the workshop and its child processes say to each other.

import type { MediaType, ScanPage } from '../../shared/domain.ts';
import type { PacketManifest } from '../../shared/packet-proof/manifest.ts';
import type { ProblemFact } from '../../shared/problems.ts';
import type { ArchiveMember } from './archive.ts';
import type { EditWish } from './edit/edited.ts';
import type { EditedLookWish } from './edit/look-at-edited.ts';
import type { ProofWish } from './prove.ts';
import type { CompactWish, KeptPage, LookSource, PictureWish, RescueRung } from './workshop.ts';

export type Task =
  | { kind: 'inspect'; path: string; fileName: string; password: string }
  | { kind: 'look'; source: LookSource; pages: readonly ScanPage[] }
  | ({ kind: 'fingerprint' } & KeptPage)
  | ({ kind: 'own-digits' } & KeptPage)
  | { kind: 'tell-apart'; one: KeptPage; other: KeptPage }
  | { kind: 'compare-pages'; one: KeptPage; other: KeptPage }
  | { kind: 'compare'; print: Uint8Array; others: readonly Uint8Array[] }
  | { kind: 'list-archive'; path: string; fileName: string }
  | { kind: 'unpack'; path: string; fileName: string; member: ArchiveMember }
  | { kind: 'picture'; bytes: Uint8Array; mediaType: MediaType; wish: PictureWish }
  | { kind: 'printable'; bytes: Uint8Array; mediaType: MediaType; page: number }
  | { kind: 'edited'; bytes: Uint8Array; mediaType: MediaType; wish: EditWish }
  | { kind: 'look-edited'; bytes: Uint8Array; mediaType: MediaType; wish: EditedLookWish }
  | { kind: 'corners'; bytes: Uint8Array; mediaType: MediaType; wish: Omit<EditWish, 'edit'> }
  | { kind: 'compact'; bytes: Uint8Array; mediaType: MediaType; wish: CompactWish }
  | { kind: 'rescue'; bytes: Uint8Array; page: number; rung: RescueRung }
  | { kind: 'read-packet'; path: string; given: PacketManifest | undefined }
  | ({ kind: 'prove' } & ProofWish);

/** `weary`: the child should be replaced, because its memory has grown or its decoder fell over. */
export type Answered = { weary: boolean } & (
  | { ok: true; value: unknown }
  | { ok: false; problem: ProblemFact }
);

/** What a child writes to its error output before it ends itself for want of memory. */
export const TOO_HUNGRY = 'too-hungry';
