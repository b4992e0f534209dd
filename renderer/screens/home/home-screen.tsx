// The home screen: how far the claim is, what to do next and where, and the visits it is made of.

import { useTranslation } from 'react-i18next';
import { queryClient, useCall } from '../../client.ts';
import { Trouble } from '../../shell/trouble.tsx';
import { DeadlineCard } from '../board/deadline-card.tsx';
import { PersonBoard } from '../board/person-board.tsx';
import { FirstRun, Steps } from './first-run.tsx';
import { OpenVisits } from './open-visits.tsx';
import { PeopleVerdicts } from './people-verdicts.tsx';
import { PersonChips, useChosenPerson } from './person-chips.tsx';
import { TodoCards } from './todo-cards.tsx';
import { VerdictBanner } from './verdict-banner.tsx';
import { besideBoard, whatToDo } from './what-to-do.ts';
import './home.css';

/** Everything the home screen is made of, once all of it is there; else the first error. */
function useStored() {
  const people = useCall('person.list', {});
  const everyone = useCall('person.list', { archived: true });
  const visits = useCall('visit.list', {});
  const claims = useCall('claim.list', {});
  const inbox = useCall('inbox.list', {});
  const about = useCall('session.about', {});
  const stored =
    people.data && everyone.data && visits.data && claims.data && inbox.data
      ? {
          people: people.data,
          everyone: everyone.data.length,
          visits: visits.data,
          claims: claims.data,
          inbox: inbox.data,
        }
      : undefined;
  const error = [people, everyone, visits, claims, inbox, about].find((query) => query.error)?.error;
  return { stored, about: about.data, error };
}

export function HomeScreen() {
  const { t } = useTranslation(['home', 'common']);
  const { stored, about, error } = useStored();
  const [chosen, choose] = useChosenPerson(stored?.people);

  if (!stored || !about)
    return error ? (
      <Trouble error={error} retry={() => queryClient.invalidateQueries()} />
    ) : (
      <p className="muted">{t('common:loading')}</p>
    );
  const { people, inbox } = stored;
  if (stored.everyone === 0) return <FirstRun empty={inbox.length === 0} />;

  const work = whatToDo(stored, chosen);
  const hasBoard = chosen !== undefined && stored.visits.some((visit) => visit.personId === chosen);
  const scope = chosen ? `?person=${chosen}` : '';
  return (
    <>
      <h1 className="visually-hidden">{t('title')}</h1>
      <PersonChips people={people} chosen={chosen} choose={choose} />
      {hasBoard ? (
        <PersonBoard key={chosen} personId={chosen} visits={stored.visits} today={about.today} />
      ) : work.stage === 'begun' ? (
        <PeopleVerdicts people={people} open={work.open} today={about.today} choose={choose} />
      ) : (
        <VerdictBanner stage={work.stage} inbox={inbox.length} personId={chosen} />
      )}
      {work.stage === 'start' && <Steps done={1} />}
      {work.stage !== 'start' && (
        <TodoCards
          work={hasBoard ? besideBoard(work) : work}
          today={about.today}
          named={!chosen && people.length > 1}
          beside={hasBoard}
        />
      )}
      <DeadlineCard personId={chosen} today={about.today} />
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
