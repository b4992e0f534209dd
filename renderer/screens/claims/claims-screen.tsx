// All claims as calm rows, and the way to a new one.

import { DeleteOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { ClaimDetail } from '../../../shared/calls.ts';
import { useAct, useCall } from '../../client.ts';
import { toneOf, useVerdictWords } from '../../findings/use-verdict-words.ts';
import { useTell } from '../../shell/tell.ts';
import { isMeant } from './claim-filter.ts';
import { useContents } from './claim-words.ts';
import { Facts } from './facts.tsx';
import { NewClaim } from './new-claim.tsx';
import './claims.css';

function ClaimRow({ detail, today }: { detail: ClaimDetail; today: string }) {
  const { t } = useTranslation(['claims', 'domain']);
  const { claim, person, visits, invoiceCount, totalFen } = detail;
  const judged = { verdict: detail.verdict, status: claim.status };
  const { short } = useVerdictWords(today)(judged);
  const tone = toneOf(judged);
  const contents = useContents();
  const remove = useAct('claim.remove');
  const tell = useTell();
  const removeClaim = () =>
    tell(() => remove.mutateAsync({ id: claim.id }), t('claims:removed', { number: claim.number }));
  return (
    <li className={`card claim-row claim-row-${tone}`}>
      <Link to={`/claims/${claim.id}`} className="claim-row-link">
        <strong className="claim-row-title">{claim.title || claim.number}</strong>
        <Facts className="muted small" facts={[person.name, claim.title ? claim.number : '']} />
        <Facts facts={contents(visits.length, invoiceCount, totalFen)} />
      </Link>
      <span className="claim-row-verdict">
        <span className={`tag tag-${tone}`}>{short}</span>
        <span className="muted small">{t(`domain:claimStatus.${claim.status}`)}</span>
      </span>
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={t('claims:removeClaim', { number: claim.number })}
        title={t('claims:removeClaim', { number: claim.number })}
        loading={remove.isPending}
        onClick={() => void removeClaim()}
      />
    </li>
  );
}

/** What to do first depends on what is there: people, then visits, then a claim. */
function Empty({ people, waiting }: { people: number; waiting: number }) {
  const { t } = useTranslation('claims');
  const navigate = useNavigate();
  const [hint, action, to] =
    people === 0
      ? [t('emptyPeople'), t('goPeople'), '/people']
      : waiting === 0
        ? [t('emptyVisits'), t('goVisits'), '/visits']
        : [t('emptyReady', { count: waiting }), t('newClaim'), '/claims?new=1'];
  return (
    <div className="card claims-empty">
      <h2>{t('emptyTitle')}</h2>
      <p className="muted">{hint}</p>
      <Button type="primary" size="large" onClick={() => void navigate(to)}>
        {action}
      </Button>
    </div>
  );
}

/** The list, with a field to find one: by number, name, or what the code on a cover says. */
function Claims({ claims, today }: { claims: ClaimDetail[]; today: string }) {
  const { t } = useTranslation('outputs');
  const [typed, setTyped] = useState('');
  const meant = claims.filter((detail) => isMeant(detail, typed));
  return (
    <>
      <Input
        className="claims-find"
        prefix={<SearchOutlined />}
        allowClear
        value={typed}
        aria-label={t('find.label')}
        placeholder={t('find.placeholder')}
        onChange={({ target }) => setTyped(target.value)}
      />
      {meant.length === 0 ? <p role="status">{t('find.nothing')}</p> : null}
      <ul className="claim-rows">
        {meant.map((detail) => (
          <ClaimRow key={detail.claim.id} detail={detail} today={today} />
        ))}
      </ul>
    </>
  );
}

export function ClaimsScreen() {
  const { t } = useTranslation('claims');
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const claims = useCall('claim.list', {}).data;
  const people = useCall('person.list', {}).data;
  const waiting = useCall('visit.list', { unclaimed: true }).data;
  const today = useCall('session.about', {}).data?.today;
  if (!claims || !people || !waiting || !today) return null;
  const wanted = search.get('new');
  if (wanted !== null && people.length > 0) return <NewClaim people={people} wanted={wanted} />;
  return (
    <div className="claims">
      <header className="claims-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="muted">{t('intro')}</p>
        </div>
        {claims.length > 0 ? (
          <Button
            type="primary"
            size="large"
            icon={<PlusOutlined />}
            onClick={() => void navigate('/claims?new=1')}
          >
            {t('newClaim')}
          </Button>
        ) : null}
      </header>
      {claims.length === 0 ? (
        <Empty people={people.length} waiting={waiting.length} />
      ) : (
        <Claims claims={claims} today={today} />
      )}
    </div>
  );
}
