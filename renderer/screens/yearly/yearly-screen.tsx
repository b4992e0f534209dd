// The year in money, for one person or the whole family: charts, figures, claims, returns, and files to take away.

import { DownloadOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { App, Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { YearReport } from '../../../shared/claim-life-calls.ts';
import { formatYuan } from '../../../shared/money.ts';
import { call, useCall } from '../../client.ts';
import { downloadBase64 } from '../../files/download.ts';
import { useExplain } from '../../shell/problem.tsx';
import { useTitle } from '../../shell/title.ts';
import { Trouble } from '../../shell/trouble.tsx';
import { MonthChart, WhereBar } from './year-charts.tsx';
import { YearProgress } from './year-progress.tsx';
import './yearly.css';

const types = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

function ExportButtons({ year, personId }: { year: number; personId: string | undefined }) {
  const { t } = useTranslation('yearly');
  const { message } = App.useApp();
  const explain = useExplain();
  const take = async (form: 'csv' | 'xlsx') => {
    try {
      const wish = { year, form, ...(personId ? { personId } : {}) };
      const { fileName, base64 } = await call('report.file', wish);
      downloadBase64(fileName, base64, types[form]);
      message.success(t('exported', { file: fileName }));
    } catch (error) {
      explain(error);
    }
  };
  return (
    <span className="year-exports">
      <Button icon={<DownloadOutlined />} onClick={() => void take('csv')}>
        {t('exportCsv')}
      </Button>
      <Button icon={<DownloadOutlined />} onClick={() => void take('xlsx')}>
        {t('exportXlsx')}
      </Button>
    </span>
  );
}

function PersonOfYear({ person }: { person: YearReport['people'][number] }) {
  const { t } = useTranslation(['yearly', 'domain']);
  return (
    <section className="year-person">
      <h2>{person.name}</h2>
      <div className="year-cards">
        <section className="card">
          <h3>{t('yearly:where')}</h3>
          <WhereBar person={person} />
          {person.byPayer.length > 0 && (
            <p className="year-payers">
              <span className="muted">{t('yearly:byPayer')}</span>
              {person.byPayer.map(({ payer, amountFen }) => (
                <span key={payer}>
                  {t(`domain:payer.${payer}`)} <b>{formatYuan(amountFen, true)}</b>
                </span>
              ))}
            </p>
          )}
        </section>
        <section className="card">
          <h3>{t('yearly:months')}</h3>
          <MonthChart months={person.months} />
        </section>
        {person.progress && <YearProgress key={person.progress.year} year={person.progress} />}
      </div>
    </section>
  );
}

function ClaimsOfYear({ claims }: { claims: YearReport['claims'] }) {
  const { t } = useTranslation(['yearly', 'domain']);
  if (claims.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('yearly:claims')}</h2>
      <div className="year-wide">
        <table className="year-table">
          <thead>
            <tr>
              {(['number', 'who', 'status', 'spent', 'own', 'paid'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`yearly:claimColumns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {claims.map((claim) => (
              <tr key={claim.id}>
                <th scope="row">
                  <Link to={`/claims/${claim.id}?view=life`}>{claim.number}</Link>
                </th>
                <td>{claim.personName}</td>
                <td>{t(`domain:claimStatus.${claim.status}`)}</td>
                <td>{formatYuan(claim.spentFen, true)}</td>
                <td>{formatYuan(claim.ownFen, true)}</td>
                <td>{formatYuan(claim.paidFen, true)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ReturnsOfYear({ returns }: { returns: YearReport['returns'] }) {
  const { t } = useTranslation(['yearly', 'domain']);
  if (returns.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('yearly:returns')}</h2>
      <table className="year-table">
        <thead>
          <tr>
            {(['office', 'reason', 'count'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`yearly:returnColumns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {returns.map(({ office, reason, count }) => (
            <tr key={`${office} ${reason}`}>
              <th scope="row">{office || t('yearly:officeUnknown')}</th>
              <td>{t(`domain:returnReason.${reason}`)}</td>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function YearlyScreen() {
  const { t } = useTranslation(['yearly', 'common']);
  const [search, setSearch] = useSearchParams();
  const people = useCall('person.list', { archived: true }).data;
  const today = useCall('session.about', {}).data?.today;
  const asked = Number(search.get('year'));
  const year = asked >= 1990 && asked <= 2200 ? asked : Number(today?.slice(0, 4) ?? 0);
  const personId = people?.some(({ id }) => id === search.get('person'))
    ? (search.get('person') ?? undefined)
    : undefined;
  const scope = personId ? { personId, year } : { year };
  const { data: report, error, refetch } = useCall('report.year', scope, year > 0);
  useTitle(t('yearly:title'));
  const go = (change: { year?: number; person?: string }) => {
    const next = { year, person: personId ?? '', ...change };
    setSearch(
      { year: String(next.year), ...(next.person ? { person: next.person } : {}) },
      { replace: true },
    );
  };
  if (!report || !people)
    return error ? <Trouble error={error} retry={refetch} /> : <p className="muted">{t('common:loading')}</p>;
  const shown = report.people.filter((person) => person.spentFen > 0 || person.progress);
  return (
    <div className="year">
      <header className="year-head">
        <div>
          <h1>{t('yearly:title')}</h1>
          <p className="muted">{t('yearly:intro')}</p>
        </div>
        <ExportButtons year={year} personId={personId} />
      </header>
      <div className="year-choice">
        <fieldset>
          <legend className="visually-hidden">{t('yearly:year')}</legend>
          <Button
            icon={<LeftOutlined />}
            aria-label={t('yearly:yearBefore')}
            title={t('yearly:yearBefore')}
            onClick={() => go({ year: year - 1 })}
          />
          <b aria-live="polite">{year}</b>
          <Button
            icon={<RightOutlined />}
            aria-label={t('yearly:yearAfter')}
            title={t('yearly:yearAfter')}
            onClick={() => go({ year: year + 1 })}
          />
        </fieldset>
        {people.length > 1 && (
          <Select
            aria-label={t('yearly:who')}
            value={personId ?? ''}
            options={[
              { value: '', label: t('yearly:everybody') },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(person) => go({ person })}
          />
        )}
      </div>
      {shown.length === 0 && <p className="card muted">{t('yearly:nothing', { year })}</p>}
      {shown.map((person) => (
        <PersonOfYear key={person.personId} person={person} />
      ))}
      <ClaimsOfYear claims={report.claims} />
      <ReturnsOfYear returns={report.returns} />
    </div>
  );
}
