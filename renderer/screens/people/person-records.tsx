// What surrounds a person, under the form of the person: filings, approvals, papers, account, hospitals, and ways on.

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Person } from '../../../shared/domain.ts';
import { useCall } from '../../client.ts';
import { HospitalTable } from './hospital-table.tsx';
import { PersonAccount } from './person-account.tsx';
import { PersonApprovals } from './person-approvals.tsx';
import { PersonDirect } from './person-direct.tsx';
import { PersonExport } from './person-export.tsx';
import { PersonFilings } from './person-filings.tsx';
import { PersonStandingPapers } from './person-standing-papers.tsx';
import './records.css';

export function PersonRecords({ person }: { person: Person }) {
  const { t } = useTranslation('filings');
  const today = useCall('session.about', {}).data?.today;
  if (!today) return null;
  const { id, name, insuredPlaceCode, insuredPlaceName } = person;
  return (
    <div className="records">
      <header>
        <h2>{t('sections')}</h2>
        <span className="muted">{t('sectionsWhy')}</span>
        <span className="records-ways">
          {insuredPlaceCode && (
            <Link to={`/packs/${insuredPlaceCode}`}>{t('rulesOfPlace', { place: insuredPlaceName })}</Link>
          )}
          <Link to={`/yearly?person=${id}`}>{t('yearOfPerson', { name })}</Link>
        </span>
      </header>
      <PersonFilings personId={id} today={today} />
      <PersonDirect person={person} today={today} />
      <PersonApprovals personId={id} today={today} />
      <PersonStandingPapers personId={id} today={today} />
      <PersonAccount personId={id} />
      <HospitalTable />
      <PersonExport key={id} person={person} today={today} />
    </div>
  );
}
