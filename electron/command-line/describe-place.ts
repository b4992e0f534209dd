// Where a kept file is, in words beside the number that other commands take.

import { paperKinds } from '../../shared/domain.ts';
import { domainWords } from '../../shared/words/domain.ts';
import type { Session } from './session.ts';

/** A place is `inbox`, `visit-…/prescription` or `person-…/bank-card`. */
export function describePlace({ say, language }: Pick<Session, 'say' | 'language'>, place: string): string {
  if (place === 'inbox') return say('inbox');
  const [owner = '', kindText = ''] = place.split('/');
  const kind = paperKinds.find((known) => known === kindText);
  return kind ? `${owner} ${domainWords[language].paper[kind]}` : place;
}

export const describePlaces = (
  session: Pick<Session, 'say' | 'language'>,
  places: readonly string[],
): string =>
  places.map((place) => describePlace(session, place)).join(session.language === 'en' ? '; ' : '；');
