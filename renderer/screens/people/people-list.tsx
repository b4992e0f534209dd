// Everybody whose papers are kept, as cards; numbers that identify are masked.

import { BankOutlined, EnvironmentOutlined, IdcardOutlined } from '@ant-design/icons';
import { Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Person } from '../../../shared/domain.ts';
import { maskIdentifier } from '../../../shared/identifiers.ts';
import { useCall } from '../../client.ts';
import { LinkButton } from '../../shell/link-button.tsx';
import { Trouble } from '../../shell/trouble.tsx';

export function PeopleList() {
  const { t } = useTranslation('people');
  const [withArchived, setWithArchived] = useState(false);
  const answer = useCall('person.list', { archived: true });
  const everybody = answer.data;
  const visits = useCall('visit.list', {}).data ?? [];
  if (!everybody) return answer.error ? <Trouble error={answer.error} retry={answer.refetch} /> : null;
  const shown = everybody.filter((person) => withArchived || !person.archived);
  return (
    <>
      <header className="people-head">
        <h1>{t('title')}</h1>
        {everybody.some((person) => person.archived) && (
          <label htmlFor="with-archived">
            <Switch id="with-archived" checked={withArchived} onChange={setWithArchived} />{' '}
            {t('showArchived')}
          </label>
        )}
        <LinkButton to="/people/new" type="primary">
          {t('add')}
        </LinkButton>
      </header>
      {shown.length === 0 && <p className="card people-empty">{t('empty')}</p>}
      <ul className="people">
        {shown.map((person) => (
          <PersonCard
            key={person.id}
            person={person}
            visits={visits.filter((visit) => visit.personId === person.id).length}
          />
        ))}
      </ul>
    </>
  );
}

function PersonCard({ person, visits }: { person: Person; visits: number }) {
  const { t } = useTranslation(['people', 'domain']);
  const insured = [
    person.insuredPlaceName,
    t(`domain:scheme.${person.scheme}`),
    person.standing ? t(`domain:standing.${person.standing}`) : '',
  ].filter(Boolean);
  const account = person.bankAccount
    ? [person.bankName, t('account', { last: person.bankAccount.slice(-4) })].filter(Boolean).join(' · ')
    : '';
  return (
    <li className={person.archived ? 'card person person-archived' : 'card person'}>
      <div className="person-name">
        <Link to={`/people/${person.id}`} aria-label={t('open', { name: person.name })}>
          {person.name}
        </Link>
        {person.archived && <span className="tag tag-advice">{t('archivedTag')}</span>}
        <span className="muted small">{t('visits', { count: visits })}</span>
      </div>
      <div>
        <EnvironmentOutlined aria-hidden /> {insured.join(' · ')}
      </div>
      <div className={person.citizenId ? '' : 'blank'}>
        <IdcardOutlined aria-hidden /> {person.citizenId ? maskIdentifier(person.citizenId) : t('noId')}
      </div>
      <div className={account ? '' : 'blank'}>
        <BankOutlined aria-hidden /> {account || t('noAccount')}
      </div>
    </li>
  );
}
