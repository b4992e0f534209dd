// The geometry of edits: what is the whole page stays itself, texts come back as edits, views go there and back.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { turns } from '../../shared/domain.ts';
import {
  cornersFromView,
  cornersInView,
  cornersOfCrop,
  cropAround,
  editedSize,
  formatEdit,
  halfFromView,
  isUsable,
  mirrorView,
  noEdit,
  type PageCorners,
  type PageEdit,
  pageHalves,
  parseEdit,
  pointFromView,
  pointInView,
  projectPoint,
  settleEdit,
  squareToCorners,
  uprightSize,
  wholePage,
} from '../../shared/page-edit.ts';

const share = fc.integer({ min: 0, max: 100_000 }).map((value) => value / 100_000);
const point = fc.tuple(share, share);
const view = fc.record({ mirrored: fc.boolean(), turn: fc.constantFrom(...turns) });
const near = (shift: number) =>
  fc.integer({ min: 0, max: 30_000 }).map((value) => Math.abs(shift - value / 100_000));
const corners = fc.tuple(near(0), near(0), near(1), near(0), near(1), near(1), near(0), near(1)).map(
  ([a, b, c, d, e, f, g, h]): PageCorners => [
    [a, b],
    [c, d],
    [e, f],
    [g, h],
  ],
);
const crop = fc
  .tuple(near(0), near(0), near(1), near(1))
  .map(([x, y, right, bottom]) => cropAround(cornersOfCrop([x, y, right - x, bottom - y])));
const edit: fc.Arbitrary<PageEdit> = fc.record({
  mirrored: fc.boolean(),
  crop: fc.constant(null),
  corners: fc.option(corners),
  enhance: fc.constantFrom('none' as const, 'paper' as const),
  half: fc.option(fc.constantFrom(...pageHalves)),
});

const close = (one: readonly number[], other: readonly number[]) =>
  one.forEach((value, at) => {
    expect(value).toBeCloseTo(other[at] ?? Number.NaN, 6);
  });

describe('the geometry of edits', () => {
  test('the corners of a rectangle move no point but by shift and scale', () => {
    fc.assert(
      fc.property(crop, point, ([x, y, width, height], [u, v]) => {
        const matrix = squareToCorners(cornersOfCrop([x, y, width, height]));
        close(projectPoint(matrix, [u, v]), [x + u * width, y + v * height]);
      }),
    );
    fc.assert(fc.property(point, (place) => close(projectPoint(squareToCorners(wholePage), place), place)));
  });

  test('the corners of the square come to the corners asked for', () => {
    fc.assert(
      fc.property(corners, (wanted) => {
        const matrix = squareToCorners(wanted);
        wholePage.forEach((corner, at) => {
          close(projectPoint(matrix, corner), wanted[at] ?? []);
        });
      }),
    );
  });

  test('every edit comes back from its text, and equal edits have one text', () => {
    fc.assert(
      fc.property(edit, (given) => {
        const text = formatEdit(given);
        fc.pre(text !== '');
        expect(text).toMatch(/^[a-z0-9_-]{1,120}$/);
        expect(formatEdit(parseEdit(text) ?? noEdit)).toBe(text);
      }),
    );
  });

  test('texts that no edit has are refused', () => {
    for (const text of [
      '',
      'x',
      'm_m',
      'p_m',
      'r0-0-1-1',
      'r0-0-100000',
      'q0-0-1-1-2-2-3-3',
      'hx',
      'm ',
      'r-5-0-9-9',
    ])
      expect(parseEdit(text)).toBeUndefined();
    expect(parseEdit(`m${'_p'.repeat(500)}`)).toBeUndefined();
  });

  test('an edit that changes nothing is none', () => {
    expect(settleEdit(noEdit)).toBeUndefined();
    expect(settleEdit({ ...noEdit, corners: wholePage })).toBeUndefined();
    expect(settleEdit({ ...noEdit, crop: [0, 0, 1, 1] })).toBeUndefined();
    expect(settleEdit({ ...noEdit, mirrored: true, crop: [0, 0, 1, 1] })).toEqual({
      ...noEdit,
      mirrored: true,
    });
  });

  test('crossed, hollow, tiny and backward quadrilaterals are refused', () => {
    expect(isUsable(wholePage)).toBe(true);
    expect(isUsable([...wholePage].reverse())).toBe(false);
    expect(
      isUsable([
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
      ]),
    ).toBe(false);
    expect(
      isUsable([
        [0, 0],
        [1, 0],
        [0.2, 0.2],
        [0, 1],
      ]),
    ).toBe(false);
    expect(
      isUsable([
        [0, 0],
        [0.01, 0],
        [0.01, 1],
        [0, 1],
      ]),
    ).toBe(false);
    expect(
      isUsable([
        [0, 0],
        [0.5, 0],
        [1, 0],
        [0, 1],
      ]),
    ).toBe(false);
  });

  test('a point goes into a view and back; a view mirrored twice is the view', () => {
    fc.assert(
      fc.property(point, view, (place, seen) => {
        close(pointFromView(pointInView(place, seen), seen), place);
        expect(mirrorView(mirrorView(seen))).toEqual(seen);
        const [x, y] = pointInView(place, seen);
        close(pointInView(place, mirrorView(seen)), [1 - x, y]);
      }),
    );
  });

  test('corners go into a view and back', () => {
    fc.assert(
      fc.property(corners, view, (wanted, seen) => {
        fc.pre(isUsable(wanted));
        const back = cornersFromView(cornersInView(wanted, seen), seen);
        expect(isUsable(back)).toBe(true);
        expect(new Set(back.map((corner) => corner.map((value) => value.toFixed(5)).join()))).toEqual(
          new Set(wanted.map((corner) => corner.map((value) => value.toFixed(5)).join())),
        );
      }),
    );
  });

  test('the half seen on the left is the half whose middle is seen on the left', () => {
    expect(halfFromView('left', { mirrored: false, turn: 0 })).toBe('left');
    expect(halfFromView('left', { mirrored: true, turn: 0 })).toBe('right');
    expect(halfFromView('left', { mirrored: false, turn: 90 })).toBe('bottom');
    expect(halfFromView('left', { mirrored: false, turn: 270 })).toBe('top');
    expect(halfFromView('right', { mirrored: false, turn: 180 })).toBe('left');
  });

  test('sizes: halves share the whole, a PDF counts at 300 dots an inch, nothing is larger than the ceiling', () => {
    const page = { width: 1000, height: 600 };
    expect(editedSize(page, noEdit)).toEqual(page);
    expect(editedSize(page, { ...noEdit, half: 'left' })).toEqual({ width: 500, height: 600 });
    expect(editedSize(page, { ...noEdit, crop: [0.1, 0.5, 0.5, 0.25] })).toEqual({ width: 500, height: 150 });
    expect(uprightSize({ width: 595, height: 842, unit: 'pt', turn: 90 })).toEqual({
      width: 3508,
      height: 2479,
    });
    const huge = editedSize({ width: 20_000, height: 10_000 }, noEdit);
    expect(huge.width * huge.height).toBeLessThan(40_100_000);
  });
});
