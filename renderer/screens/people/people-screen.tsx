// The people screen: everybody as cards, or one person's details.

import { useParams } from 'react-router';
import { useCall } from '../../client.ts';
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
  const people = useCall('person.list', { archived: true }).data;
  const person = people?.find((one) => one.id === id);
  if (!people) return null;
  return person ? <PersonEditor key={id} person={person} /> : <PeopleList />;
}
