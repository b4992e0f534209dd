// What the workshop and its child processes say to each other.

import type { MediaType } from '../../shared/domain.ts';
import type { ProblemFact } from '../../shared/problems.ts';
import type { CompactWish, PictureWish } from './workshop.ts';

export type Task =
  | { kind: 'inspect'; path: string; fileName: string }
  | { kind: 'picture'; bytes: Uint8Array; mediaType: MediaType; wish: PictureWish }
  | { kind: 'printable'; bytes: Uint8Array; mediaType: MediaType; page: number }
  | { kind: 'compact'; bytes: Uint8Array; mediaType: MediaType; wish: CompactWish };

/** `weary`: the child should be replaced, because its memory has grown or its decoder fell over. */
export type Answered = { weary: boolean } & (
  | { ok: true; value: unknown }
  | { ok: false; problem: ProblemFact }
);

/** What a child writes to its error output before it ends itself for want of memory. */
export const TOO_HUNGRY = 'too-hungry';
