// A new claim: for whom, which visits, under what title. Everything is proposed; one press makes it.

import { Button, Input, Radio, Segmented } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { VisitSummary } from '../../../shared/calls.ts';
import type { Person } from '../../../shared/domain.ts';
import { useAct, useCall } from '../../client.ts';
import { useTell } from '../../shell/tell.ts';
import { useContents } from './claim-words.ts';
import { Facts } from './facts.tsx';
import { VisitChoice } from './visit-choice.tsx';

const ALL = 'all';
const yearOf = ({ date }: VisitSummary): string => date.slice(0, 4);

/** The years there are, latest first, and "all" when there are several. */
function yearsOf(visits: VisitSummary[]): string[] {
  const years = [...new Set(visits.map(yearOf))].sort().reverse();
  return years.length > 1 ? [...years, ALL] : years;
}

function useProposedTitle(): (visits: VisitSummary[]) => string {
  const { t } = useTranslation(['claims', 'domain']);
  return (visits) => {
    const [first] = visits;
    if (!first) return '';
    const years = [...new Set(visits.map(yearOf))].sort();
    const year = years.length > 1 ? `${years[0]}–${years.at(-1)}` : (years[0] ?? '');
    return visits.every(({ kind }) => kind === first.kind)
      ? t('claims:making.proposed', { year, kind: t(`domain:visitKind.${first.kind}`) })
      : t('claims:making.proposedPlain', { year });
  };
}

function PersonPick({
  people,
  value,
  onChange,
}: {
  people: Person[];
  value: string;
  onChange: (id: string) => void;
}) {
  const { t } = useTranslation('claims');
  const label = useId();
  return (
    <section>
      <h2 id={label}>{t('making.person')}</h2>
      <Radio.Group
        aria-labelledby={label}
        value={value}
        onChange={({ target }) => onChange(target.value as string)}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        optionType="button"
        size="large"
      />
    </section>
  );
}

function useMaking(personId: string, visits: VisitSummary[]) {
  const years = useMemo(() => yearsOf(visits), [visits]);
  const [picked, setPicked] = useState<{ year: string; chosen: Set<string> | null }>({
    year: '',
    chosen: null,
  });
  const year = years.includes(picked.year) ? picked.year : (years[0] ?? '');
  const listed = visits.filter((visit) => year === ALL || yearOf(visit) === year);
  const chosen = picked.chosen ?? new Set(listed.map(({ id }) => id));
  const taken = listed.filter(({ id }) => chosen.has(id));
  const propose = useProposedTitle();
  const [title, setTitle] = useState<string | null>(null);
  const act = useAct('claim.create');
  const shownTitle = title ?? propose(taken);
  return {
    years,
    year,
    listed,
    chosen,
    taken,
    title: shownTitle,
    setTitle,
    setYear: (next: string) => setPicked({ year: next, chosen: null }),
    setChosen: (next: Set<string>) => setPicked({ year, chosen: next }),
    busy: act.isPending,
    create: () =>
      act.mutateAsync({ personId, visitIds: taken.map(({ id }) => id), title: shownTitle.trim() }),
  };
}

type Making = ReturnType<typeof useMaking>;

function VisitPick({ making, name }: { making: Making; name: string }) {
  const { t } = useTranslation('claims');
  if (making.years.length === 0)
    return (
      <section className="card claims-empty">
        <h2>{t('making.nothing', { name })}</h2>
        <p className="muted">{t('making.nothingHint')}</p>
        <Link className="claims-link" to="/visits">
          {t('goVisits')}
        </Link>
      </section>
    );
  const all = making.taken.length === making.listed.length;
  return (
    <section>
      <div className="claims-row">
        <h2>{t('making.visits')}</h2>
        {making.years.length > 1 ? (
          <Segmented
            aria-label={t('making.year')}
            value={making.year}
            onChange={making.setYear}
            options={making.years.map((year) => ({
              value: year,
              label: year === ALL ? t('making.allYears') : year,
            }))}
          />
        ) : null}
        <Button
          type="link"
          onClick={() => making.setChosen(new Set(all ? [] : making.listed.map(({ id }) => id)))}
        >
          {all ? t('making.selectNone') : t('making.selectAll')}
        </Button>
      </div>
      <VisitChoice visits={making.listed} chosen={making.chosen} onChange={making.setChosen} />
    </section>
  );
}

function Foot({ making, onDone }: { making: Making; onDone: () => void }) {
  const { t } = useTranslation('claims');
  const contents = useContents();
  const field = useId();
  const { taken } = making;
  const sum = (part: (visit: VisitSummary) => number) =>
    taken.reduce((total, visit) => total + part(visit), 0);
  const lacking = sum(({ missing, invoiceCount }) => missing.length + (invoiceCount === 0 ? 1 : 0));
  return (
    <form
      className="new-claim-foot"
      onSubmit={(event) => {
        event.preventDefault();
        if (taken.length > 0) onDone();
      }}
    >
      <p className="new-claim-sum" aria-live="polite">
        <strong>
          {taken.length > 0 ? (
            <Facts
              facts={contents(
                taken.length,
                sum(({ invoiceCount }) => invoiceCount),
                sum(({ totalFen }) => totalFen),
              )}
            />
          ) : (
            t('making.none')
          )}
        </strong>
        {lacking > 0 ? <span className="tag tag-blocks">{t('lacking', { count: lacking })}</span> : null}
      </p>
      <label htmlFor={field}>{t('making.name')}</label>
      <Input
        id={field}
        value={making.title}
        maxLength={200}
        onChange={({ target }) => making.setTitle(target.value)}
      />
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        loading={making.busy}
        disabled={taken.length === 0}
      >
        {t('making.create')}
      </Button>
    </form>
  );
}

function Making({ person }: { person: Person }) {
  const { t } = useTranslation('claims');
  const visits = useCall('visit.list', { personId: person.id, unclaimed: true }).data;
  const making = useMaking(person.id, visits ?? []);
  const navigate = useNavigate();
  const tell = useTell();
  const create = async () => {
    const made = await tell(making.create, ({ claim }) => t('making.created', { number: claim.number }));
    if (made) await navigate(`/claims/${made.claim.id}`);
  };
  if (!visits) return null;
  return (
    <>
      <VisitPick making={making} name={person.name} />
      {making.years.length > 0 ? <Foot making={making} onDone={() => void create()} /> : null}
    </>
  );
}

/** `wanted` is the person the claim is asked for, else the first who has visits waiting. */
export function NewClaim({ people, wanted }: { people: Person[]; wanted: string }) {
  const { t } = useTranslation('claims');
  const [picked, setPicked] = useState(wanted);
  const waiting = useCall('visit.list', { unclaimed: true }).data;
  const person =
    people.find(({ id }) => id === picked) ??
    people.find(({ id }) => waiting?.some(({ personId }) => personId === id)) ??
    people[0];
  if (!waiting || !person) return null;
  return (
    <div className="new-claim">
      <header>
        <Link className="claims-back" to="/claims">
          {t('toList')}
        </Link>
        <h1>{t('making.title')}</h1>
      </header>
      {people.length > 1 ? <PersonPick people={people} value={person.id} onChange={setPicked} /> : null}
      <Making key={person.id} person={person} />
    </div>
  );
}
