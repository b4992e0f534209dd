// Settles the vocabulary of places on the drawn papers of the tuning forms and writes it: node test/bench/settle-vocabulary.ts

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { countBits } from '../../electron/engine/look/count-bits.ts';
import { INK_EDGE, takeInk } from '../../electron/engine/look/ink.ts';
import { findLandmarks, TURN_WORDS, WORDS } from '../../electron/engine/look/landmarks.ts';
import { takeView } from '../../electron/engine/look/look-at-page.ts';
import { openDice } from '../fuzz/mutate.ts';
import { othersOf, picturesOf } from './alike-pictures.ts';
import { drawPaper } from './drawn-papers.ts';

const PLACES = 192;
const ROUNDS = 8;
const A_PICTURE = 90;
const forms = [1, 2, 3, 4, 5, 6, 7];
const dice = openDice(20_260_101);

const turned = (bits: Uint32Array, quarters: number): Uint32Array =>
  bits.map((_, word) => bits[(word - quarters * TURN_WORDS + 2 * WORDS) % WORDS] as number);

const apart = (one: Uint32Array, other: Uint32Array): number =>
  one.reduce((sum, word, at) => sum + countBits(word ^ (other[at] as number)), 0);

/** One list a picture, so that how many pictures have a word can be counted. */
async function takeDescriptions(): Promise<Uint32Array[][]> {
  const all: Uint32Array[][] = [];
  for (const form of forms) {
    const pictures = [
      ...Object.values(await picturesOf(drawPaper(form, 1, 1), form * 31 + 8)),
      ...Object.values(await othersOf(drawPaper(form, 2, 2), form * 31 + 77)),
      ...Object.values(await othersOf(drawPaper(form, 3, 3), form * 31 + 154)),
    ];
    for (const picture of pictures) {
      const ink = takeInk(await takeView(sharp(picture)), INK_EDGE);
      if (!ink) continue;
      const { bits } = findLandmarks(ink);
      const count = bits.length / WORDS;
      const every = Math.max(1, Math.floor(count / A_PICTURE));
      const list: Uint32Array[] = [];
      for (let at = 0; at < count; at += every) list.push(bits.slice(at * WORDS, at * WORDS + WORDS));
      all.push(list);
    }
  }
  return all;
}

type Nearest = { place: number; quarters: number };

function findNearest(places: readonly Uint32Array[], bits: Uint32Array): Nearest {
  let least = Number.POSITIVE_INFINITY;
  let nearest: Nearest = { place: 0, quarters: 0 };
  for (let quarters = 0; quarters < 4; quarters += 1) {
    const upright = turned(bits, 4 - quarters);
    places.forEach((place, at) => {
      const distance = apart(place, upright);
      if (distance < least) [least, nearest] = [distance, { place: at, quarters }];
    });
  }
  return nearest;
}

function settle(all: readonly Uint32Array[]): Uint32Array[] {
  let places = Array.from({ length: PLACES }, () => all[Math.floor(dice() * all.length)] as Uint32Array);
  for (let round = 0; round < ROUNDS; round += 1) {
    const counts = places.map(() => new Uint32Array(WORDS * 32 + 1));
    for (const bits of all) {
      const { place, quarters } = findNearest(places, bits);
      const upright = turned(bits, 4 - quarters);
      const count = counts[place] as Uint32Array;
      count[WORDS * 32] = (count[WORDS * 32] as number) + 1;
      for (let bit = 0; bit < WORDS * 32; bit += 1)
        if ((upright[bit >> 5] as number) & (1 << (bit & 31))) count[bit] = (count[bit] as number) + 1;
    }
    places = counts.map((count) => {
      const members = count[WORDS * 32] as number;
      if (members === 0) return all[Math.floor(dice() * all.length)] as Uint32Array;
      const bits = new Uint32Array(WORDS);
      for (let bit = 0; bit < WORDS * 32; bit += 1)
        if ((count[bit] as number) * 2 > members)
          bits[bit >> 5] = (bits[bit >> 5] as number) | (1 << (bit & 31));
      return bits;
    });
  }
  return places;
}

const pictures = await takeDescriptions();
const places = settle(pictures.flat());
const having = new Float64Array(PLACES);
for (const list of pictures)
  for (const place of new Set(list.map((bits) => findNearest(places, bits).place)))
    having[place] = (having[place] as number) + 1;
const rarity = Array.from(having, (count) => Math.log((pictures.length + 1) / (count + 0.5)));
const most = Math.max(...rarity);
const weights = Buffer.from(rarity.map((value) => Math.max(20, Math.round((value / most) * 255))));
const bits = Buffer.concat(places.map((place) => Buffer.from(place.buffer)));
const lines = (text: string) => (text.match(/.{1,120}/g) ?? []).map((part) => `  '${part}'`).join(' +\n');
writeFileSync(
  fileURLToPath(new URL('../../electron/engine/look/place-vocabulary.ts', import.meta.url)),
  `// The vocabulary of places, settled and written by test/bench/settle-vocabulary.ts: ${PLACES} descriptions and how rare each is.

export const WORD_BITS =
${lines(bits.toString('base64'))};

export const WORD_WEIGHTS =
${lines(weights.toString('base64'))};
`,
);
