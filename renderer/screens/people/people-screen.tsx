// The people screen: everybody as cards, or one person's details.

import { useParams } from 'react-router';
import { useCall } from '../../client.ts';
import { Trouble } from '../../shell/trouble.tsx';
import { PeopleList } from './people-list.tsx';
import { PersonEditor } from './person-editor.tsx';
import './people.css';

export function PeopleScreen() {
  const { id } = useParams();
  if (id === undefined) return <PeopleList />;
  if (id === 'new') return <PersonEditor key="new" person={null} />;
  return <KnownPerson id={id} />;
}

function KnownPerson({ id }: { id: string }) {
  const { data: people, error, refetch } = useCall('person.list', { archived: true });
  const person = people?.find((one) => one.id === id);
  if (!people) return error ? <Trouble error={error} retry={refetch} /> : null;
  return person ? <PersonEditor key={id} person={person} /> : <PeopleList />;
}
