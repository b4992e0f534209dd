// All visits: find, open, copy, gather into a claim, take away.

import { PlusOutlined } from '@ant-design/icons';
import { Button, Empty, Input, Select, Skeleton } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { VisitSummary } from '../../../shared/calls.ts';
import { visitKinds } from '../../../shared/domain.ts';
import { formatYuan } from '../../../shared/money.ts';
import { call, queryClient, useCall } from '../../client.ts';
import { useExplain } from '../../shell/problem.tsx';
import { isTyping, useUndo } from '../../shell/undo.tsx';
import { filterVisits, noFilter, type VisitFilter, yearsOf } from './visit-filters.ts';
import { VisitList } from './visit-list.tsx';
import './visits.css';

function useNewVisit(filter: VisitFilter): () => void {
  const navigate = useNavigate();
  const open = () => navigate(`/visits/new${filter.personId ? `?person=${filter.personId}` : ''}`);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'n' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector('.ant-modal-wrap')) return;
      event.preventDefault();
      open();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  return open;
}

export function VisitsScreen() {
  const { t } = useTranslation('visits');
  const [search] = useSearchParams();
  const visits = useCall('visit.list', {}).data;
  const people = useCall('person.list', {}).data;
  const [filter, setFilter] = useState<VisitFilter>({ ...noFilter, personId: search.get('person') });
  const [newestFirst, setNewestFirst] = useState(true);
  const navigate = useNavigate();
  const openNew = useNewVisit(filter);
  const shown = useMemo(() => filterVisits(visits ?? [], filter, newestFirst), [visits, filter, newestFirst]);
  const choosing = useChoosing(shown);
  if (!visits || !people) return <Skeleton active />;
  const filtered = JSON.stringify(filter) !== JSON.stringify(noFilter);
  return (
    <div className="visits">
      <header className="screen-head">
        <h1>{t('title')}</h1>
        <span className="muted">
          {t('found', {
            count: shown.length,
            amount: formatYuan(
              shown.reduce((sum, { totalFen }) => sum + totalFen, 0),
              true,
            ),
          })}
        </span>
        <Button type="primary" icon={<PlusOutlined />} onClick={openNew} title={t('newKey')}>
          {t('newVisit')}
        </Button>
      </header>
      {visits.length > 0 ? <Filters filter={filter} onChange={setFilter} visits={visits} /> : null}
      <Chosen choosing={choosing} />
      {shown.length > 0 ? (
        <VisitList
          visits={shown}
          chosen={choosing.chosen}
          onChoose={choosing.choose}
          onChooseAll={choosing.chooseAll}
          onOpen={(id) => navigate(`/visits/${id}`)}
          newestFirst={newestFirst}
          onSort={() => setNewestFirst(!newestFirst)}
        />
      ) : people.length === 0 ? (
        <Empty description={t('noPeople')}>
          <Link to="/people">
            <Button type="primary">{t('addPerson')}</Button>
          </Link>
        </Empty>
      ) : filtered ? (
        <Empty description={t('nothingFound')}>
          <Button onClick={() => setFilter(noFilter)}>{t('showAll')}</Button>
        </Empty>
      ) : (
        <Empty description={t('noVisits')}>
          <Button type="primary" onClick={openNew}>
            {t('newVisit')}
          </Button>
        </Empty>
      )}
    </div>
  );
}

