// The form of a person: verdicts on numbers, what is sent, and the table of places.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOfPerson } from '../../electron/readiness/paper-rules.ts';
import { shippedPacks } from '../../electron/rules/shipped-packs.ts';
import { judgeCitizenId } from '../../renderer/screens/people/citizen-facts.ts';
import {
  cleanFields,
  fieldOfProblem,
  groupByFour,
  isSame,
} from '../../renderer/screens/people/person-draft.ts';
import {
  fullName,
  loadPlaces,
  pathTo,
  shownName,
  withoutProvince,
} from '../../renderer/screens/people/places.ts';
import { standingKinds } from '../../renderer/screens/people/standing-kinds.ts';
import { personFields, unknownPerson } from '../../shared/domain.ts';
import { isPlaceCode } from '../../shared/identifiers.ts';

describe('the verdict on a citizen number', () => {
  test('tells birth date and sex of a valid one, however it is typed', () => {
    // Both are the examples printed in GB 11643-1999.
    expect(judgeCitizenId('110105194912310 02x')).toEqual({
      state: 'good',
      id: '11010519491231002X',
      birth: '1949-12-31',
      sex: 'female',
    });
    expect(judgeCitizenId('440524188001010014')).toMatchObject({ birth: '1880-01-01', sex: 'male' });
  });
  test('counts while it is typed and refuses a wrong check character', () => {
    expect(judgeCitizenId('')).toEqual({ state: 'empty' });
    expect(judgeCitizenId('1101051949')).toEqual({ state: 'short', count: 10 });
    expect(judgeCitizenId('110105194912310021')).toEqual({ state: 'bad' });
    expect(judgeCitizenId('1101051949123100222')).toEqual({ state: 'bad' });
  });
  test('is never good after any one digit is changed', () => {
    const good = '11010519491231002X';
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 9 }), (at, digit) => {
        fc.pre(good[at] !== String(digit));
        expect(judgeCitizenId(good.slice(0, at) + digit + good.slice(at + 1)).state).not.toBe('good');
      }),
    );
  });
});

describe('what is sent', () => {
  test('has no spaces inside numbers, and the person as payee unless told otherwise', () => {
    const fields = cleanFields({
      ...unknownPerson,
      name: ' 王秀兰 ',
      bankAccount: '6222 0213 0200 1234 567',
      citizenId: '11010519491231002x',
    });
    expect(fields).toMatchObject({
      name: '王秀兰',
      payeeName: '王秀兰',
      bankAccount: '6222021302001234567',
      citizenId: '11010519491231002X',
    });
    expect(cleanFields({ ...unknownPerson, name: '甲', payeeName: '乙' }).payeeName).toBe('乙');
    expect(personFields.safeParse(fields).success).toBe(true);
  });
  test('is compared field by field with what is stored', () => {
    expect(isSame(unknownPerson, { ...unknownPerson })).toBe(true);
    expect(isSame(unknownPerson, { ...unknownPerson, note: 'x' })).toBe(false);
  });
  test('puts a refusal beside its field', () => {
    expect(fieldOfProblem({ code: 'citizen-id-invalid', params: { value: '1' } })).toBe('citizenId');
    expect(fieldOfProblem({ code: 'input-invalid', params: { field: 'fields.bankName', reason: '' } })).toBe(
      'bankName',
    );
    expect(fieldOfProblem({ code: 'disk-full', params: { path: '/' } })).toBeUndefined();
  });
  test('an account is read in groups of four', () => {
    expect(groupByFour('6222021302001234567')).toBe('6222 0213 0200 1234 567');
    expect(groupByFour('1234')).toBe('1234');
  });
});

describe('the table of places', async () => {
  const places = await loadPlaces();
  test('finds a prefecture and a county by code, with the full name', () => {
    expect(fullName(pathTo(places, '532800'))).toBe('云南省西双版纳傣族自治州');
    expect(fullName(pathTo(places, '532801'))).toBe('云南省西双版纳傣族自治州景洪市');
    expect(fullName(pathTo(places, '110101'))).toBe('北京市东城区');
    expect(pathTo(places, '999999')).toEqual([]);
  });
  test('leaves the names of mere groups out of the full name', () => {
    const group = pathTo(places, '429000').at(-1);
    const county = group?.children?.[0];
    expect(group && shownName(group)).not.toContain('-');
    expect(fullName(pathTo(places, county?.code ?? ''))).toBe(`湖北省${county?.name}`);
  });
  test('is shown without its province where there is little room', () => {
    expect(withoutProvince('云南省西双版纳傣族自治州')).toBe('西双版纳傣族自治州');
    expect(withoutProvince('内蒙古自治区呼和浩特市')).toBe('呼和浩特市');
    expect(withoutProvince('北京市东城区')).toBe('北京市东城区');
    expect(withoutProvince('云南省')).toBe('云南省');
  });
  test('has six digits for every place and no code twice', () => {
    const codes = places.flatMap(function all(place): string[] {
      return [place.code, ...(place.children ?? []).flatMap(all)];
    });
    expect(codes.length).toBeGreaterThan(3000);
    expect(codes.filter((code) => !isPlaceCode(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('papers of a person', () => {
  test('every kind that a place may demand of a person can be recorded with the person', () => {
    const demanded = new Set(
      shippedPacks()
        .flatMap(({ papers }) => papers)
        .filter((rule) => isOfPerson({ rule }))
        .flatMap((rule) => rule.anyOf.map(({ kind }) => kind)),
    );
    expect(demanded.size).toBeGreaterThan(5);
    expect([...demanded].filter((kind) => !standingKinds.includes(kind))).toEqual([]);
  });
});
