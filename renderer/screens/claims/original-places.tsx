// Where the original of each paper of a claim is: at home, at the office, with an insurer, given back, lost.

import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ClaimDetail, UndoStep } from '../../../shared/calls.ts';
import { type PaperFacts, paperPlaces } from '../../../shared/claim-life.ts';
import { useAct, useCall } from '../../client.ts';
import { PageThumb } from '../../papers/page-thumb.tsx';
import { useDay } from '../../shell/day.ts';
import { useExplain } from '../../shell/problem.tsx';
import { useUndo } from '../../shell/undo.tsx';

type Place = PaperFacts['originalAt'];
/** With more visits each is folded to its line. */
const SPREAD = 2;

/** Moves the originals of several papers at once; one undo takes all back. */
function useMove() {
  const { t } = useTranslation('life');
  const save = useAct('paper-facts.save');
  const explain = useExplain();
  const { done } = useUndo();
  return async (facts: readonly PaperFacts[], originalAt: Place) => {
    const steps: UndoStep[] = [];
    try {
      for (const one of facts.filter((fact) => fact.originalAt !== originalAt))
        steps.unshift(...(await save.mutateAsync({ ...one, originalAt })).undo);
    } catch (error) {
      explain(error);
    }
    if (steps.length > 0) done(t('originals.saved'), steps);
  };
}

export function OriginalPlaces({ detail, today }: { detail: ClaimDetail; today: string }) {
  const { t } = useTranslation(['life', 'domain']);
  const facts = useCall('paper-facts.list', { claimId: detail.claim.id }).data;
  const move = useMove();
  const day = useDay(today);
  if (!facts) return null;
  const factsOf = new Map(facts.map((fact) => [fact.paperId, fact]));
  const options = paperPlaces.map((value) => ({ value, label: t(`domain:paperPlace.${value}`) }));
  /** "家里 3 · 医保经办机构 1" */
  const whereabouts = (known: readonly (PaperFacts | undefined)[]) =>
    paperPlaces
      .map((place) => ({ place, count: known.filter((fact) => fact?.originalAt === place).length }))
      .filter(({ count }) => count > 0)
      .map(({ place, count }) => `${t(`domain:paperPlace.${place}`)} ${count}`)
      .join(' · ');
  const visits = detail.visits.filter(({ papers }) => papers.some(({ pageCount }) => pageCount > 0));
  return (
    <section className="card">
      <header className="life-head">
        <h2>{t('life:originals.title')}</h2>
        <span className="life-head-acts">
          <Button onClick={() => void move(facts, 'office')}>{t('life:originals.allOffice')}</Button>
          <Button onClick={() => void move(facts, 'home')}>{t('life:originals.allHome')}</Button>
        </span>
      </header>
      <p className="muted small">{t('life:originals.why')}</p>
      {visits.length === 0 && <p className="muted">{t('life:originals.none')}</p>}
      {visits.map((visit) => (
        <details key={visit.id} className="life-originals" open={visits.length <= SPREAD}>
          <summary>
            {day(visit.date)} <span className="muted">{visit.hospital}</span>{' '}
            <b>{whereabouts(visit.papers.map(({ id }) => factsOf.get(id)))}</b>
          </summary>
          <ul>
            {visit.papers
              .filter(({ pageCount }) => pageCount > 0)
              .map((paper) => {
                const fact = factsOf.get(paper.id);
                const name = paper.title || t(`domain:paper.${paper.kind}`);
                return (
                  <li key={paper.id}>
                    <span className="life-thumb">
                      {paper.first && <PageThumb page={paper.first} edge={96} alt="" />}
                    </span>
                    <span>{name}</span>
                    <Select
                      aria-label={t('life:originals.place', { paper: name })}
                      value={fact?.originalAt ?? 'home'}
                      options={options}
                      onChange={(place: Place) => fact && void move([fact], place)}
                    />
                  </li>
                );
              })}
          </ul>
        </details>
      ))}
    </section>
  );
}
