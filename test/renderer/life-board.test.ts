// The board's lines and the steps of a claim without a screen: grouping, addresses, what a step sends, what is asked about money.

import { describe, expect, test } from 'vitest';
import { groupFindings } from '../../renderer/findings/group-findings.ts';
import { remedyAddress } from '../../renderer/findings/remedy-address.ts';
import { asksPrintedTotal, fixesOf } from '../../renderer/findings/use-fix.ts';
import { compareMoney, questionsFor } from '../../renderer/screens/claims/compare-money.ts';
import { emptyStep, fieldsOfStep, readStep } from '../../renderer/screens/claims/step-draft.ts';
import { fieldsOfChapter, newRule } from '../../renderer/screens/packs/rule-fields.ts';
import { stateOf } from '../../renderer/screens/people/record-span.tsx';
import { claimSteps } from '../../shared/claim-life.ts';
import { type Finding, remedyActions } from '../../shared/rules/finding.ts';
import { chapterShapes, chapters } from '../../shared/rules/rule-pack.ts';

const finding = (change: Partial<Finding> = {}): Finding => ({
  code: 'stamp-not-confirmed',
  severity: 'likely-returned',
  visitId: 'visit-000000000a',
  invoiceId: null,
  paperKind: 'invoice',
  alternatives: [],
  field: '',
  params: { stamp: 'fee' },
  rule: null,
  do: 'home',
  remedy: { action: 'confirm-stamp', target: 'paper-000000000a' },
  ...change,
});
const say = ({ code, paperKind }: Finding) => `${code} ${paperKind}`;
const nowhere = () => '';

describe('the lines of the board', () => {
  test('say the same thing at several visits once', () => {
    const [group] = groupFindings(
      [finding(), finding({ visitId: 'visit-000000000b' }), finding({ paperKind: 'itemized-list' })],
      nowhere,
      say,
    );
    expect(group?.lines.map(({ findings }) => findings.length)).toEqual([2, 1]);
  });

  test('keep hospitals apart, and put them before what is done at home', () => {
    const at = (hospital: string) => (id: string) => (id.endsWith('a') ? hospital : '乙医院');
    const groups = groupFindings(
      [
        finding(),
        finding({ do: 'hospital' }),
        finding({ do: 'hospital', visitId: 'visit-000000000b', severity: 'blocks' }),
        finding({ do: 'office', severity: 'advice' }),
      ],
      at('甲医院'),
      say,
    );
    expect(groups.map(({ place, hospital }) => [place, hospital])).toEqual([
      ['hospital', '乙医院'],
      ['hospital', '甲医院'],
      ['home', ''],
      ['office', ''],
    ]);
  });

  test('put what blocks first in a card, and never lose a finding', () => {
    const findings = [
      finding({ severity: 'advice', paperKind: 'prescription' }),
      finding({ severity: 'blocks', paperKind: 'itemized-list' }),
      finding(),
    ];
    const [group] = groupFindings(findings, nowhere, say);
    expect(group?.lines.map(({ severity }) => severity)).toEqual(['blocks', 'likely-returned', 'advice']);
    expect(group?.lines.flatMap((line) => line.findings)).toHaveLength(3);
  });

  test('lead to a place, or are mended on the spot, whatever the remedy', () => {
    const around = { personId: 'person-00000000', claimId: 'claim-0000000', placeCode: '532800' };
    const without = remedyActions.filter(
      (action) => !remedyAddress(finding({ remedy: { action, target: 'x-1' } }), around),
    );
    expect(without).toEqual(['split-claim', 'wait']);
    expect(remedyAddress(finding(), around)).toBe('/visits/visit-000000000a?paper=invoice');
    const filing = finding({ remedy: { action: 'edit-filing', target: 'filing-000000001' } });
    expect(remedyAddress(filing, around)).toBe('/people/person-00000000?to=filing&record=filing-000000001');
  });

  test('offer on the spot only what a click can know', () => {
    expect(fixesOf(finding())).toEqual(['stamped', 'not-stamped']);
    expect(fixesOf(finding({ remedy: { action: 'confirm-stamp', target: '' } }))).toEqual([]);
    expect(fixesOf(finding({ code: 'paper-missing', remedy: { action: 'add-paper', target: 'v' } }))).toEqual(
      [],
    );
    const total = finding({ code: 'list-total-differs', remedy: { action: 'edit-paper', target: 'p' } });
    expect(asksPrintedTotal(total)).toBe(true);
    expect(asksPrintedTotal(finding())).toBe(false);
  });
});

