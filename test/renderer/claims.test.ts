// The claims screens' own decisions: sections of pages, keys, where a problem is mended, how sizes are said.

import { describe, expect, test } from 'vitest';
import type { PressPage } from '../../renderer/packet-press/press-messages.ts';
import { sayFileSize } from '../../renderer/papers/file-size.ts';
import { sectionAt, sectionsOf } from '../../renderer/screens/claims/page-sections.ts';
import { problemPlace } from '../../renderer/screens/claims/problem-place.ts';
import { pageForKey } from '../../renderer/screens/claims/use-page-keys.ts';
import { paper, plan, scanName, source, visit } from '../packet/plans.ts';

const front = (number: number): PressPage => ({
  number,
  kind: 'front',
  visit: null,
  paper: null,
  label: '申报表',
  source: null,
});
const page = (number: number, visit: number, paper: PressPage['paper']): PressPage => ({
  number,
  kind: 'paper',
  visit,
  paper,
  label: '',
  source: { scan: scanName(number), page: 0 },
});

describe('sections of the list of pages', () => {
  const byVisit = [
    front(1),
    front(2),
    page(3, 0, 'invoice'),
    page(4, 0, 'prescription'),
    page(5, 1, 'invoice'),
  ];

  test('by visit: the front pages, then one section a visit', () => {
    const sections = sectionsOf(byVisit, 'visit');
    expect(sections.map(({ visit, pages }) => [visit, pages.map(({ number }) => number)])).toEqual([
      [null, [1, 2]],
      [0, [3, 4]],
      [1, [5]],
    ]);
    expect(sectionAt(sections, 4)).toBe(1);
    expect(sectionAt(sections, 9)).toBe(-1);
  });

  test('by kind: visits of one kind stand together', () => {
    const byKind = [front(1), page(2, 0, 'invoice'), page(3, 1, 'invoice'), page(4, 0, 'prescription')];
    expect(sectionsOf(byKind, 'kind').map(({ paper, pages }) => [paper, pages.length])).toEqual([
      [null, 1],
      ['invoice', 2],
      ['prescription', 1],
    ]);
  });
});

describe('turning pages by key', () => {
  const at = (page: number, free = true) => ({ page, pages: 9, free });

  test('forth, back, first and last, never beyond the ends', () => {
    expect(pageForKey('PageDown', at(3))).toBe(4);
    expect(pageForKey('ArrowLeft', at(1))).toBe(1);
    expect(pageForKey('Home', at(5))).toBe(1);
    expect(pageForKey('End', at(5))).toBe(9);
    expect(pageForKey('ArrowRight', at(9))).toBe(9);
    expect(pageForKey('x', at(5))).toBeUndefined();
  });

  test('up and down scroll an enlarged page instead of turning it', () => {
    expect(pageForKey('ArrowDown', at(3))).toBe(4);
    expect(pageForKey('ArrowDown', at(3, false))).toBeUndefined();
    expect(pageForKey('PageDown', at(3, false))).toBe(4);
  });
});

describe('where a problem of the packet is mended', () => {
  const claim = { personId: 'person-0000000001', visitIds: ['visit-000000000a', 'visit-000000000b'] };
  const made = plan([
    visit(),
    visit({
      hospital: '昆明市㐂医院',
      papers: [paper('invoice', [source(scanName(1), { fileName: '二月发票.jpg' })])],
    }),
  ]);

  test('a page that cannot be used leads to its visit', () => {
    const problem = { code: 'page-unusable', params: { file: '二月发票.jpg', page: 1, detail: '' } } as const;
    expect(problemPlace(problem, made, claim)).toEqual({ kind: 'paper', to: '/visits/visit-000000000b' });
  });

  test('a character leads to the person or the visit that carries it', () => {
    const of = (characters: string) =>
      problemPlace({ code: 'character-missing', params: { characters, field: '' } }, made, claim);
    expect(of('㐂')).toEqual({ kind: 'paper', to: '/visits/visit-000000000b' });
    expect(of('兰')).toEqual({ kind: 'person', to: '/people/person-0000000001' });
  });

  test('a full disk is mended on no screen', () => {
    expect(problemPlace({ code: 'disk-full', params: { path: '/x' } }, made, claim)).toBeUndefined();
  });
});

test('file sizes are said the way people say them', () => {
  expect([0, 900, 624_000, 1_023_999, 3_300_000, 240_000_000].map(sayFileSize)).toEqual([
    '1 KB',
    '1 KB',
    '609 KB',
    '1.0 MB',
    '3.1 MB',
    '229 MB',
  ]);
});
