import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capitalYuan, formatYuan, LARGEST_FEN, parseYuan } from '../../shared/money.ts';

test.each([
  ['268.40', 26840],
  ['￥1,234.5', 123450],
  ['２６８．４０元', 26840],
  ['0', 0],
  ['7.100', 710],
])('reads %s as fen', (text, fen) => {
  expect(parseYuan(text)).toBe(fen);
});

test.each([
  ['', 'amount-invalid'],
  ['abc', 'amount-invalid'],
  ['1.234', 'amount-too-precise'],
  ['-5', 'amount-negative'],
  ['999999999999', 'amount-too-large'],
])('refuses %s as %s', (text, code) => {
  expect(() => parseYuan(text)).toThrow(expect.objectContaining({ code }));
});

test.each([
  [481260, '肆仟捌佰壹拾贰元陆角整'],
  [100, '壹元整'],
  [5, '伍分'],
  [0, '零元整'],
  [100405, '壹仟零肆元零伍分'],
  [10000000100, '壹亿零壹元整'],
])('writes %i fen as %s', (fen, capitals) => {
  expect(capitalYuan(fen)).toBe(capitals);
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: LARGEST_FEN }), fc.boolean(), (fen, grouped) => {
      expect(parseYuan(formatYuan(fen, grouped))).toBe(fen);
    }),
  );
});
