// What a visit is matched with: the approved disease, the filing, the hospital; and whether it could be settled directly.

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Approval, Filing, Hospital } from '../../../shared/claim-life.ts';
import { isSettledDirectly } from '../../../shared/diseases.ts';
import type { Person, Visit } from '../../../shared/domain.ts';
import { useCall } from '../../client.ts';
import { useSpanWords } from '../people/record-span.tsx';

type Span = { from: string; to: string };
const covers = ({ from, to }: Span, day: string): boolean => from <= day && (to === '' || day <= to);

const ofDisease = ({ diseaseCode, diseaseName }: Approval, visit: Visit): boolean =>
  visit.diseaseCode !== '' ? diseaseCode === visit.diseaseCode : diseaseName === visit.diseaseName;

/** '' when it could not, or while it is not known where the care was. Asked for the ten diseases and for filed stays. */
export function directSettlement(
  visit: Visit,
  person: Pick<Person, 'insuredPlaceCode'>,
  around: { hospital: Hospital | undefined; filing: Filing | undefined },
): '' | 'disease' | 'stay' {
  const insured = person.insuredPlaceCode;
  const care = around.hospital?.cityCode || around.filing?.cityCode || '';
  if (insured === '' || care === '' || care.slice(0, 4) === insured.slice(0, 4)) return '';
  if (visit.kind === 'inpatient') return around.filing ? 'stay' : '';
  const crosses = care.slice(0, 2) !== insured.slice(0, 2);
  return crosses && visit.kind === 'chronic-outpatient' && isSettledDirectly(visit.diseaseCode)
    ? 'disease'
    : '';
}

function useMatches(visit: Visit) {
  const { personId, date } = visit;
  const filings = useCall('filing.list', { personId }).data;
  const approvals = useCall('approval.list', { personId }).data;
  const hospitals = useCall('hospital.list', {}).data;
  if (!filings || !approvals || !hospitals) return undefined;
  return {
    filing: filings.filter((one) => covers(one, date)).at(-1),
    approval: approvals.find((one) => covers(one, date) && ofDisease(one, visit)),
    hospital: hospitals.find(({ name, aliases }) => [name, ...aliases].includes(visit.hospital)),
  };
}

type Line = { name: 'approval' | 'filing' | 'hospital'; text: string; known: boolean; record: string };

function useLines(visit: Visit, found: ReturnType<typeof useMatches>): Line[] {
  const { t } = useTranslation(['visitFacts', 'filings', 'domain']);
  const span = useSpanWords();
  if (!found) return [];
  const { approval, filing, hospital } = found;
  const disease = visit.diseaseName || visit.diseaseCode;
  const designated = hospital?.designated ?? null;
  const facts = hospital && [
    hospital.grade && t(`domain:hospitalGrade.${hospital.grade}`),
    hospital.cityName,
    t(
      designated === null
        ? 'filings:hospital.designatedUnknown'
        : designated
          ? 'filings:hospital.designatedYes'
          : 'filings:hospital.designatedNo',
    ),
  ];
  const missing = disease
    ? t('visitFacts:approvalNone', { name: disease })
    : t('visitFacts:approvalNoDisease');
  const lines: Line[] = [
    {
      name: 'approval',
      known: approval !== undefined,
      record: approval?.id ?? 'new',
      text: approval
        ? t('visitFacts:approvalFound', { name: approval.diseaseName, span: span(approval) })
        : missing,
    },
    {
      name: 'filing',
      known: filing !== undefined,
      record: filing?.id ?? 'new',
      text: filing
        ? t('visitFacts:filingFound', { city: filing.cityName || filing.cityCode, span: span(filing) })
        : t('visitFacts:filingNone'),
    },
    {
      name: 'hospital',
      known: designated !== null,
      record: hospital?.id ?? visit.hospital,
      text: facts ? facts.filter(Boolean).join(' · ') : t('visitFacts:hospitalNone'),
    },
  ];
  return lines.filter(({ name }) => name !== 'approval' || visit.kind === 'chronic-outpatient');
}

export function VisitMatches({ visit, person }: { visit: Visit; person: Person }) {
  const { t } = useTranslation('visitFacts');
  const found = useMatches(visit);
  const lines = useLines(visit, found);
  if (!found) return null;
  const direct = directSettlement(visit, person, found);
  return (
    <>
      <dl className="visit-matches" aria-label={t('matches')}>
        {lines.map(({ name, text, known, record }) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd className={known ? '' : 'visit-unknown'}>{text}</dd>
            <dd>
              <Link to={`/people/${person.id}?to=${name}&record=${encodeURIComponent(record)}`}>
                {t(known ? 'look' : 'fill')}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      {direct !== '' && (
        <aside className="visit-direct">
          <strong>{t('direct')}</strong>
          <p>{direct === 'stay' ? t('directStay') : t('directDisease', { name: visit.diseaseName })}</p>
          <p className="muted small">
            {direct === 'disease' && t('directSource')} {t('directAsk')}
          </p>
        </aside>
      )}
    </>
  );
}
