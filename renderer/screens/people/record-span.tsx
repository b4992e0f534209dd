// From when to when something holds, and whether it does today.

import { useTranslation } from 'react-i18next';
import { formatDay } from '../../shell/day.ts';

export type Span = { from: string; to: string };
export type SpanState = 'current' | 'over' | 'future';

/** `to` is the last day, '' for open-ended. */
export function stateOf({ from, to }: Span, today: string): SpanState {
  if (to !== '' && to < today) return 'over';
  return from > today ? 'future' : 'current';
}

const tones = { current: 'tag-complete', over: 'tag-blocks', future: 'tag-advice' } as const;

export function SpanTag({ span, today }: { span: Span; today: string }) {
  const { t } = useTranslation('filings');
  const state = stateOf(span, today);
  return <span className={`tag ${tones[state]}`}>{t(state)}</span>;
}

/** Always with the year: what began years ago and ends this year would be misread without. */
export function useSpanWords(): (span: Span) => string {
  const { t, i18n } = useTranslation('filings');
  const day = (one: string) => formatDay(one, '', i18n.language);
  return ({ from, to }) =>
    to === '' ? t('spanOpen', { from: day(from) }) : t('span', { from: day(from), to: day(to) });
}
