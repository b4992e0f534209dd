// Title, progress and order of papers of a claim; every change is saved at once and can be taken back.

import { Input, Segmented, Select } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimDetail } from '../../../shared/calls.ts';
import { type Claim, claimStatuses, type PacketOrder } from '../../../shared/domain.ts';
import type { EditClaim } from './use-claim-edit.ts';

function TitleField({ claim, edit }: { claim: Claim; edit: EditClaim }) {
  const { t } = useTranslation('claims');
  const field = useId();
  const [draft, setDraft] = useState(claim.title);
  useEffect(() => setDraft(claim.title), [claim.title]);
  const keep = () => {
    const title = draft.trim();
    if (title !== claim.title) void edit({ title }, t('details.titleSaved'));
  };
  return (
    <div className="claim-field claim-field-wide">
      <label htmlFor={field}>{t('details.title')}</label>
      <Input
        id={field}
        value={draft}
        maxLength={200}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={keep}
        onPressEnter={keep}
      />
    </div>
  );
}

export function ClaimDetails({ detail, edit }: { detail: ClaimDetail; edit: EditClaim }) {
  const { t } = useTranslation(['claims', 'domain']);
  const { claim } = detail;
  const status = useId();
  const order = useId();
  const setStatus = (next: Claim['status']) =>
    edit({ status: next }, t('claims:details.statusSaved', { status: t(`domain:claimStatus.${next}`) }));
  return (
    <section className="card claim-fields">
      <TitleField claim={claim} edit={edit} />
      <div className="claim-field">
        <label htmlFor={status}>{t('claims:details.status')}</label>
        <Select
          id={status}
          value={claim.status}
          onChange={(next) => void setStatus(next)}
          options={claimStatuses.map((value) => ({ value, label: t(`domain:claimStatus.${value}`) }))}
        />
      </div>
      <div className="claim-field">
        <span id={order}>{t('claims:details.order')}</span>
        <Segmented<PacketOrder>
          aria-labelledby={order}
          value={claim.order}
          onChange={(next) => void edit({ order: next }, t('claims:details.orderSaved'))}
          options={[
            { value: 'visit', label: t('claims:details.byVisit') },
            { value: 'kind', label: t('claims:details.byKind') },
          ]}
        />
      </div>
    </section>
  );
}
