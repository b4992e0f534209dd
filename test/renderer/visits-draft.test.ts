// What is typed about a visit, and sums to the fen; the order of pages; which visits the list shows.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosenNow, movePage, placeNow, removePage, turnPage } from '../../renderer/papers/page-changes.ts';
import {
  compareLines,
  compareParts,
  draftInvoice,
  emptyInvoice,
  emptyLine,
  isBlank,
  newVisit,
  readInvoice,
} from '../../renderer/screens/visits/visit-draft.ts';
import { filterVisits, noFilter } from '../../renderer/screens/visits/visit-filters.ts';
import type { VisitSummary } from '../../shared/calls.ts';
import type { PaperPage } from '../../shared/domain.ts';

const line = (amount: string) => ({ ...emptyLine(), name: '阿司匹林', amount });

describe('an invoice as it is typed', () => {
  test('amounts are read however people type them', () => {
    const read = readInvoice({ ...emptyInvoice(), total: '１,２３４.５' }, 'visit-0000000001', '2026-06-09');
    expect(read).toMatchObject({ fields: { totalFen: 123450, issueDate: '2026-06-09', fundFen: null } });
  });

  test('a wrong amount is told beside its own field and nothing is ready to save', () => {
    const invoice = { ...emptyInvoice('one'), total: '12.345', lines: [{ ...line('abc'), key: 'l1' }] };
    expect(readInvoice(invoice, 'visit-0000000001', '2026-06-09')).toEqual({
      problems: {
        'one.total': { code: 'amount-too-precise', params: { value: '12.345' } },
        'one.l1': { code: 'amount-invalid', params: { value: 'abc' } },
      },
    });
  });

  test('a line may give money back', () => {
    const invoice = { ...emptyInvoice(), total: '10', lines: [line('12.50'), line('-2.5')] };
    expect(compareLines(invoice)).toMatchObject({ count: 2, summedFen: 1000, differenceFen: 0 });
  });

  test('a difference of one fen is seen', () => {
    expect(compareLines({ total: '402.00', lines: [line('402.01')] })?.differenceFen).toBe(1);
  });

  test('the kinds of payment are compared only when all four are known', () => {
    const empty = emptyInvoice();
    const invoice = { ...empty, total: '10', parts: { ...empty.parts, fund: '6', cash: '4' } };
    expect(compareParts(invoice)).toBeUndefined();
    const full = { ...invoice, parts: { ...invoice.parts, other: '0', account: '0' } };
    expect(compareParts(full)).toMatchObject({ differenceFen: 0 });
  });

  test('what was saved and shown again is the same to the fen', () => {
    const fen = fc.integer({ min: 0, max: 10_000_000_000 });
    fc.assert(
      fc.property(fen, fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 })), (totalFen, amounts) => {
        const lines = amounts.map((amountFen) => ({
          name: 'x',
          category: '',
          quantity: '1',
          unit: '',
          amountFen,
        }));
        const unknown = { fundFen: null, otherFen: null, accountFen: null, cashFen: null };
        const draft = draftInvoice({
          ...{
            id: 'invoice-0000000001',
            visitId: 'visit-0000000001',
            kind: 'fiscal-receipt',
            code: '',
            number: '',
          },
          ...{
            checkCode: '',
            issueDate: '2026-06-09',
            totalFen,
            ...unknown,
            selfPaidFen: null,
            ownExpenseFen: null,
          },
          ...{ lines, note: '', twinAccepted: false, removed: false, createdAt: '', updatedAt: '' },
        });
        expect(readInvoice(draft, 'visit-0000000001', '2026-06-09')).toMatchObject({
          fields: { totalFen, lines },
        });
      }),
    );
  });

  test('an invoice nothing was typed into is not saved', () => {
    expect(isBlank(emptyInvoice())).toBe(true);
    expect(isBlank({ ...emptyInvoice(), number: '1' })).toBe(false);
  });

  test('the same visit again keeps place and disease and takes the new day', () => {
    const first = newVisit('person-0000000001', '2026-05-09').visit;
    const like = { ...first, hospital: '昆明市延安医院', diseaseCode: 'M03900', note: '第一次' };
    const { visit } = newVisit('person-0000000002', '2026-06-09', like);
    expect(visit).toMatchObject({
      hospital: '昆明市延安医院',
      diseaseCode: 'M03900',
      date: '2026-06-09',
      note: '',
    });
    expect(visit.personId).toBe('person-0000000001');
  });
});

