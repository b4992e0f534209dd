// A small ICC profile of sRGB (ICC.1:2010, version 4: matrix and parametric curves), made from the published figures.

const latin = (text: string): number[] => [...text].map((one) => one.charCodeAt(0));
const long = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
const fixed = (value: number): number[] => long(Math.round(value * 65536) | 0);

const text = (words: string): number[] => {
  const units = [...words].flatMap((one) => [0, one.charCodeAt(0)]);
  return [
    ...latin('mluc'),
    ...long(0),
    ...long(1),
    ...long(12),
    ...latin('enUS'),
    ...long(units.length),
    ...long(28),
    ...units,
  ];
};
const point = (values: readonly number[]): number[] => [
  ...latin('XYZ '),
  ...long(0),
  ...values.flatMap(fixed),
];

/** IEC 61966-2-1: ((x + 0.055) / 1.055) ^ 2.4 above 0.04045, x / 12.92 below. */
const curve = (): number[] => [
  ...latin('para'),
  ...long(0),
  ...[0, 3, 0, 0],
  ...[2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].flatMap(fixed),
];
/** Bradford adaptation from D65 to D50, as the profiles of the ICC carry it. */
const ADAPTED = [1.047882, 0.022918, -0.050217, 0.029587, 0.990479, -0.017059, -0.009232, 0.015076, 0.751678];

const tags: readonly [string, number[]][] = [
  ['desc', text('sRGB')],
  ['cprt', text('No copyright, use freely')],
  ['wtpt', point([0.9642, 1, 0.8249])],
  ['chad', [...latin('sf32'), ...long(0), ...ADAPTED.flatMap(fixed)]],
  ['rXYZ', point([0.43607, 0.22249, 0.01392])],
  ['gXYZ', point([0.38515, 0.71687, 0.09708])],
  ['bXYZ', point([0.14307, 0.06061, 0.7141])],
  ['rTRC', curve()],
  ['gTRC', curve()],
  ['bTRC', curve()],
];

export function makeSrgbProfile(): Uint8Array {
  const table: number[] = long(tags.length);
  const data: number[] = [];
  const start = 128 + 4 + tags.length * 12;
  for (const [name, body] of tags) {
    while (data.length % 4 !== 0) data.push(0);
    table.push(...latin(name), ...long(start + data.length), ...long(body.length));
    data.push(...body);
  }
  while (data.length % 4 !== 0) data.push(0);
  const head = [
    ...long(start + data.length),
    ...long(0),
    ...[4, 0x30, 0, 0],
    ...latin('mntrRGB XYZ '),
    // 2026-01-01: a profile has a date, and the same bytes have the same one.
    ...[7, 234, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0],
    ...latin('acsp'),
    ...Array.from({ length: 28 }, () => 0),
    ...[0.9642, 1, 0.8249].flatMap(fixed),
    ...Array.from({ length: 48 }, () => 0),
  ];
  return Uint8Array.from([...head, ...table, ...data]);
}
