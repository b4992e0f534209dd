// Public vectors and properties of the identifiers.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  citizenIdCheck,
  invoiceKey,
  isCitizenId,
  isCreditCode,
  isPlaceCode,
  maskIdentifier,
  normalizeCitizenId,
  passesLuhn,
} from '../../shared/identifiers.ts';

describe('citizen numbers', () => {
  test('the published and synthetic vectors pass', () => {
    for (const id of [
      '11010519491231002X',
      '440524188001010014',
      '532800195001010019',
      '530102194806150025',
    ]) {
      expect(citizenIdCheck(id.slice(0, 17))).toBe(id[17]);
      expect(isCitizenId(id), id).toBe(true);
    }
  });

  test('one changed digit, a birthday that is none and a wrong length do not pass', () => {
    const digits = fc.tuple(fc.nat(16), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(digits, ([at, shift]) => {
        const id = '532800195001010019';
        const changed = id.slice(0, at) + String((Number(id[at]) + shift) % 10) + id.slice(at + 1);
        expect(isCitizenId(changed)).toBe(false);
      }),
    );
    const born = '53280019500230001';
    expect(isCitizenId(born + citizenIdCheck(born))).toBe(false);
    expect(isCitizenId('53280019500101001')).toBe(false);
  });

  test('old and carelessly typed forms become the stored form', () => {
    expect(normalizeCitizenId(' 11010519491231002x ')).toBe('11010519491231002X');
    expect(normalizeCitizenId('110105-19491231-002X')).toBe('11010519491231002X');
    const long = normalizeCitizenId('532800500101001');
    expect(long).toBe('532800195001010019');
    expect(isCitizenId(long)).toBe(true);
  });
});

test('unified social credit codes', () => {
  expect(['91350100M000100Y43', '91110108339805094M'].map(isCreditCode)).toEqual([true, true]);
  expect(['91350100M000100Y4A', '91350100M000100Y4', ''].map(isCreditCode)).toEqual([false, false, false]);
});

test('place codes have six digits and do not begin with zero', () => {
  expect(['532801', '139900', '032801', '53280', '5328010'].map(isPlaceCode)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('account numbers by Luhn', () => {
  expect(['4111111111111111', '4111111111111112', '123'].map(passesLuhn)).toEqual([true, false, false]);
});

test('a masked number keeps its length and hides its middle', () => {
  expect(maskIdentifier('532800195001010019')).toBe('532***********0019');
  expect(maskIdentifier('12345678')).toBe('12345678');
});

test('the key of an invoice tells kinds apart and is none without a number', () => {
  const key = (code: string, number: string, kind = 'paper-receipt') => invoiceKey({ kind, code, number });
  expect(key('53060126', '0000000001')).toBe('fiscal:53060126:0000000001');
  expect(key('', '26532000000000000001')).toBe('digital:26532000000000000001');
  expect(key('5300221130', '12345678')).toBe('vat:5300221130:12345678');
  expect(key('A', '7')).toBe('paper-receipt:A:7');
  expect(key('53060126', '')).toBeUndefined();
});
