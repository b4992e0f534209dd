// What is told of deadlines, and when: each step once, the nearest of a claim only, nothing that is not known.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueNotices, noticeSteps, stepReached } from '../../electron/deadlines/due-notices.ts';
import type { DeadlineEntry } from '../../shared/readiness-calls.ts';

const entry = (daysLeft: number | null, change: Partial<DeadlineEntry> = {}): DeadlineEntry => ({
  kind: 'claim',
  personId: 'person-0000000001',
  personName: '王秀兰',
  claim: { id: 'claim-0000000001', number: '2026-01' },
  visit: { id: 'visit-0000000001', date: '2026-01-01', hospital: '某医院' },
  what: '',
  deadline: {
    date: daysLeft === null ? null : '2026-08-01',
    hardStop: null,
    daysLeft,
    certainty: 'stated',
    why: '',
    rule: null,
    warnOn: [],
  },
  ...change,
});
const never = () => false;

test('the steps are 60, 30 and 7 days and the last one', () => {
  const steps = [61, 60, 31, 30, 8, 7, 1, 0, -1].map(stepReached);
  expect(steps).toEqual([null, 60, 60, 30, 30, 7, 7, 0, null]);
});

test('of a claim only the nearest day is told; days that are a hint or unknown never are', () => {
  const other = { visit: { id: 'visit-0000000002', date: '2026-02-01', hospital: '某医院' } };
  expect(dueNotices([entry(29, other), entry(5)], never).map(({ daysLeft }) => daysLeft)).toEqual([5]);
  const hint = entry(5);
  hint.deadline.certainty = 'hint';
  expect(dueNotices([hint, entry(null)], never)).toEqual([]);
  const loose = [entry(5, { claim: null }), entry(6, { claim: null, ...other })];
  expect(dueNotices(loose, never)).toHaveLength(2);
});

test('over all the days of a deadline every step is told exactly once, however often the program looks', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 80 }), { minLength: 1, maxLength: 40 }), (looks) => {
      const told: string[] = [];
      for (const daysLeft of looks.toSorted((a, b) => b - a))
        for (const { key, step } of dueNotices([entry(daysLeft)], (k, s) => told.includes(`${k} ${s}`)))
          told.push(`${key} ${step}`);
      const reached = noticeSteps.filter((step) => looks.some((daysLeft) => stepReached(daysLeft) === step));
      expect(told).toHaveLength(reached.length);
      expect(new Set(told).size).toBe(told.length);
    }),
  );
});

test('another last day is another deadline', () => {
  const moved = entry(20);
  moved.deadline.date = '2026-09-01';
  const [first] = dueNotices([entry(20)], never);
  expect(dueNotices([moved], (key) => key === first?.key)).toHaveLength(1);
});
