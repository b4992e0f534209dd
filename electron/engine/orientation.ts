// What makes a picture upright: EXIF's eight orientations as a mirroring and a turn.

import type { Turn } from '../../shared/domain.ts';

export type Upright = { mirrored: boolean; turn: Turn };

/** CIPA DC-008 (Exif 2.32), tag 0x0112. Mirror left-right first, then turn clockwise. */
const orientations: Record<number, Upright> = {
  1: { mirrored: false, turn: 0 },
  2: { mirrored: true, turn: 0 },
  3: { mirrored: false, turn: 180 },
  4: { mirrored: true, turn: 180 },
  5: { mirrored: true, turn: 270 },
  6: { mirrored: false, turn: 90 },
  7: { mirrored: true, turn: 90 },
  8: { mirrored: false, turn: 270 },
};

/** A missing or senseless value counts as 1. */
export function decideUpright(orientation: number | undefined): Upright {
  return orientations[orientation ?? 1] ?? { mirrored: false, turn: 0 };
}
