// Which papers a visit must have and which it lacks: the visit, the packet and the board give one answer.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkReadiness } from '../../electron/readiness/check-readiness.ts';
import { readCase } from '../../electron/readiness/visit-case.ts';
import { demandsOf, lacksOf } from '../../electron/readiness/visit-demands.ts';
import { resolvePack } from '../../electron/rules/resolve-pack.ts';
import { shippedPacks } from '../../electron/rules/shipped-packs.ts';
import { fourPapers, type PaperKind, paperKinds, type VisitKind, visitKinds } from '../../shared/domain.ts';
import { isGap } from '../../shared/rules/finding.ts';
import { situations } from '../../shared/rules/rule-parts.ts';
import { usualPapers } from '../../shared/usual-papers.ts';
import { input, seen } from './builder.ts';

const page = { scan: 'a'.repeat(64), page: 0, turn: 0 as const };
const [usual] = seen().papers;
const has = (kinds: readonly PaperKind[], pages = [page]) =>
  kinds.flatMap((kind) => (usual ? [{ facts: null, paper: { ...usual.paper, id: kind, kind, pages } }] : []));

const packs = new Map<string, ReturnType<typeof resolvePack>>();
const packOf = (place: string) => {
  const pack = packs.get(place) ?? resolvePack(shippedPacks(), place);
  packs.set(place, pack);
  return pack;
};
function see(
  place: string,
  kind: VisitKind,
  papers = has([]),
  named: readonly (typeof situations)[number][] = [],
) {
  const one = { ...seen(), papers, situations: named };
  const visit = { ...one.visit, kind, endDate: kind === 'inpatient' ? one.visit.date : '' };
  return input({ pack: packOf(place), visits: [{ ...one, visit }] });
}
const read = (...wish: Parameters<typeof see>) => {
  const [one] = readCase(see(...wish)).cases;
  if (!one) throw new Error('no visit');
  return one;
};
const lacks = (...wish: Parameters<typeof see>) =>
  lacksOf(read(...wish)).flatMap(({ kinds, severity }) => (severity === 'advice' ? [] : [kinds.join('|')]));

describe('the four papers', () => {
  test('are asked for where nobody has written down what the place wants, in their order', () => {
    for (const place of ['532800', '530100', '651000', '']) {
      for (const kind of ['chronic-outpatient', 'outpatient'] as const) {
        expect(demandsOf(read(place || '100000', kind)).map(({ kinds }) => kinds)).toEqual(
          fourPapers.map((one) => [one]),
        );
        expect(lacks(place || '100000', kind)).toEqual([...fourPapers]);
        expect(lacks(place || '100000', kind, has(['prescription', 'invoice']))).toEqual([
          'itemized-list',
          'medical-record',
        ]);
        expect(lacks(place || '100000', kind, has(fourPapers))).toEqual([]);
      }
    }
  });

  test('without a prescription the claim is likely to be returned, without both it is not accepted', () => {
    const severities = (papers: readonly PaperKind[]) =>
      lacksOf(read('532800', 'chronic-outpatient', has(papers))).map(({ kinds, severity }) => [
        kinds[0],
        severity,
      ]);
    expect(severities(['invoice', 'itemized-list', 'medical-record'])).toEqual([
      ['prescription', 'likely-returned'],
    ]);
    expect(severities(['invoice', 'itemized-list'])).toEqual([
      ['prescription', 'blocks'],
      ['medical-record', 'blocks'],
    ]);
  });

  test('give way to what the place itself says: either in Jiangsu, the prescription in Beijing, both in Tianjin', () => {
    const one = has(['invoice', 'itemized-list', 'medical-record']);
    expect(lacks('320000', 'chronic-outpatient', one)).toEqual([]);
    expect(lacks('320000', 'outpatient', has(['invoice', 'itemized-list']))).toEqual([
      'prescription|medical-record',
    ]);
    expect(lacks('110000', 'outpatient', one)).toEqual(['prescription']);
    expect(lacks('110000', 'outpatient', has(['invoice', 'itemized-list', 'prescription']))).toEqual([]);
    expect(lacks('120000', 'outpatient', has(['invoice', 'itemized-list']))).toEqual(
      expect.arrayContaining(['prescription', 'medical-record']),
    );
  });
});

test('a stay needs a discharge summary or a diagnosis certificate, either of them', () => {
  expect(lacks('532800', 'inpatient', has(['invoice', 'itemized-list']))).toEqual([
    'discharge-summary|diagnosis-certificate',
  ]);
  for (const kind of ['diagnosis-certificate', 'discharge-summary'] as const)
    expect(lacks('532800', 'inpatient', has(['invoice', 'itemized-list', kind]))).toEqual([]);
});

test('an emergency needs its proof besides', () => {
  expect(lacks('532800', 'emergency', has(fourPapers))).toEqual(['emergency-proof']);
  expect(lacks('532800', 'outpatient', has(fourPapers), ['emergency'])).toEqual(['emergency-proof']);
  expect(lacks('532800', 'emergency', has([...fourPapers, 'emergency-proof']))).toEqual([]);
});

test('a paper without pages is no paper, and other papers satisfy nothing', () => {
  expect(lacks('532800', 'outpatient', has(fourPapers, []))).toEqual([...fourPapers]);
  expect(lacks('532800', 'outpatient', has(['other', 'identity-card']))).toEqual([...fourPapers]);
});

test('every kind of visit has papers that are usual, and no demand is empty', () => {
  for (const kind of visitKinds) {
    expect(usualPapers[kind].length).toBeGreaterThan(0);
    expect(usualPapers[kind].every((anyOf) => anyOf.length > 0)).toBe(true);
  }
});

describe('one answer', () => {
  const places = shippedPacks().map(({ place }) => place);
  const wishes = fc.record({
    place: fc.constantFrom(...places),
    kind: fc.constantFrom(...visitKinds),
    kinds: fc.uniqueArray(fc.constantFrom(...paperKinds)),
    named: fc.uniqueArray(fc.constantFrom(...situations), { maxLength: 3 }),
  });

  test('what a visit lacks is what its demands leave open, and is what readiness finds', () => {
    fc.assert(
      fc.property(wishes, ({ place, kind, kinds, named }) => {
        const papers = has(kinds);
        const one = read(place, kind, papers, named);
        const lacking = lacks(place, kind, papers, named).sort();
        const open = demandsOf(one).filter((demand) => !demand.kinds.some((have) => kinds.includes(have)));
        expect(open.map((demand) => demand.kinds.join('|')).sort()).toEqual(lacking);
        const found = checkReadiness(see(place, kind, papers, named)).filter(
          (finding) => isGap(finding) && finding.remedy.action === 'add-paper',
        );
        expect(
          found.map(({ paperKind, alternatives }) => [paperKind, ...alternatives].join('|')).sort(),
        ).toEqual(lacking);
      }),
    );
  });

  test('no demand is met by meeting another', () => {
    fc.assert(
      fc.property(wishes, ({ place, kind, named }) => {
        const all = demandsOf(read(place, kind, has([]), named)).map(({ kinds }) => new Set(kinds));
        for (const [at, wide] of all.entries())
          expect(
            all.some((narrow, other) => other !== at && [...narrow].every((kind) => wide.has(kind))),
          ).toBe(false);
      }),
    );
  });
});