describe('a step of a claim', () => {
  const claimId = 'claim-000000000a';
  const draft = (step: (typeof claimSteps)[number]) => emptyStep(step, '2026-12-20');

  test('sends only what belongs to it', () => {
    const typed = { ...draft('accepted'), amount: '12.00', reasons: ['other' as const], until: '2027-01-01' };
    expect(readStep(typed, claimId)).toMatchObject({
      fields: { claimId, step: 'accepted', amountFen: null, reasons: [], until: '', wanted: [] },
    });
  });

  test('wants a reason for a return and an amount for a payment', () => {
    expect(readStep(draft('returned'), claimId)).toEqual({ trouble: { field: 'reasons', problem: null } });
    expect(readStep(draft('paid'), claimId)).toEqual({ trouble: { field: 'amount', problem: null } });
    expect(readStep({ ...draft('paid'), amount: '1.234' }, claimId)).toMatchObject({
      trouble: { field: 'amount', problem: { code: 'amount-too-precise' } },
    });
    expect(readStep({ ...draft('paid'), amount: '2,500.50' }, claimId)).toMatchObject({
      fields: { amountFen: 250_050 },
    });
  });

  test('leaves the amount open when all that is left is claimed', () => {
    expect(readStep(draft('handed-in'), claimId)).toMatchObject({ fields: { amountFen: null } });
  });

  test('begins with the office and payer of the step before', () => {
    const next = emptyStep('supplemented', '2026-12-20', { payer: 'commercial', office: '窗口 3' });
    expect(next).toMatchObject({ payer: 'commercial', office: '窗口 3' });
  });

  test('has its fields, whichever it is', () => {
    expect(Object.keys(fieldsOfStep).sort()).toEqual([...claimSteps].sort());
  });
});

describe('the money of a claim', () => {
  const money = { totalFen: 500, ownFen: 500, paid: [], leftFen: 500 };
  test('is compared once something was decided and paid', () => {
    expect(compareMoney({ ...money, paidFen: 0, decidedFen: 300 })).toBeNull();
    expect(compareMoney({ ...money, paidFen: 100, decidedFen: null })).toBeNull();
    expect(compareMoney({ ...money, paidFen: 100, decidedFen: 300 })).toEqual({ fen: 200 });
    expect(compareMoney({ ...money, paidFen: 400, decidedFen: 300 })).toEqual({ fen: -100 });
  });
  test('asks about a return only when there was one', () => {
    expect(questionsFor([{ step: 'paid' }])).not.toContain('reasons');
    expect(questionsFor([{ step: 'returned' }, { step: 'paid' }])[0]).toBe('reasons');
  });
});

test('a record holds on its first and on its last day', () => {
  const span = { from: '2026-01-01', to: '2026-12-31' };
  expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => stateOf(span, day))).toEqual([
    'future',
    'current',
    'current',
    'over',
  ]);
  expect(stateOf({ from: '2026-01-01', to: '' }, '2099-01-01')).toBe('current');
});

describe.each(chapters)('the form of a rule of %s', (chapter) => {
  test('asks only for fields that the rule has', () => {
    const known = Object.keys(chapterShapes[chapter].shape);
    expect(fieldsOfChapter[chapter].map(({ name }) => name).filter((name) => !known.includes(name))).toEqual(
      [],
    );
  });

  test('offers only values that the rule may have', () => {
    const begun = { permille: 0, yearFen: 100, name: { 'zh-CN': '网上', en: 'online' }, ...newRule(chapter) };
    const shape = chapterShapes[chapter];
    for (const spec of fieldsOfChapter[chapter])
      for (const option of 'options' in spec ? spec.options : []) {
        const value = spec.kind === 'choices' ? [option] : option;
        const rule = { ...begun, [spec.name]: value, id: 'own-1', source: 'own-1' };
        expect(shape.safeParse(rule).error?.issues ?? [], `${spec.name} ${option}`).toEqual([]);
      }
  });
});
