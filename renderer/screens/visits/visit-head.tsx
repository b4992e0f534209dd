// The visit as a sentence, and the verdict on its papers, readable from two metres.

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { VisitDetail } from '../../../shared/calls.ts';
import type { PaperKind, VisitFields } from '../../../shared/domain.ts';
import { formatYuan } from '../../../shared/money.ts';
import { useCall } from '../../client.ts';
import { useToday } from '../../papers/today.ts';
import { useDay } from '../../shell/day.ts';
import { useTitle } from '../../shell/title.ts';

/** "费用清单、处方": lists of kinds in words; kinds of which one is enough are joined by "or". */
export function useLacking(): (missing: readonly (readonly PaperKind[])[]) => string {
  const { t } = useTranslation(['visits', 'domain']);
  return (missing) =>
    missing
      .map((kinds) => kinds.map((kind) => t(`domain:paper.${kind}`)).join(t('visits:or')))
      .join(t('visits:comma'));
}

export function VisitHead({ visit, detail }: { visit: VisitFields; detail: VisitDetail | undefined }) {
  const { t } = useTranslation(['visits', 'domain', 'common']);
  const day = useDay(useToday());
  const people = useCall('person.list', {}).data;
  const lacking = useLacking();
  const person = people?.find(({ id }) => id === visit.personId)?.name ?? detail?.personName ?? '';
  const when =
    visit.kind === 'inpatient' && visit.endDate
      ? t('visits:fromTo', { from: day(visit.date), to: day(visit.endDate) })
      : day(visit.date);
  const dot = t('visits:dot');
  const title = detail
    ? [when, visit.hospital || t('visits:noHospital')].join(dot)
    : [t('visits:newVisit'), person].filter(Boolean).join(dot);
  useTitle(title);
  const disease = visit.diseaseCode
    ? t('visits:diseaseWithCode', { name: visit.diseaseName, code: visit.diseaseCode })
    : visit.diseaseName || visit.diagnosis;
  const sentence = [person, visit.department, t(`domain:visitKind.${visit.kind}`), disease].filter(Boolean);
  const total = detail?.invoices.reduce((sum, { totalFen }) => sum + totalFen, 0) ?? 0;
  const complete = detail && detail.missing.length === 0 && detail.invoices.length > 0;
  const verdict = !detail
    ? null
    : detail.missing.length > 0
      ? t('visits:verdict.lacking', { papers: lacking(detail.missing) })
      : t(complete ? 'visits:verdict.complete' : 'visits:verdict.noInvoice');
  return (
    <header className="visit-head">
      <div>
        <h1>{title}</h1>
        <p className="visit-sentence muted">
          {detail ? sentence.join(dot) : t('visits:newHint')}
          {detail?.claim ? (
            <>
              {dot}
              <Link to={`/claims/${detail.claim.id}`}>
                {t('visits:inClaim', { number: detail.claim.number })}
              </Link>
            </>
          ) : null}
        </p>
      </div>
      {verdict ? (
        <div className="visit-verdict" aria-live="polite">
          <strong className={complete ? 'good' : 'lack'}>{verdict}</strong>
          {total > 0 ? (
            <span className="muted">{t('common:yuan', { amount: formatYuan(total, true) })}</span>
          ) : null}
        </div>
      ) : null}
    </header>
  );
}
