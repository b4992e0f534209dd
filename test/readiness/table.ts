// Runs a table of cases: a claim, and the very codes that must be found in it.

import { describe, expect, test } from 'vitest';
import { checkReadiness } from '../../electron/readiness/check-readiness.ts';
import type { ReadinessInput } from '../../electron/readiness/input.ts';
import type { FindingCode } from '../../shared/rules/finding.ts';
import { input } from './builder.ts';

/** What it is, what is different from a claim that is ready, which codes are found (none: a near miss). */
export type Case = [name: string, change: Partial<ReadinessInput>, codes: FindingCode[]];

export const codesOf = (change: Partial<ReadinessInput>): FindingCode[] =>
  checkReadiness(input(change)).map(({ code }) => code);

export function runTable(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    test.each(cases.map((one) => ({ name: one[0], change: one[1], codes: one[2] })))(
      '$name',
      ({ change, codes }) => {
        expect(codesOf(change).sort()).toEqual([...codes].sort());
      },
    );
  });
}
