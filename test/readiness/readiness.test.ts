// Holds for every claim: what is found does not depend on order, is the same twice, is well formed, and changes nothing.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkReadiness, verdictOf } from '../../electron/readiness/check-readiness.ts';
import type { ReadinessInput, VisitSeen } from '../../electron/readiness/input.ts';
import { paperKinds } from '../../shared/domain.ts';
import { finding, findingCodes } from '../../shared/rules/finding.ts';
import {
  event,
  filing,
  idOf,
  input,
  packWith,
  paper,
  rule,
  rules,
  seen,
  twin,
  withInvoice,
} from './builder.ts';
import { paperCases } from './papers.cases.ts';
import { placeCases } from './place.cases.ts';
import { printedCases } from './printed.cases.ts';

const cases = [...paperCases, ...printedCases, ...placeCases];

describe('the table', () => {
  test('has at least 120 cases', () => expect(cases.length).toBeGreaterThanOrEqual(120));

  test('finds every code at least once', () => {
    const found = new Set(cases.flatMap(([, , codes]) => codes));
    expect(findingCodes.filter((code) => !found.has(code))).toEqual([]);
  });

  test('has near misses in which nothing is found', () => {
    expect(cases.filter(([, , codes]) => codes.length === 0).length).toBeGreaterThan(80);
  });

  test('finds only what the schema allows, with a place where a remedy leads', () => {
    for (const [, change] of cases)
      for (const one of checkReadiness(input(change))) expect(finding.parse(one)).toEqual(one);
  });

  test('never lets a hint block or send back', () => {
    const hinted = input({
      pack: packWith({
        list: rule('papers', { id: 'r-list', anyOf: [{ kind: 'itemized-list', stamp: 'hospital' }] }, 'C'),
        filing: rule('filing', { needed: true, withoutFiling: 'refused' }, 'C'),
        deadline: rule('deadlines', { terms: [{ kind: 'same-year', until: '01-01' }], late: 'refused' }, 'C'),
        account: rule('accounts', { accept: ['employer'] }, 'C'),
        approval: rule('approvals', { needed: true }, 'C'),
      }),
      filings: [],
      approvals: [],
      visits: [{ ...seen(), papers: [paper('invoice', 1), paper('prescription', 2)] }],
    });
    const found = checkReadiness(hinted).filter(({ rule: one }) => one?.grade === 'C');
    expect(found.length).toBeGreaterThan(3);
    expect(found.filter(({ severity }) => severity !== 'advice')).toEqual([]);
  });

  test('cites the rule a finding rests on with source, date, grade and level', () => {
    const [missing] = checkReadiness(input({ visits: [{ ...seen(), papers: seen().papers.slice(0, 1) }] }));
    expect(missing?.rule).toMatchObject({
      id: 'r-list',
      url: 'example.gov.cn',
      date: '2025-01-01',
      grade: 'A',
      level: 'city',
    });
  });

  test('has a verdict: ready, so many to fix, or wait until a day', () => {
    expect(verdictOf(checkReadiness(input()))).toEqual({ kind: 'ready', advice: 0 });
    const open = rule('windows', { when: { kind: 'each-month', fromDay: 10, toDay: 20 } });
    expect(verdictOf(checkReadiness(input({ pack: packWith({}, open) })))).toEqual({
      kind: 'wait',
      until: '2026-05-10',
    });
    const lacking = checkReadiness(input({ pack: packWith({}, open), filings: [], standingPapers: [] }));
    expect(verdictOf(lacking)).toEqual({ kind: 'fix', count: 2 });
  });
});

/** Claims of up to six visits with odd dates, sums, papers and kinds. */
const visits = fc
  .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 })
  .chain((serials) => fc.tuple(...serials.map((serial) => visitOf(serial))));

function visitOf(serial: number): fc.Arbitrary<VisitSeen> {
  return fc
    .record({
      kind: fc.constantFrom('chronic-outpatient', 'outpatient', 'emergency', 'inpatient'),
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 12 }),
      year: fc.constantFrom(2025, 2026),
      kept: fc.subarray([0, 1, 2, 3]),
      cashFen: fc.constantFrom(26840, 26830),
      disease: fc.constantFrom('M01600', 'M03900', ''),
    })
    .map((one) => {
      const date = `${one.year}-${String(one.month).padStart(2, '0')}-${String(one.day).padStart(2, '0')}`;
      const endDate = one.kind === 'inpatient' ? date : '';
      const whole = seen({ kind: one.kind, date, endDate, diseaseCode: one.disease }, serial);
      const kept = whole.papers.filter((_, at) => one.kept.includes(at));
      return withInvoice({ cashFen: one.cashFen }, { ...whole, papers: kept });
    });
}

