// Changes one thing of a claim and says so, with a way back.

import { useCallback } from 'react';
import type { ClaimDetail } from '../../../shared/calls.ts';
import type { Claim } from '../../../shared/domain.ts';
import { useAct } from '../../client.ts';
import { useExplain } from '../../shell/problem.tsx';
import { useUndo } from '../../shell/undo.tsx';

export type ClaimChange = Partial<Pick<Claim, 'title' | 'status' | 'order' | 'visitIds'>>;
export type EditClaim = (change: ClaimChange, said: string) => Promise<void>;

/** Never throws: what goes wrong is shown. */
export function useClaimEdit({ claim }: ClaimDetail): EditClaim {
  const { mutateAsync } = useAct('claim.save');
  const explain = useExplain();
  const { done } = useUndo();
  const { id, title, status, order, visitIds } = claim;
  return useCallback(
    async (change, said) => {
      try {
        const { undo } = await mutateAsync({ id, title, status, order, visitIds, ...change });
        done(said, undo);
      } catch (error) {
        explain(error);
      }
    },
    [mutateAsync, done, explain, id, title, status, order, visitIds],
  );
}
