// Whose papers are shown: one person or the whole family, remembered while the program is open.

import { PlusOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Person } from '../../../shared/domain.ts';
import { withoutProvince } from '../people/places.ts';

const KEY = 'guibao.person';

/** The chosen person's id, undefined for everybody. A person who is gone is no longer chosen. */
export function useChosenPerson(
  people: readonly Person[] | undefined,
): [string | undefined, (id: string | undefined) => void] {
  const [chosen, setChosen] = useState<string | undefined>(() => sessionStorage.getItem(KEY) ?? undefined);
  const only = people?.length === 1 ? people[0]?.id : undefined;
  const known = people?.some((person) => person.id === chosen) ? chosen : undefined;
  const choose = (id: string | undefined) => {
    if (id) sessionStorage.setItem(KEY, id);
    else sessionStorage.removeItem(KEY);
    setChosen(id);
  };
  return [known ?? only, choose];
}

type Props = {
  people: readonly Person[];
  chosen: string | undefined;
  choose: (id: string | undefined) => void;
};

export function PersonChips({ people, chosen, choose }: Props) {
  const { t } = useTranslation(['home', 'domain']);
  const about = (person: Person) =>
    [withoutProvince(person.insuredPlaceName), t(`domain:scheme.${person.scheme}`)]
      .filter(Boolean)
      .join(' · ');
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">{t('who')}</legend>
      {people.length > 1 && (
        <button type="button" className="chip" aria-pressed={!chosen} onClick={() => choose(undefined)}>
          <b>{t('everybody')}</b>
        </button>
      )}
      {people.map((person) => (
        <button
          type="button"
          key={person.id}
          className="chip"
          aria-pressed={chosen === person.id}
          onClick={() => choose(person.id)}
        >
          <b>{person.name}</b>
          <span className="muted">{about(person)}</span>
        </button>
      ))}
      <Link to="/people/new" className="chip chip-add" title={t('addPerson')}>
        <PlusOutlined aria-hidden />
        <span className={people.length > 0 ? 'visually-hidden' : undefined}>{t('addPerson')}</span>
      </Link>
    </fieldset>
  );
}
