// Choosing among the scans of the inbox.

import { expect, test } from 'vitest';
import { acted, choose, nextAfter, nothingChosen } from '../../renderer/screens/inbox/selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const plain = { shift: false, toggle: false };

test('a plain click chooses one', () => {
  const first = choose(order, nothingChosen, 'b', plain);
  expect(acted(order, choose(order, first, 'd', plain))).toEqual(['d']);
});

test('Shift chooses the range from the last plain click, also backwards', () => {
  const first = choose(order, nothingChosen, 'd', plain);
  expect(acted(order, choose(order, first, 'b', { shift: true, toggle: false }))).toEqual(['b', 'c', 'd']);
});

test('Ctrl adds and takes away', () => {
  const first = choose(order, nothingChosen, 'd', plain);
  const two = choose(order, first, 'a', { shift: false, toggle: true });
  expect(acted(order, two)).toEqual(['a', 'd']);
  expect(acted(order, choose(order, two, 'd', { shift: false, toggle: true }))).toEqual(['a']);
});

test('after an assignment the next one that stays is chosen', () => {
  expect(nextAfter(order, ['b', 'c']).focused).toBe('d');
  expect(nextAfter(order, ['d', 'e']).focused).toBe('c');
  expect(nextAfter(['a'], ['a']).focused).toBeNull();
});

test('without a chosen one the focused one is meant, as long as it is there', () => {
  const focused = { ...nothingChosen, focused: 'c' };
  expect(acted(order, focused)).toEqual(['c']);
  expect(acted(['a'], focused)).toEqual([]);
});