function Filters(props: {
  filter: VisitFilter;
  onChange: (filter: VisitFilter) => void;
  visits: readonly VisitSummary[];
}) {
  const { filter, onChange, visits } = props;
  const { t } = useTranslation(['visits', 'domain']);
  const people = useCall('person.list', {}).data ?? [];
  const years = useMemo(() => yearsOf(visits), [visits]);
  const choices: {
    field: Exclude<keyof VisitFilter, 'text'>;
    options: { value: string; label: string }[];
  }[] = [
    { field: 'personId', options: people.map(({ id, name }) => ({ value: id, label: name })) },
    { field: 'year', options: years.map((year) => ({ value: year, label: t('visits:year', { year }) })) },
    {
      field: 'kind',
      options: visitKinds.map((kind) => ({ value: kind, label: t(`domain:visitKind.${kind}`) })),
    },
    {
      field: 'completeness',
      options: (['incomplete', 'complete'] as const).map((value) => ({
        value,
        label: t(`visits:filter.${value}`),
      })),
    },
    {
      field: 'claimed',
      options: (['unclaimed', 'claimed'] as const).map((value) => ({
        value,
        label: t(value === 'claimed' ? 'visits:filter.done' : 'visits:filter.unclaimed'),
      })),
    },
  ];
  return (
    <search className="filters">
      <Input.Search
        allowClear
        className="filter-text"
        aria-label={t('visits:filter.text')}
        placeholder={t('visits:filter.text')}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      {choices.map(({ field, options }) => (
        <Select
          key={field}
          allowClear
          className="filter-choice"
          aria-label={t(`visits:filter.${field}`)}
          placeholder={t(`visits:filter.${field}`)}
          popupMatchSelectWidth={false}
          value={filter[field]}
          options={options}
          onChange={(value) => onChange({ ...filter, [field]: value ?? null })}
        />
      ))}
    </search>
  );
}

/** Chosen visits; what a filter hides is not chosen any more. */
function useChoosing(shown: readonly VisitSummary[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState('');
  const visits = useMemo(() => shown.filter(({ id }) => ids.has(id)), [shown, ids]);
  const chosen = useMemo(() => new Set(visits.map(({ id }) => id)), [visits]);
  const choose = (id: string, on: boolean, range: boolean) => {
    const order = shown.map((visit) => visit.id);
    const from = range ? order.indexOf(last) : -1;
    const to = order.indexOf(id);
    const changed = from < 0 ? [id] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
    const next = new Set(chosen);
    for (const one of changed)
      if (on) next.add(one);
      else next.delete(one);
    setIds(next);
    setLast(id);
  };
  const chooseAll = (all: boolean) => setIds(all ? new Set(shown.map(({ id }) => id)) : new Set());
  return { visits, chosen, choose, chooseAll, clear: () => setIds(new Set()) };
}

function Chosen({ choosing }: { choosing: ReturnType<typeof useChoosing> }) {
  const { t } = useTranslation('visits');
  const navigate = useNavigate();
  const explain = useExplain();
  const { done } = useUndo();
  const { visits, clear } = choosing;
  const [first] = visits;
  if (!first) return null;
  const onePerson = visits.every(({ personId }) => personId === first.personId);
  const taken = visits.filter(({ claim }) => claim !== null).length;
  const gather = async () => {
    const visitIds = [...visits].sort((a, b) => a.date.localeCompare(b.date)).map(({ id }) => id);
    const { claim, undo } = await call('claim.create', { personId: first.personId, visitIds });
    done(t('did.claim', { number: claim.number }), undo);
    navigate(`/claims/${claim.id}`);
  };
  const remove = async () => {
    const steps = [];
    try {
      for (const { id } of visits) steps.unshift(...(await call('visit.remove', { id })).undo);
      clear();
    } finally {
      if (steps.length > 0) done(t('did.removeVisits', { count: steps.length }), steps);
    }
  };
  const act = (work: () => Promise<void>) =>
    void work()
      .catch(explain)
      .finally(() => queryClient.invalidateQueries());
  const why = !onePerson ? t('onePersonOnly') : taken > 0 ? t('alreadyClaimed', { count: taken }) : '';
  return (
    <section className="chosen" aria-label={t('chosen', { count: visits.length })}>
      <strong>{t('chosen', { count: visits.length })}</strong>
      <Button type="primary" disabled={why !== ''} onClick={() => act(gather)}>
        {t('makeClaim')}
      </Button>
      {visits.length === 1 ? (
        <Button onClick={() => navigate(`/visits/new?copy=${first.id}`)}>{t('copyVisit')}</Button>
      ) : null}
      <Button onClick={() => act(remove)}>{t('removeVisit')}</Button>
      <Button type="text" onClick={clear}>
        {t('chooseNone')}
      </Button>
      {why ? <span className="muted">{why}</span> : null}
    </section>
  );
}