const claims: fc.Arbitrary<ReadinessInput> = fc
  .record({
    visits,
    filings: fc.constantFrom([], [filing()], [filing({ from: '2026-02-01', waitingDays: 30 })]),
    vaultInvoices: fc.constantFrom([], [twin()], [twin({ submittedOn: '2026-02-01' })]),
    events: fc.constantFrom([], [event({}), event({ step: 'returned', until: '2026-06-01' })]),
    today: fc.constantFrom('2026-05-06', '2026-12-30', '2027-04-01'),
    pack: fc.constantFrom(packWith({}), packWith({ deadline: null, filing: null }), packWith({ list: null })),
  })
  .map((change) => input(change));

const missingCodes = [
  'paper-missing',
  'person-paper-missing',
  'emergency-proof-missing',
  'list-missing-categories-only',
];

describe('for any claim', () => {
  test('adding a paper never adds a "missing" finding', () => {
    fc.assert(
      fc.property(claims, fc.nat(), fc.constantFrom(...paperKinds), (claim, at, kind) => {
        const missing = (one: ReadinessInput) =>
          checkReadiness(one)
            .filter(({ code }) => missingCodes.includes(code))
            .map(({ code, visitId, paperKind }) => `${code} ${visitId} ${paperKind}`);
        const target = at % claim.visits.length;
        const more = claim.visits.map((one, index) =>
          index === target ? { ...one, papers: [...one.papers, paper(kind, '99')] } : one,
        );
        const before = missing(claim);
        for (const one of missing({ ...claim, visits: more })) expect(before).toContain(one);
      }),
    );
  });

  test('the order of visits, papers, filings and rules does not matter', () => {
    fc.assert(
      fc.property(claims, (claim) => {
        const turned = {
          ...claim,
          visits: claim.visits.map((one) => ({ ...one, papers: one.papers.toReversed() })).toReversed(),
          filings: claim.filings.toReversed(),
          pack: { ...claim.pack, rules: claim.pack.rules.toReversed() },
        };
        expect(checkReadiness(turned)).toEqual(checkReadiness(claim));
      }),
    );
  });

  test('findings are the same the second time, and nothing given is changed', () => {
    fc.assert(
      fc.property(claims, (claim) => {
        const before = structuredClone(claim);
        expect(checkReadiness(claim)).toEqual(checkReadiness(claim));
        expect(claim).toEqual(before);
      }),
    );
  });

  test('every finding is of the schema and names a visit of the claim', () => {
    fc.assert(
      fc.property(claims, (claim) => {
        const ids = new Set(claim.visits.map(({ visit }) => visit.id));
        for (const one of checkReadiness(claim)) {
          expect(finding.parse(one)).toEqual(one);
          if (one.visitId !== null) expect(ids).toContain(one.visitId);
        }
      }),
    );
  });
});

test('a rule that another rule repeats is said once', () => {
  const again = rule('papers', {
    id: 'r-invoice-again',
    anyOf: [{ kind: 'invoice', form: 'original', stamp: 'none' }],
  });
  const found = checkReadiness(
    input({ visits: [{ ...seen(), papers: seen().papers.slice(1) }], pack: packWith({}, again) }),
  );
  expect(found.map(({ code, rule: one }) => [code, one?.id])).toEqual([
    ['paper-missing', rules.invoice.rule.id],
  ]);
});

test('a finding of one visit names that visit and the action that mends it', () => {
  const found = checkReadiness(
    input({
      visits: [seen({}, 1), { ...seen({ date: '2026-04-18' }, 2), papers: seen({}, 2).papers.slice(1) }],
    }),
  );
  expect(found).toMatchObject([
    {
      code: 'paper-missing',
      visitId: idOf('visit', 2),
      paperKind: 'invoice',
      do: 'hospital',
      remedy: { action: 'add-paper', target: idOf('visit', 2) },
    },
  ]);
});
