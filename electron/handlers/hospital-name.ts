// How much two names of hospitals look alike: short forms, brackets and missing places are told from another hospital.

const FORMS: [RegExp, string][] = [
  [/大学医学院/g, '医学院'],
  [/医科大学/g, '医大'],
  [/附属第([一二三四五六七八九十])医院/g, '附$1'],
  [/第([一二三四五六七八九十])附属医院/g, '附$1'],
  [/附属医院/g, '附院'],
  [/人民医院/g, '人医'],
  [/省|市|区|县|自治州|州/g, ''],
];

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()[\]【】（）·,，.。、-]/g, '');

const shorten = (name: string): string =>
  FORMS.reduce((text, [long, short]) => text.replace(long, short), plain(name));

const ORDINAL = /第?([一二三四五六七八九十]+)/g;
const ordinals = (name: string): string => [...name.matchAll(ORDINAL)].map((match) => match[1]).join(' ');

function pairs(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const characters = [...text];
  for (let at = 0; at + 1 < characters.length; at += 1) {
    const pair = `${characters[at]}${characters[at + 1]}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

function shareOfPairs(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)];
  let both = 0;
  for (const [pair, count] of left) both += Math.min(count, right.get(pair) ?? 0);
  const all = Math.max(1, [...a].length + [...b].length - 2);
  return (2 * both) / all;
}

/** 第一 and 第二 are two hospitals, and 人民医院 need not be 第一人民医院. */
export const haveSameOrdinals = (a: string, b: string): boolean =>
  ordinals(shorten(a)) === ordinals(shorten(b));

/**
 * 0 to 1, where 1 is the same name. Below 0.5 they are different hospitals; two names with different ordinals (第一, 第二)
 * never reach it. A part of a name as it is being typed counts as alike.
 */
export function likenessOfHospitals(a: string, b: string): number {
  const [left, right] = [plain(a), plain(b)];
  if (left === '' || right === '') return 0;
  if (left === right) return 1;
  const [short, other] = [shorten(a), shorten(b)];
  if (short === other) return 0.95;
  const inside = right.includes(left) || left.includes(right) || other.includes(short);
  const likeness = inside
    ? Math.max(0.6, shareOfPairs(short, other))
    : Math.min(0.9, shareOfPairs(short, other));
  const [first, second] = [ordinals(short), ordinals(other)];
  return first !== second && first !== '' && second !== '' ? Math.min(0.45, likeness) : likeness;
}
