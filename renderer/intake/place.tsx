// Where a kept file is already: the inbox, a paper of a visit or of a person, as a link.

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paperKinds } from '../../shared/domain.ts';
import { useCall } from '../client.ts';
import { useToday } from '../papers/today.ts';
import { useDay } from '../shell/day.ts';

type PlaceProps = { place: string; onGo?: () => void };

/** A place is `inbox`, the visit and the kind of paper, `visit-…/prescription`, or the person and the paper, `person-…/bank-card`. */
export function Place({ place, onGo }: PlaceProps) {
  const { t } = useTranslation(['intake', 'domain']);
  const day = useDay(useToday());
  const visits = useCall('visit.list', {}).data;
  const people = useCall('person.list', {}).data ?? [];
  const [owner = '', kindText = ''] = place.split('/');
  const visit = visits?.find(({ id }) => id === owner);
  const person = people.find(({ id }) => id === (visit?.personId ?? owner));
  const kind = paperKinds.find((known) => known === kindText);
  const name = person && (people.length > 1 || !visit) ? person.name : '';
  const go = onGo ? { onClick: onGo } : {};
  if (place === 'inbox')
    return (
      <Link to="/inbox" {...go}>
        {t('intake:inInbox')}
      </Link>
    );
  if (!kind || !visit)
    return (
      <Link to={person && !visit ? `/people/${person.id}` : `/visits/${owner}`} {...go}>
        {person ? t('intake:withPerson', { name: person.name }) : t('intake:inPaper')}
      </Link>
    );
  const words = { day: day(visit.date), hospital: visit.hospital, paper: t(`domain:paper.${kind}`) };
  const text = t('intake:inVisit', words);
  return (
    <Link to={`/visits/${owner}`} {...go}>
      {name ? t('intake:ofPerson', { name, text }) : text}
    </Link>
  );
}
