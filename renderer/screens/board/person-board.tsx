// The trip-ready board of one person: will this bundle be accepted there, why not, what to do where, and until when.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CallOutput, VisitSummary } from '../../../shared/calls.ts';
import type { BoardEntry } from '../../../shared/readiness-calls.ts';
import { useCall } from '../../client.ts';
import { FindingCards } from '../../findings/finding-cards.tsx';
import { Trouble } from '../../shell/trouble.tsx';
import { BoardVerdict, EntryChoice, isPreparing } from './board-verdict.tsx';
import { MakeButton, ProposedBundles, useMakeClaims } from './make-claims.tsx';
import './board.css';

type Board = CallOutput<'person.board'>;
const keyOf = ({ claim, bundle }: BoardEntry): string => claim?.id ?? bundle.visitIds.join();

/** Which bundle is shown: the chosen one while it is there, else the first that can still be worked on. */
export function entryToShow(
  entries: readonly BoardEntry[],
  wanted: string | undefined,
): BoardEntry | undefined {
  return entries.find((entry) => keyOf(entry) === wanted) ?? entries.find(isPreparing) ?? entries[0];
}

function PlaceNote({ board }: { board: Board }) {
  const { t } = useTranslation('board');
  const { insuredPlaceCode, insuredPlaceName, id } = board.person;
  if (board.placeVerified) return null;
  return (
    <p className="board-unverified" role="note">
      {insuredPlaceCode ? t('rule.unverifiedPlace', { place: insuredPlaceName }) : t('rule.noPlace')}{' '}
      <Link to={insuredPlaceCode ? `/packs/${insuredPlaceCode}` : `/people/${id}?to=insuredPlaceName`}>
        {insuredPlaceCode ? t('act.edit-rules') : t('act.edit-person')}
      </Link>
    </p>
  );
}

type Props = { personId: string; visits: readonly VisitSummary[]; today: string };

export function PersonBoard({ personId, visits, today }: Props) {
  const { data: board, error, refetch } = useCall('person.board', { personId });
  const [wanted, setWanted] = useState<string>();
  const visitsOf = (ids: readonly string[]) => visits.filter(({ id }) => ids.includes(id));
  const { split } = useMakeClaims(personId, visitsOf);
  if (!board || board.person.id !== personId) return error ? <Trouble error={error} retry={refetch} /> : null;
  const entry = entryToShow(board.entries, wanted);
  if (!entry) return null;
  const { claim, bundle, findings } = entry;
  const own = visitsOf(bundle.visitIds);
  const around = { personId, claimId: claim?.id ?? null, placeCode: board.person.insuredPlaceCode };
  return (
    <div className="board">
      {board.entries.length > 1 && (
        <EntryChoice
          entries={board.entries}
          chosen={entry}
          visitsOf={(one) => visitsOf(one.bundle.visitIds)}
          choose={(one) => setWanted(keyOf(one))}
        />
      )}
      <BoardVerdict
        entry={entry}
        visits={own}
        today={today}
        printTo={`/errands/${personId}`}
        make={claim ? null : <MakeButton entry={entry} personId={personId} visitsOf={visitsOf} />}
      />
      <PlaceNote board={board} />
      {isPreparing(entry) && (
        <FindingCards
          findings={findings}
          visits={own}
          around={around}
          today={today}
          split={claim ? () => void split(claim.id) : undefined}
        />
      )}
      <ProposedBundles entries={board.entries} personId={personId} visitsOf={visitsOf} />
    </div>
  );
}