describe('the pages of a paper', () => {
  const pages: PaperPage[] = [0, 1, 2].map((page) => ({ scan: 'a'.repeat(64), page, turn: 0 }));
  const numbers = (list: PaperPage[]) => list.map(({ page }) => page);

  test('a page is moved and nothing else changes its order', () => {
    expect(numbers(movePage(pages, 0, 2))).toEqual([1, 2, 0]);
    expect(numbers(movePage(pages, 2, 0))).toEqual([2, 0, 1]);
  });

  test('four turns to the left are none', () => {
    let turned: PaperPage[] = pages;
    for (let times = 0; times < 4; times += 1) turned = turnPage(turned, 1, -90);
    expect(turned).toEqual(pages);
    expect(turnPage(pages, 1, -90)[1]?.turn).toBe(270);
  });

  test('a removed page leaves the others', () => {
    expect(numbers(removePage(pages, 1))).toEqual([0, 2]);
  });

  test('a page is found again where it went, and refused once it is gone or looks another way', () => {
    const [first, second] = pages;
    if (!first || !second) throw new Error('there are pages');
    expect(placeNow(pages, second, 1)).toBe(1);
    expect(placeNow(movePage(pages, 1, 2), second, 1)).toBe(2);
    expect(() => placeNow(removePage(pages, 1), second, 1)).toThrow('not-found');
    expect(() => placeNow(turnPage(pages, 1, 90), second, 1)).toThrow('not-found');
    expect(placeNow([first, first], first, 1)).toBe(1);
  });

  test('the page in sight stays in sight when it is moved; one that is gone leaves its place to the next', () => {
    const [first, second] = pages;
    if (!first || !second) throw new Error('there are pages');
    const moved = { page: first, position: 1 };
    expect(chosenNow(pages, moved)).toBe(0);
    expect(chosenNow(movePage(pages, 0, 1), moved)).toBe(1);
    expect(chosenNow(removePage(pages, 0), moved)).toBe(1);
    expect(chosenNow([second], moved)).toBe(0);
    expect(chosenNow(turnPage(pages, 1, 90), { page: second, position: 1 })).toBe(1);
    expect(chosenNow(pages, { page: undefined, position: 0 })).toBe(0);
    expect(chosenNow([first, first], { page: first, position: 1 })).toBe(1);
    const turned = turnPage(pages, 1, 90);
    expect(chosenNow(removePage(turned, 0), { page: second, position: 1 })).toBe(0);
  });
});

describe('the list of visits', () => {
  const summary = (part: Partial<VisitSummary>): VisitSummary => ({
    ...{ ...newVisit('person-0000000001', '2026-01-01').visit, id: 'visit-0000000001', removed: false },
    ...{ createdAt: '', updatedAt: '', personName: '王秀兰', invoiceCount: 1, totalFen: 100 },
    ...{ papers: [], demands: [], missing: [], claim: null },
    ...part,
  });
  const visits = [
    summary({ id: 'visit-0000000001', date: '2025-12-30', hospital: '昆明市延安医院' }),
    summary({ id: 'visit-0000000002', date: '2026-03-05', missing: [['prescription']] }),
    summary({ id: 'visit-0000000003', date: '2026-02-10', invoiceCount: 0 }),
  ];
  const ids = (list: VisitSummary[]) => list.map(({ id }) => id.at(-1));

  test('newest first, or oldest first', () => {
    expect(ids(filterVisits(visits, noFilter, true))).toEqual(['2', '3', '1']);
    expect(ids(filterVisits(visits, noFilter, false))).toEqual(['1', '3', '2']);
  });

  test('a visit without an invoice is not complete', () => {
    expect(ids(filterVisits(visits, { ...noFilter, completeness: 'complete' }, true))).toEqual(['1']);
  });

  test('every word must be found, in any of the fields', () => {
    expect(ids(filterVisits(visits, { ...noFilter, text: '延安 2025' }, true))).toEqual(['1']);
    expect(filterVisits(visits, { ...noFilter, text: '延安 2026' }, true)).toEqual([]);
  });
});
