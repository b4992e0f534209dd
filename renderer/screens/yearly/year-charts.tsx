// Two plain charts of a year, each beside a table that says the same in figures.

import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { YearReport } from '../../../shared/claim-life-calls.ts';
import { formatYuan } from '../../../shared/money.ts';

type PersonOfYear = YearReport['people'][number];

const bodySize = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Letters inside the drawing grow with the text size of the program. */
function useTextPixels(): number {
  return useSyncExternalStore((changed) => {
    const watcher = new MutationObserver(changed);
    watcher.observe(document.documentElement, { attributes: true });
    return () => watcher.disconnect();
  }, bodySize);
}

export function MonthChart({ months }: { months: PersonOfYear['months'] }) {
  const { t } = useTranslation('yearly');
  const text = useTextPixels() * 0.8125;
  const data = months.map(({ spentFen, paidFen }, at) => ({
    month: t('month', { month: at + 1 }),
    spent: spentFen / 100,
    paid: paidFen / 100,
  }));
  const tick = { fill: 'var(--muted)', fontSize: text };
  return (
    <figure className="year-figure">
      <div className="year-chart" aria-hidden>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={data} margin={{ top: 8, right: 8, bottom: 0, left: 8 }} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis dataKey="month" tick={tick} tickLine={false} interval={0} />
            <YAxis tick={tick} tickLine={false} axisLine={false} width={text * 4.5} />
            <Legend
              wrapperStyle={{ fontSize: text }}
              formatter={(name) => <span className="year-legend">{name}</span>}
            />
            <Bar dataKey="spent" name={t('chartSpent')} fill="var(--edge)" isAnimationActive={false} />
            <Bar dataKey="paid" name={t('chartPaid')} fill="var(--accent)" isAnimationActive={false} />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <details>
        <summary>{t('table')}</summary>
        <table className="year-table">
          <thead>
            <tr>
              <th scope="col">{t('monthColumn')}</th>
              <th scope="col">{t('chartSpent')}</th>
              <th scope="col">{t('chartPaid')}</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ spentFen, paidFen }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a month is its place in the year
              <tr key={at}>
                <th scope="row">{t('month', { month: at + 1 })}</th>
                <td>{formatYuan(spentFen, true)}</td>
                <td>{formatYuan(paidFen, true)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

export const whereParts = ['settled', 'paid', 'open', 'unclaimed', 'self'] as const;
export type WherePart = (typeof whereParts)[number];
export const partOf = (person: PersonOfYear, part: WherePart): number => person[`${part}Fen`];

/** What was spent as one bar, part by part; the parts add up to the whole. */
export function WhereBar({ person }: { person: PersonOfYear }) {
  const { t } = useTranslation('yearly');
  const parts = whereParts.map((part) => ({ part, fen: partOf(person, part) })).filter(({ fen }) => fen > 0);
  return (
    <figure className="year-figure">
      <svg
        className="year-where"
        viewBox="0 0 1000 40"
        preserveAspectRatio="none"
        aria-hidden
        role="presentation"
      >
        {parts.map(({ part, fen }, at) => {
          const before = parts.slice(0, at).reduce((sum, one) => sum + one.fen, 0);
          const scale = 1000 / Math.max(1, person.spentFen);
          return (
            <rect
              key={part}
              className={`year-part year-part-${part}`}
              x={before * scale}
              width={Math.max(2, fen * scale - 2)}
              height="40"
            />
          );
        })}
      </svg>
      <dl className="year-sums">
        <div className="year-sum">
          <dt>{t('sums.spent')}</dt>
          <dd>{formatYuan(person.spentFen, true)}</dd>
        </div>
        {whereParts.map((part) => (
          <div key={part} className="year-sum">
            <dt>
              <i className={`year-key year-part-${part}`} aria-hidden /> {t(`sums.${part}`)}
            </dt>
            <dd>{formatYuan(partOf(person, part), true)}</dd>
          </div>
        ))}
        <div className="year-sum">
          <dt>{t('sums.claimed')}</dt>
          <dd>{formatYuan(person.claimedFen, true)}</dd>
        </div>
      </dl>
      <figcaption className="muted small">{t('adds')}</figcaption>
    </figure>
  );
}
