// What goes to the office now that papers came back: the papers that are new, with pictures, and what is still missing.

import { useTranslation } from 'react-i18next';
import type { ClaimDetail } from '../../../shared/calls.ts';
import type { FrozenPaper } from '../../../shared/claim-life.ts';
import { useCall } from '../../client.ts';
import { PageThumb } from '../../papers/page-thumb.tsx';
import { useDay } from '../../shell/day.ts';
import { LinkButton } from '../../shell/link-button.tsx';
import { canSupplement } from './packet-choice.tsx';

type Shown = FrozenPaper & { change: 'added' | 'changed' | 'again' | 'removed' };

export function LifeSupplement({ detail, today }: { detail: ClaimDetail; today: string }) {
  const { t } = useTranslation(['life', 'domain', 'common']);
  const day = useDay(today);
  const { claim, visits } = detail;
  const outline = useCall('claim.supplement', { id: claim.id }).data;
  const returned = claim.status === 'returned';
  const available = canSupplement(claim.status, outline);
  if (!outline || (!available && !returned)) return null;
  const shown: Shown[] = [
    ...outline.papers,
    ...outline.removed.map((paper) => ({ ...paper, change: 'removed' as const })),
  ];
  const visitName = (id: string) => {
    const visit = visits.find((one) => one.id === id);
    return visit ? `${day(visit.date)} · ${visit.hospital}` : '';
  };
  const missing = outline.wanted.filter(({ answer }) => answer === 'missing').length;
  const pages = outline.papers.reduce((sum, paper) => sum + paper.pages.length, 0);
  return (
    <section className="card life-supplement">
      <header className="life-head">
        <h2>{t('life:supplement.title')}</h2>
        {available && (
          <LinkButton type="primary" to={`/claims/${claim.id}?view=preview&packet=supplement`}>
            {t('life:supplement.look')}
          </LinkButton>
        )}
      </header>
      {available ? (
        <p>
          {t('life:supplement.holds', { count: outline.papers.length })} ·{' '}
          {t('common:pages', { count: pages })}
          {missing > 0 && (
            <>
              {' '}
              <span className="tag tag-advice">{t('life:supplement.missing', { count: missing })}</span>
            </>
          )}
        </p>
      ) : (
        <p className="muted">{t('life:supplement.nothing')}</p>
      )}
      <ul className="life-differences">
        {shown.map((paper) => (
          <li key={`${paper.change} ${paper.paperId}`} data-change={paper.change}>
            <span className="life-thumb">
              {paper.pages[0] && <PageThumb page={paper.pages[0]} edge={96} alt="" />}
            </span>
            <span>
              {paper.title || t(`domain:paper.${paper.kind}`)}{' '}
              <b>{t(`life:versions.change.${paper.change}`)}</b>
              <span className="muted small life-difference-visit">{visitName(paper.visitId)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
