// Whether the person might be settled directly at the hospital: said beside filing and approvals, because it saves the journey.

import { useTranslation } from 'react-i18next';
import { findDisease, isSettledDirectly } from '../../../shared/diseases.ts';
import type { Language, Person } from '../../../shared/domain.ts';
import { useCall } from '../../client.ts';
import { stateOf } from './record-span.tsx';

/** Nothing while no filing is in force: without one there is no direct settlement away from home. */
export function PersonDirect({ person, today }: { person: Person; today: string }) {
  const { t, i18n } = useTranslation(['filings', 'visitFacts']);
  const personId = person.id;
  const filings = useCall('filing.list', { personId }).data ?? [];
  const approvals = useCall('approval.list', { personId }).data ?? [];
  const insured = person.insuredPlaceCode;
  const current = filings.filter((one) => stateOf(one, today) === 'current' && one.cityCode !== '');
  if (insured === '' || current.length === 0) return null;
  const crosses = current.some(({ cityCode }) => cityCode.slice(0, 2) !== insured.slice(0, 2));
  const diseases = approvals
    .filter((one) => crosses && stateOf(one, today) === 'current' && isSettledDirectly(one.diseaseCode))
    .map((one) => findDisease(one.diseaseCode)?.names[i18n.language as Language] ?? one.diseaseName);
  return (
    <section className="card record-direct" aria-label={t('filings:direct.title')}>
      <h2>{t('filings:direct.title')}</h2>
      <ul>
        {diseases.map((name) => (
          <li key={name}>{t('filings:direct.disease', { name })}</li>
        ))}
        <li>{t('filings:direct.stay')}</li>
      </ul>
      <p>{t('filings:direct.how')}</p>
      <p className="muted small">
        {diseases.length > 0 && t('visitFacts:directSource')} {t('visitFacts:directAsk')}
      </p>
    </section>
  );
}
