// What keeps the claim from being accepted, as on the board: a card for each place, each line with its rule and its button.

import type { ClaimDetail } from '../../../shared/calls.ts';
import { isPreparing } from '../../../shared/domain.ts';
import { useCall } from '../../client.ts';
import { FindingCards } from '../../findings/finding-cards.tsx';
import { useMakeClaims } from '../board/make-claims.tsx';

export function ClaimFindings({ detail }: { detail: ClaimDetail }) {
  const { claim, person, visits, findings } = detail;
  const today = useCall('session.about', {}).data?.today ?? '';
  const { split } = useMakeClaims(person.id, (ids) => visits.filter(({ id }) => ids.includes(id)));
  if (visits.length === 0 || !isPreparing(claim.status) || !today) return null;
  return (
    <FindingCards
      findings={findings}
      visits={visits}
      around={{ personId: person.id, claimId: claim.id, placeCode: person.insuredPlaceCode }}
      today={today}
      split={() => void split(claim.id)}
    />
  );
}
