// Which deadlines are to be told today: once when 60, 30 and 7 days are left, and on the last day itself.

import type { DeadlineEntry } from '../../shared/readiness-calls.ts';

export const noticeSteps = [0, 7, 30, 60] as const;
export type NoticeStep = (typeof noticeSteps)[number];
export type DueNotice = {
  key: string;
  step: NoticeStep;
  daysLeft: number;
  date: string;
  entry: DeadlineEntry;
};

/** The step a deadline has reached: the smallest that is not below what is left; null when it is far away or over. */
export const stepReached = (daysLeft: number): NoticeStep | null =>
  daysLeft < 0 ? null : (noticeSteps.find((step) => daysLeft <= step) ?? null);

/** What a notice is remembered by: another day is another deadline. */
export const noticeKey = (
  { kind, personId, claim, visit, what }: Omit<DeadlineEntry, 'deadline' | 'personName'>,
  date: string,
): string => [kind, personId, claim?.id ?? '', visit?.id ?? '', what, date].join('/');

/**
 * Nearest first, one for each claim: of its visits the nearest speaks. Hints (grade C) and days that are not known are never
 * told as facts. `isTold` answers for a key and its step.
 */
export function dueNotices(
  entries: readonly DeadlineEntry[],
  isTold: (key: string, step: NoticeStep) => boolean,
): DueNotice[] {
  const found = entries
    .flatMap((entry): DueNotice[] => {
      const { date, daysLeft, certainty } = entry.deadline;
      if (date === null || daysLeft === null || (certainty !== 'stated' && certainty !== 'estimated'))
        return [];
      const step = stepReached(daysLeft);
      return step === null ? [] : [{ key: noticeKey(entry, date), step, daysLeft, date, entry }];
    })
    .toSorted((one, other) => one.daysLeft - other.daysLeft);
  const spoken = new Set<string>();
  return found.filter(({ key, step, entry }) => {
    const about = entry.claim ? `${entry.kind}/${entry.claim.id}` : key;
    if (spoken.has(about)) return false;
    spoken.add(about);
    return !isTold(key, step);
  });
}
