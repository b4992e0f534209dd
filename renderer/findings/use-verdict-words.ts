// A verdict as one word book says it everywhere: on the home screen, the board, in the list of claims, and over a claim.

import { useTranslation } from 'react-i18next';
import { type Claim, isPreparing } from '../../shared/domain.ts';
import type { Verdict } from '../../shared/rules/finding.ts';
import { useDay } from '../shell/day.ts';

/** `status` null: visits that are in no claim yet. Once it is handed in, what the office does counts and no longer the verdict. */
export type Judged = { verdict: Verdict; status: Claim['status'] | null };

export type Tone = 'complete' | 'blocks' | 'advice' | 'plain';

export const isAtHome = ({ status }: Judged): boolean => status === null || isPreparing(status);

export function toneOf(judged: Judged): Tone {
  if (!isAtHome(judged)) return 'plain';
  return ({ ready: 'complete', fix: 'blocks', wait: 'advice' } as const)[judged.verdict.kind];
}

/** `text` is the sentence, `short` fits a tag, `hint` says how much advice there is besides. */
export function useVerdictWords(today: string): (judged: Judged) => {
  text: string;
  short: string;
  hint: string;
} {
  const { t } = useTranslation(['board', 'life']);
  const day = useDay(today);
  return (judged) => {
    const { status, verdict } = judged;
    if (status !== null && !isAtHome(judged))
      return { text: t(`life:status.${status}`), short: t('board:short.office'), hint: '' };
    if (verdict.kind === 'fix') {
      const { count } = verdict;
      return { text: t('board:verdict.fix', { count }), short: t('board:short.fix', { count }), hint: '' };
    }
    const short = t(`board:short.${verdict.kind}`);
    if (verdict.kind === 'wait')
      return { text: t('board:verdict.wait', { day: day(verdict.until) }), short, hint: '' };
    const hint = verdict.advice > 0 ? t('board:advice', { count: verdict.advice }) : '';
    return { text: t('board:verdict.ready'), short, hint };
  };
}
