// Which page is drawn next while somebody turns pages faster than they can be drawn.

import { expect, test } from 'vitest';
import { openWishLine, type Wish } from '../../renderer/packet-press/wish-line.ts';

/** Draws one page at a time, each when it is told to. */
function setLine() {
  const drawn: number[] = [];
  const finish: (() => void)[] = [];
  const wish = openWishLine(({ page }: Wish) => {
    drawn.push(page);
    return new Promise((resolve) => finish.push(resolve));
  });
  const next = async () => {
    finish.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return {
    drawn,
    next,
    ask: (...pages: number[]) => pages.forEach((page) => void wish({ page, width: 400 })),
  };
}

test('the page asked for last is drawn next, and those that went by after it', async () => {
  const { drawn, next, ask } = setLine();
  ask(1, 2, 3, 4);
  for (let at = 0; at < 4; at++) await next();
  expect(drawn).toEqual([1, 4, 3, 2]);
  ask(5);
  expect(drawn).toEqual([1, 4, 3, 2, 5]);
});

test('a page that waits already comes to the front, and none is drawn twice', async () => {
  const { drawn, next, ask } = setLine();
  ask(1, 2, 3, 4, 2, 1);
  for (let at = 0; at < 5; at++) await next();
  expect(drawn).toEqual([1, 2, 4, 3]);
});
