// Makes the claims that are proposed: visits in no claim become one or several, a claim that mixes is taken apart.

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { UndoStep, VisitSummary } from '../../../shared/calls.ts';
import type { BoardEntry, BundleShown } from '../../../shared/readiness-calls.ts';
import { call, queryClient } from '../../client.ts';
import { RuleLine } from '../../findings/rule-line.tsx';
import { useExplain } from '../../shell/problem.tsx';
import { useUndo } from '../../shell/undo.tsx';
import { useBundleWords } from './bundle-name.ts';

type VisitsOf = (visitIds: readonly string[]) => VisitSummary[];

/** Both answer with the ids of the claims that are there afterwards; what goes wrong is shown. */
export function useMakeClaims(personId: string, visitsOf: VisitsOf) {
  const { t } = useTranslation('board');
  const explain = useExplain();
  const { done } = useUndo();
  const inWords = useBundleWords();
  const titleOf = ({ by, visitIds }: BundleShown) => inWords(by, visitsOf(visitIds));

  const run = async (said: (count: number) => string, act: (steps: UndoStep[]) => Promise<string[]>) => {
    const steps: UndoStep[] = [];
    try {
      return await act(steps);
    } catch (error) {
      explain(error);
      return [];
    } finally {
      await queryClient.invalidateQueries();
      if (steps.length > 0) done(said(steps.length), steps);
    }
  };
  const create = async (bundles: readonly BundleShown[], steps: UndoStep[]) => {
    const made: string[] = [];
    for (const bundle of bundles) {
      const input = { personId, visitIds: bundle.visitIds, title: titleOf(bundle) };
      const { claim, undo } = await call('claim.create', input);
      steps.unshift(...undo);
      made.push(claim.id);
    }
    return made;
  };
  return {
    make: (bundles: readonly BundleShown[]) =>
      run(
        (count) => t('made', { count }),
        (steps) => create(bundles, steps),
      ),
    split: (claimId: string) =>
      run(
        (count) => t('split', { count }),
        async (steps) => {
          const { bundles } = await call('claim.readiness', { id: claimId });
          const [first, ...others] = bundles;
          if (!first || others.length === 0) return [];
          const { claim } = await call('claim.get', { id: claimId });
          const { title, status, order } = claim;
          const kept = await call('claim.save', {
            id: claimId,
            title,
            status,
            order,
            visitIds: first.visitIds,
          });
          steps.unshift(...kept.undo);
          return [claimId, ...(await create(others, steps))];
        },
      ),
  };
}

type MakeProps = { entries: readonly BoardEntry[]; personId: string; visitsOf: VisitsOf };

/** The visits in no claim as they should be handed in, why so, and the button that makes it so. */
export function ProposedBundles({ entries, personId, visitsOf }: MakeProps) {
  const { t } = useTranslation(['board', 'home']);
  const { make } = useMakeClaims(personId, visitsOf);
  const inWords = useBundleWords();
  const loose = entries.filter(({ claim }) => claim === null);
  if (loose.length < 2) return null;
  const rules = new Map(loose.map(({ bundle }) => [bundle.rule?.id ?? '', bundle.rule]));
  return (
    <section className="card board-bundles">
      <header>
        <h2>{t('board:bundles', { count: loose.length })}</h2>
        <Button onClick={() => void make(loose.map(({ bundle }) => bundle))}>
          {t('board:makeAll', { count: loose.length })}
        </Button>
      </header>
      <ul>
        {loose.map(({ bundle }) => (
          <li key={bundle.visitIds.join()}>
            <b>{inWords(bundle.by, visitsOf(bundle.visitIds))}</b>{' '}
            <span className="muted">{t('board:several', { count: bundle.visitIds.length })}</span>
          </li>
        ))}
      </ul>
      <p className="muted small">
        {t('board:bundleWhy')}{' '}
        {[...rules].map(([id, rule]) =>
          rule ? <RuleLine key={id} rule={rule} /> : <span key={id}>{t('board:years')}</span>,
        )}
      </p>
    </section>
  );
}

/** Makes the one bundle that is shown, and opens it. */
export function MakeButton({
  entry,
  personId,
  visitsOf,
}: {
  entry: BoardEntry;
  personId: string;
  visitsOf: VisitsOf;
}) {
  const { t } = useTranslation('board');
  const { make } = useMakeClaims(personId, visitsOf);
  const navigate = useNavigate();
  const makeAndOpen = async () => {
    const [id] = await make([entry.bundle]);
    if (id) await navigate(`/claims/${id}`);
  };
  return (
    <Button type={entry.verdict.kind === 'ready' ? 'primary' : 'default'} onClick={() => void makeAndOpen()}>
      {t('make')}
    </Button>
  );
}
