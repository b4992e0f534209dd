// Changes one thing of a claim and says so, with a way back.

import { useCallback } from 'react';
import type { ClaimDetail } from '../../../shared/calls.ts';
import type { Claim } from '../../../shared/domain.ts';
import { useAct } from '../../client.ts';
import { useTell } from '../../shell/tell.ts';

export type ClaimChange = Partial<Pick<Claim, 'title' | 'status' | 'order' | 'visitIds'>>;
export type EditClaim = (change: ClaimChange, said: string) => Promise<void>;

/** Never throws: what goes wrong is shown. */
export function useClaimEdit({ claim }: ClaimDetail): EditClaim {
  const { mutateAsync } = useAct('claim.save');
  const tell = useTell();
  const { id, title, status, order, visitIds } = claim;
  return useCallback(
    async (change, said) => {
      await tell(() => mutateAsync({ id, title, status, order, visitIds, ...change }), said);
    },
    [mutateAsync, tell, id, title, status, order, visitIds],
  );
}
