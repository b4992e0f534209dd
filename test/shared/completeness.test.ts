// Which papers a visit still needs.

import { expect, test } from 'vitest';
import { missingPapers, paperDemands } from '../../shared/completeness.ts';
import { fourPapers, type PaperKind, visitKinds } from '../../shared/domain.ts';

const page = { scan: 'a'.repeat(64), page: 0, turn: 0 as const };
const has = (...kinds: PaperKind[]) => kinds.map((kind) => ({ kind, pages: [page] }));
const lacks = (kind: (typeof visitKinds)[number], papers: ReturnType<typeof has>) =>
  missingPapers({ kind }, papers).map((demand) => demand.anyOf.join('|'));

test('every outpatient visit needs the four papers, in their order', () => {
  for (const kind of ['chronic-outpatient', 'outpatient', 'emergency'] as const) {
    expect(lacks(kind, [])).toEqual([...fourPapers]);
    expect(lacks(kind, has('prescription', 'invoice'))).toEqual(['itemized-list', 'medical-record']);
    expect(lacks(kind, has(...fourPapers))).toEqual([]);
  }
});

test('a stay needs a discharge summary or a diagnosis certificate, either of them', () => {
  expect(lacks('inpatient', has('invoice', 'itemized-list'))).toEqual([
    'discharge-summary|diagnosis-certificate',
  ]);
  expect(lacks('inpatient', has('invoice', 'itemized-list', 'diagnosis-certificate'))).toEqual([]);
  expect(lacks('inpatient', has('invoice', 'itemized-list', 'discharge-summary'))).toEqual([]);
});

test('a paper without pages is no paper, and other papers satisfy nothing', () => {
  const empty = fourPapers.map((kind) => ({ kind, pages: [] }));
  expect(lacks('outpatient', empty)).toEqual([...fourPapers]);
  expect(lacks('outpatient', has('other', 'identity-card'))).toEqual([...fourPapers]);
});

test('every kind of visit has demands, and no demand is empty', () => {
  for (const kind of visitKinds) {
    expect(paperDemands[kind].length).toBeGreaterThan(0);
    expect(paperDemands[kind].every((demand) => demand.anyOf.length > 0)).toBe(true);
  }
});
