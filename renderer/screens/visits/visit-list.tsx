// The list of visits: only the rows in sight are drawn, so two thousand scroll like twenty; arrows and Enter work.
// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be windowed with rows of one height
// biome-ignore-all lint/a11y/useFocusableInteractive: the row has the focus, cells only hold what is in them
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid handles the keys of the focused row

import { Checkbox } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { VisitSummary } from '../../../shared/calls.ts';
import { formatYuan } from '../../../shared/money.ts';
import { MiniSheets } from '../../papers/mini-sheets.tsx';
import { useToday } from '../../papers/today.ts';
import { useDay } from '../../shell/day.ts';
import { isComplete } from './visit-filters.ts';
import { useLacking } from './visit-head.tsx';

/** Height of a row in rem; the style sheet has the same number. */
const ROW_REM = 4.875;
const MARGIN_ROWS = 6;

type Props = {
  visits: readonly VisitSummary[];
  chosen: ReadonlySet<string>;
  onChoose: (id: string, chosen: boolean, range: boolean) => void;
  onChooseAll: (all: boolean) => void;
  onOpen: (id: string) => void;
  newestFirst: boolean;
  onSort: () => void;
};

const remPixels = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** First and last row to draw, from the scrolling box around the list. */
function useWindowing(count: number) {
  const box = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState({ first: 0, last: 30 });
  useEffect(() => {
    const node = box.current;
    if (!node) return;
    const measure = () => {
      const row = ROW_REM * remPixels();
      const first = Math.max(0, Math.floor(node.scrollTop / row) - MARGIN_ROWS);
      const last = Math.min(count, Math.ceil((node.scrollTop + node.clientHeight) / row) + MARGIN_ROWS);
      setRange((now) => (now.first === first && now.last === last ? now : { first, last }));
    };
    measure();
    node.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => {
      node.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [count]);
  return { box, ...range };
}

export function VisitList(props: Props) {
  const { visits, chosen, onOpen, onChoose } = props;
  const { t } = useTranslation('visits');
  const { box, first, last } = useWindowing(visits.length);
  const [current, setCurrent] = useState(0);
  const wanted = useRef<number | null>(null);
  const focusWanted = () => {
    if (wanted.current === null) return;
    const row = box.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  };
  // A row far away is drawn only after the scroll: it takes the focus as soon as it is there.
  useEffect(focusWanted);
  const focusRow = (index: number) => {
    const to = Math.max(0, Math.min(visits.length - 1, index));
    setCurrent(to);
    const node = box.current;
    if (!node) return;
    const row = ROW_REM * remPixels();
    if (to * row < node.scrollTop) node.scrollTop = to * row;
    if ((to + 1) * row > node.scrollTop + node.clientHeight)
      node.scrollTop = (to + 1) * row - node.clientHeight;
    wanted.current = to;
    requestAnimationFrame(focusWanted);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const visit = visits[current];
    const page = Math.max(1, last - first - 2 * MARGIN_ROWS);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    if (!(event.target instanceof HTMLElement) || !visit) return;
    if (!event.target.matches('[data-row]')) return;
    const step = steps[event.key];
    if (step !== undefined) focusRow(current + step);
    else if (event.key === 'Home') focusRow(0);
    else if (event.key === 'End') focusRow(visits.length - 1);
    else if (event.key === 'Enter') onOpen(visit.id);
    else if (event.key === ' ') onChoose(visit.id, !chosen.has(visit.id), event.shiftKey);
    else return;
    event.preventDefault();
  };
  const active = Math.min(current, Math.max(0, visits.length - 1));
  // The row of the Tab key is always drawn, or the list could not be entered.
  const shown = visits.map((visit, index) => ({ visit, index })).slice(first, last);
  const tabRow = active >= first && active < last ? active : first;
  return (
    <div
      className="list"
      role="grid"
      aria-label={t('title')}
      aria-rowcount={visits.length + 1}
      aria-multiselectable
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <ListHead {...props} />
      <div className="list-body" ref={box} role="rowgroup">
        <div className="list-space" style={{ height: `${visits.length * ROW_REM}rem` }} role="presentation">
          {shown.map(({ visit, index }) => (
            <VisitRow
              key={visit.id}
              visit={visit}
              index={index}
              tab={index === tabRow}
              chosen={chosen.has(visit.id)}
              onFocus={() => setCurrent(index)}
              onOpen={onOpen}
              onChoose={onChoose}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function ListHead({ visits, chosen, onChooseAll, newestFirst, onSort }: Props) {
  const { t } = useTranslation('visits');
  const all = visits.length > 0 && chosen.size >= visits.length;
  return (
    <div role="rowgroup" className="list-head">
      <div role="row" className="list-row" aria-rowindex={1}>
        <span role="columnheader">
          <Checkbox
            aria-label={t('chooseAll')}
            checked={all}
            indeterminate={chosen.size > 0 && !all}
            onChange={(event) => onChooseAll(event.target.checked)}
          />
        </span>
        <span role="columnheader" aria-sort={newestFirst ? 'descending' : 'ascending'}>
          <button type="button" className="list-sort" onClick={onSort}>
            {t('column.date')} {newestFirst ? '↓' : '↑'}
          </button>
        </span>
        <span role="columnheader">{t('column.hospital')}</span>
        <span role="columnheader">{t('column.papers')}</span>
        <span role="columnheader" className="money">
          {t('column.amount')}
        </span>
        <span role="columnheader">{t('column.status')}</span>
      </div>
    </div>
  );
}

type RowProps = {
  visit: VisitSummary;
  index: number;
  tab: boolean;
  chosen: boolean;
  onFocus: () => void;
  onOpen: (id: string) => void;
  onChoose: Props['onChoose'];
};

function VisitRow({ visit, index, tab, chosen, onFocus, onOpen, onChoose }: RowProps) {
  const { t } = useTranslation(['visits', 'domain']);
  const day = useDay(useToday());
  const what = [
    visit.department,
    visit.diseaseName || visit.diagnosis || t(`domain:visitKind.${visit.kind}`),
  ];
  return (
    <div
      role="row"
      className={`list-row list-item${chosen ? ' list-chosen' : ''}`}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-row={index}
      tabIndex={tab ? 0 : -1}
      style={{ top: `${index * ROW_REM}rem` }}
      onFocus={onFocus}
      onClick={() => onOpen(visit.id)}
    >
      <span role="gridcell" onClick={(event) => event.stopPropagation()}>
        <Checkbox
          checked={chosen}
          aria-label={t('visits:choose', { day: day(visit.date), person: visit.personName })}
          onChange={(event) => onChoose(visit.id, event.target.checked, event.nativeEvent.shiftKey)}
        />
      </span>
      <Cell>
        <strong>{day(visit.date)}</strong>
        <span className="muted small">{visit.personName}</span>
      </Cell>
      <Cell>
        <span>{visit.hospital || t('visits:noHospital')}</span>
        <span className="muted small">{what.filter(Boolean).join(t('visits:dot'))}</span>
      </Cell>
      <Cell>
        <MiniSheets visit={visit} />
      </Cell>
      <Cell className="money">{visit.invoiceCount > 0 ? formatYuan(visit.totalFen, true) : '—'}</Cell>
      <Cell>
        <VisitStatus visit={visit} />
      </Cell>
    </div>
  );
}

function Cell({ children, className = '' }: { children: React.ReactNode; className?: string }) {
  return (
    <span role="gridcell" className={`list-cell ${className}`}>
      {children}
    </span>
  );
}

function VisitStatus({ visit }: { visit: VisitSummary }) {
  const { t } = useTranslation('visits');
  const lacking = useLacking();
  const single = visit.missing.length === 1 ? visit.missing : null;
  const words = isComplete(visit)
    ? t('status.complete')
    : single
      ? t('status.lacking', { paper: lacking(single) })
      : visit.missing.length > 1
        ? t('status.lackingCount', { count: visit.missing.length })
        : t('status.noInvoice');
  return (
    <>
      <span
        className={`tag ${isComplete(visit) ? 'tag-complete' : 'tag-blocks'}`}
        title={lacking(visit.missing)}
      >
        {words}
      </span>
      {visit.claim ? (
        <Link
          className="small list-claim"
          to={`/claims/${visit.claim.id}`}
          onClick={(event) => event.stopPropagation()}
        >
          {visit.claim.number}
        </Link>
      ) : null}
    </>
  );
}
