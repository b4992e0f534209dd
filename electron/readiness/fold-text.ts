// Names as people and machines write them, folded so that the same name is found the same.

import { Converter } from 'opencc-js/t2cn';

/** Traditional to simplified, by the tables of OpenCC; built once, when the first name needs it. */
let simplify: ((text: string) => string) | undefined;
function simplified(text: string): string {
  const convert = simplify ?? Converter({ from: 't', to: 'cn' });
  simplify = convert;
  return convert(text);
}

const folded = new Map<string, string>();
const MOST_KEPT = 5000;

/**
 * Full-width and compatibility characters (NFKC), spaces, middle dots and selectors of glyph variants dropped, capitals
 * small, traditional characters simplified.
 */
export function foldText(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const plain = text
    .normalize('NFKC')
    .replace(/[\s·•‧・．.]|\p{Variation_Selector}|\p{Cf}/gu, '')
    .toLowerCase();
  if (folded.size >= MOST_KEPT) folded.clear();
  const result = simplified(plain);
  folded.set(text, result);
  return result;
}

/** What stands for a character a machine could not print: ?, □, *, ○, 〓, private-use characters, the replacement sign. */
const STAND_IN = /[?□■*○〇〓_\ufffd\u{e000}-\u{f8ff}]/u;

/** same; unclear: alike but for characters one of the two could not print; different. */
export type NameMatch = 'same' | 'unclear' | 'different';

export function matchNames(one: string, other: string): NameMatch {
  const [left, right] = [foldText(one), foldText(other)];
  if (left === right) return 'same';
  const [a, b] = [[...left], [...right]];
  if (a.length !== b.length) return 'different';
  const apart = a.filter(
    (character, at) => character !== b[at] && !isStandIn(character) && !isStandIn(b[at] ?? ''),
  );
  return apart.length === 0 && a.some((character) => !isStandIn(character)) ? 'unclear' : 'different';
}

const isStandIn = (character: string): boolean => STAND_IN.test(character);

/** A hospital's name without what is in brackets: "昆明市第一人民医院（北院）". */
const foldHospital = (name: string): string => foldText(name.normalize('NFKC').replace(/\([^)]*\)/g, ''));

/** same; similar: close enough to ask; different. Ordinals such as 第一 and 第二 are never taken for a slip. */
export type HospitalMatch = 'same' | 'similar' | 'different';

export function matchHospitals(one: string, other: string): HospitalMatch {
  const [left, right] = [foldHospital(one), foldHospital(other)];
  if (left === right || left === '' || right === '') return 'same';
  if (ordinalsOf(left) !== ordinalsOf(right)) return 'different';
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.length >= 4 && long.endsWith(short)) return 'same';
  return likeness(left, right) >= 0.7 ? 'similar' : 'different';
}

const ordinalsOf = (name: string): string => (name.match(/[第]?[一二三四五六七八九十\d]+/g) ?? []).join();

/** Dice's share of common two-character pieces, 0 to 1. */
function likeness(one: string, other: string): number {
  const pieces = (text: string) => [...text].slice(1).map((character, at) => [...text][at] + character);
  const [left, right] = [pieces(one), pieces(other)];
  const rest = [...right];
  const common = left.filter((piece) => {
    const at = rest.indexOf(piece);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / Math.max(1, left.length + right.length);
}
