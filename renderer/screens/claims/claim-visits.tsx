// The visits of a claim with their papers; take one out, add others.

import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ClaimDetail, VisitSummary } from '../../../shared/calls.ts';
import { formatYuan } from '../../../shared/money.ts';
import { useCall } from '../../client.ts';
import { MiniSheets } from '../../papers/mini-sheets.tsx';
import { useDay, useLackOfVisit, useVisitName } from './claim-words.ts';
import type { EditClaim } from './use-claim-edit.ts';
import { VisitChoice } from './visit-choice.tsx';

type Props = { detail: ClaimDetail; edit: EditClaim };

function VisitLine({ visit, detail, edit }: Props & { visit: VisitSummary }) {
  const { t } = useTranslation(['claims', 'domain']);
  const day = useDay();
  const name = useVisitName()(visit);
  const severalYears = new Set(detail.visits.map(({ date }) => date.slice(0, 4))).size > 1;
  const lacks = detail.findings.filter(
    ({ visitId, severity }) => visitId === visit.id && severity !== 'advice',
  );
  const lackOf = useLackOfVisit();
  const takeOut = () =>
    edit({ visitIds: detail.claim.visitIds.filter((id) => id !== visit.id) }, t('claims:visitList.takenOut'));
  return (
    <li className="visit-line">
      <Link to={`/visits/${visit.id}`} className="visit-line-link">
        <span className="visit-line-day">{day(visit.date, severalYears)}</span>
        <span className="visit-line-what">
          {visit.hospital}
          <span className="muted small">
            {[t(`domain:visitKind.${visit.kind}`), visit.diseaseName || visit.diagnosis]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      </Link>
      <MiniSheets visit={visit} />
      <span className="money">{formatYuan(visit.totalFen, true)}</span>
      <span className={`tag tag-${lacks.length > 0 ? 'blocks' : 'complete'}`}>{lackOf(lacks)}</span>
      <Button
        type="text"
        aria-label={t('claims:visitList.takeOutNamed', { visit: name })}
        onClick={() => void takeOut()}
      >
        {t('claims:visitList.takeOut')}
      </Button>
    </li>
  );
}

function AddVisits({ detail, edit, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation(['claims', 'common']);
  const visits = useCall('visit.list', { personId: detail.person.id, unclaimed: true }).data ?? [];
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const add = async () => {
    const visitIds = [...detail.claim.visitIds, ...chosen];
    await edit({ visitIds }, t('claims:visitList.added', { count: chosen.size }));
    onClose();
  };
  return (
    <Modal
      open
      title={t('claims:visitList.addTitle')}
      width="min(60rem, 94vw)"
      onCancel={onClose}
      onOk={() => void add()}
      okText={t('claims:visitList.addChosen', { count: chosen.size })}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: chosen.size === 0 }}
    >
      {visits.length === 0 ? (
        <p>{t('claims:visitList.addNothing')}</p>
      ) : (
        <div className="add-visits">
          <VisitChoice visits={visits} chosen={chosen} onChange={setChosen} />
        </div>
      )}
    </Modal>
  );
}

export function ClaimVisits({ detail, edit }: Props) {
  const { t } = useTranslation('claims');
  const [adding, setAdding] = useState(false);
  return (
    <section className="card">
      <div className="claims-row">
        <h2>{t('visitList.title')}</h2>
        <Button onClick={() => setAdding(true)}>{t('visitList.add')}</Button>
      </div>
      <ul className="visit-lines">
        {detail.visits.map((visit) => (
          <VisitLine key={visit.id} visit={visit} detail={detail} edit={edit} />
        ))}
      </ul>
      {detail.visits.length > 1 ? (
        <p className="visit-total">
          {t('visitList.total')} <strong className="money">{formatYuan(detail.totalFen, true)}</strong>
        </p>
      ) : null}
      {adding ? <AddVisits detail={detail} edit={edit} onClose={() => setAdding(false)} /> : null}
    </section>
  );
}
