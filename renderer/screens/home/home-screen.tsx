// The home screen: how far the claim is, what to do next and where, and the visits it is made of.

import { useTranslation } from 'react-i18next';
import { useCall } from '../../client.ts';
import { FirstRun } from './first-run.tsx';
import { OpenVisits } from './open-visits.tsx';
import { PersonChips, useChosenPerson } from './person-chips.tsx';
import { TodoCards } from './todo-cards.tsx';
import { VerdictBanner } from './verdict-banner.tsx';
import { whatToDo } from './what-to-do.ts';
import './home.css';

export function HomeScreen() {
  const { t } = useTranslation(['home', 'common']);
  const people = useCall('person.list', {}).data;
  const everyone = useCall('person.list', { archived: true }).data;
  const visits = useCall('visit.list', {}).data;
  const claims = useCall('claim.list', {}).data;
  const inbox = useCall('inbox.list', {}).data;
  const about = useCall('session.about', {}).data;
  const [chosen, choose] = useChosenPerson(people);

  if (!people || !everyone || !visits || !claims || !inbox || !about)
    return <p className="muted">{t('common:loading')}</p>;
  if (everyone.length === 0) return <FirstRun empty={inbox.length === 0} />;

  const work = whatToDo({ people, visits, claims, inbox }, chosen);
  const scope = chosen ? `?person=${chosen}` : '';
  return (
    <>
      <h1 className="visually-hidden">{t('title')}</h1>
      <PersonChips people={people} chosen={chosen} choose={choose} />
      <VerdictBanner work={work} inbox={inbox.length} personId={chosen} />
      {work.verdict !== 'start' && (
        <TodoCards work={work} today={about.today} named={!chosen && people.length > 1} />
      )}
      {work.open.length > 0 && (
        <OpenVisits
          visits={work.open}
          today={about.today}
          named={!chosen && people.length > 1}
          all={`/visits${scope}`}
        />
      )}
    </>
  );
}
