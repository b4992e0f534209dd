// A small vocabulary of places: every landmark falls to the word it is nearest to, so that thousands of pages are sorted out by counts.

import { countBits } from './count-bits.ts';
import { TURN_WORDS, WORDS } from './landmarks.ts';
import { WORD_BITS, WORD_WEIGHTS } from './place-vocabulary.ts';

const bytes = Buffer.from(WORD_BITS, 'base64');
/** WORDS words of 32 bits for each place, as it stands upright. */
const upright = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
const weights = Buffer.from(WORD_WEIGHTS, 'base64');
/** A word is a place in one of four turns: number times four, and the quarters. */
export const WORD_COUNT = (upright.length / WORDS) * 4;

/** How much a word says: rare ones more. */
export const weightOf = (word: number): number => (weights[word >> 2] as number) / 255;

/** The same place when the page is turned clockwise by quarters. */
export const turnWord = (word: number, quarters: number): number =>
  (word & ~3) | (((word & 3) + quarters) & 3);

/** The words nearest to a description, the nearest first. */
export function nearestWords(bits: Uint32Array, start: number, wanted: number): number[] {
  const best: number[] = [];
  const apart: number[] = [];
  for (let place = 0; place * WORDS < upright.length; place += 1) {
    for (let turn = 0; turn < 4; turn += 1) {
      const most = apart[wanted - 1] ?? WORDS * 32;
      let sum = 0;
      for (let word = 0; word < WORDS && sum < most; word += 1) {
        const own = bits[start + word] as number;
        const other = upright[place * WORDS + ((word - turn * TURN_WORDS + WORDS) & (WORDS - 1))] as number;
        sum += countBits(own ^ other);
      }
      if (sum >= most) continue;
      let at = Math.min(apart.length, wanted - 1);
      for (; at > 0 && (apart[at - 1] as number) > sum; at -= 1) {
        apart[at] = apart[at - 1] as number;
        best[at] = best[at - 1] as number;
      }
      apart[at] = sum;
      best[at] = place * 4 + turn;
    }
  }
  return best;
}
