// The small form of one step: only what that step needs, the day already filled in.

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimDetail } from '../../../shared/calls.ts';
import { payers, returnReasons } from '../../../shared/claim-life.ts';
import { paperKinds } from '../../../shared/domain.ts';
import { formatYuan } from '../../../shared/money.ts';
import { useDay } from '../../shell/day.ts';
import { formKeys } from '../../shell/form-keys.ts';
import { AmountField } from '../visits/amount-field.tsx';
import { DayField } from '../visits/day-field.tsx';
import { Field } from '../visits/field.tsx';
import {
  fieldsOfStep,
  knownChannels,
  type StepDraft,
  type StepField,
  type StepTrouble,
} from './step-draft.ts';

type Props = {
  detail: ClaimDetail;
  draft: StepDraft;
  today: string;
  leftFen: number;
  saving: boolean;
  trouble: StepTrouble | undefined;
  onChange: (change: Partial<StepDraft>) => void;
  onSave: () => void;
  onCancel: () => void;
};

function WantedList({
  detail,
  draft,
  today,
  onChange,
}: Pick<Props, 'detail' | 'draft' | 'today' | 'onChange'>) {
  const { t } = useTranslation(['life', 'domain']);
  const day = useDay(today);
  const visits = [
    ...detail.visits.map((visit) => ({ value: visit.id, label: `${day(visit.date)} ${visit.hospital}` })),
    { value: '', label: t('life:form.wantedPerson') },
  ];
  const set = (key: string, change: Partial<StepDraft['wanted'][number]>) =>
    onChange({ wanted: draft.wanted.map((one) => (one.key === key ? { ...one, ...change } : one)) });
  const add = () =>
    onChange({
      wanted: [
        ...draft.wanted,
        { key: crypto.randomUUID(), visitId: detail.visits[0]?.id ?? null, kind: 'invoice', note: '' },
      ],
    });
  return (
    <fieldset className="life-wanted">
      <legend>{t('life:form.wanted')}</legend>
      {draft.wanted.map((one) => (
        <div key={one.key} className="life-wanted-row">
          <Select
            aria-label={t('life:form.wantedVisit')}
            value={one.visitId ?? ''}
            options={visits}
            onChange={(visitId) => set(one.key, { visitId: visitId || null })}
          />
          <Select
            aria-label={t('life:form.wantedPaper')}
            value={one.kind}
            showSearch={{ optionFilterProp: 'label' }}
            options={paperKinds.map((kind) => ({ value: kind, label: t(`domain:paper.${kind}`) }))}
            onChange={(kind) => set(one.key, { kind })}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('life:form.removeWanted')}
            title={t('life:form.removeWanted')}
            onClick={() => onChange({ wanted: draft.wanted.filter(({ key }) => key !== one.key) })}
          />
        </div>
      ))}
      <Button icon={<PlusOutlined />} onClick={add}>
        {t('life:form.addWanted')}
      </Button>
    </fieldset>
  );
}

function Reasons({ draft, trouble, onChange }: Pick<Props, 'draft' | 'trouble' | 'onChange'>) {
  const { t } = useTranslation(['life', 'domain']);
  return (
    <fieldset className="life-reasons">
      <legend>{t(draft.step === 'refused' ? 'life:form.refusedWhy' : 'life:form.reasons')}</legend>
      <Checkbox.Group
        value={draft.reasons}
        options={returnReasons.map((value) => ({ value, label: t(`domain:returnReason.${value}`) }))}
        onChange={(reasons) => onChange({ reasons: reasons as StepDraft['reasons'] })}
      />
      {trouble?.field === 'reasons' && (
        <p className="field-problem" role="alert">
          {t('life:form.reasonNeeded')}
        </p>
      )}
    </fieldset>
  );
}

function MoneyFields({ draft, leftFen, trouble, onChange }: Props) {
  const { t } = useTranslation(['life', 'domain']);
  const has = (field: StepField) => fieldsOfStep[draft.step].includes(field);
  const handing = draft.step === 'handed-in';
  return (
    <>
      {has('payer') && (
        <Field label={t('life:form.payer')}>
          {(handed) => (
            <Select
              {...handed}
              value={draft.payer}
              options={payers.map((value) => ({ value, label: t(`domain:payer.${value}`) }))}
              onChange={(payer) => onChange({ payer })}
            />
          )}
        </Field>
      )}
      {has('amount') && (
        <div>
          <AmountField
            label={t(handing ? 'life:form.claimed' : 'life:form.amount')}
            value={draft.amount}
            onChange={(amount) => onChange({ amount })}
            capital={!handing}
          />
          {trouble?.field === 'amount' && !trouble.problem && (
            <p className="field-problem" role="alert">
              {t('life:form.amountNeeded')}
            </p>
          )}
          {handing && !draft.amount && (
            <p className="field-hint">
              {t('life:form.claimedHint', { amount: formatYuan(Math.max(0, leftFen), true) })}
            </p>
          )}
        </div>
      )}
    </>
  );
}

function OfficeFields({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const { t } = useTranslation(['life', 'domain']);
  const has = (field: StepField) => fieldsOfStep[draft.step].includes(field);
  return (
    <>
      {has('office') && (
        <Field label={t('life:form.office')}>
          {(handed) => (
            <Input
              {...handed}
              maxLength={200}
              placeholder={t('life:form.officeHint')}
              value={draft.office}
              onChange={({ target }) => onChange({ office: target.value })}
            />
          )}
        </Field>
      )}
      {has('channel') && (
        <Field label={t('life:form.channel')}>
          {(handed) => (
            <Select
              {...handed}
              value={draft.channel}
              options={[
                { value: '' as const, label: t('life:form.channelUnknown') },
                ...knownChannels.map((value) => ({ value, label: t(`domain:channel.${value}`) })),
              ]}
              onChange={(channel) => onChange({ channel })}
            />
          )}
        </Field>
      )}
      {has('receiptNumber') && (
        <Field label={t('life:form.receiptNumber')}>
          {(handed) => (
            <Input
              {...handed}
              maxLength={200}
              autoComplete="off"
              value={draft.receiptNumber}
              onChange={({ target }) => onChange({ receiptNumber: target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}

/** The focus is in the form when it opens, and back where it was when it closes. */
function useFocusInside() {
  const form = useRef<HTMLFormElement>(null);
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input')?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [before]);
  return form;
}

export function LifeStepForm(props: Props) {
  const { t } = useTranslation(['life', 'domain', 'common']);
  const { draft, onChange, onSave, onCancel, saving } = props;
  const form = useFocusInside();
  const title = useId();
  const has = (field: StepField) => fieldsOfStep[draft.step].includes(field);
  return (
    <form
      ref={form}
      className="life-form"
      aria-labelledby={title}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={formKeys(onCancel)}
    >
      <h3 id={title}>{t(`domain:claimStep.${draft.step}`)}</h3>
      <div className="life-grid">
        <DayField label={t('life:form.on')} value={draft.on} onChange={(on) => onChange({ on })} />
        <MoneyFields {...props} />
        <OfficeFields draft={draft} onChange={onChange} />
        {has('until') && (
          <DayField
            label={t('life:form.until')}
            value={draft.until}
            clearable
            onChange={(until) => onChange({ until })}
          />
        )}
      </div>
      {has('reasons') && <Reasons {...props} />}
      {has('wanted') && <WantedList {...props} />}
      <Field label={t('life:form.note')}>
        {(handed) => (
          <Input.TextArea
            {...handed}
            rows={2}
            maxLength={5000}
            placeholder={t('life:form.noteHint')}
            value={draft.note}
            onChange={({ target }) => onChange({ note: target.value })}
          />
        )}
      </Field>
      {has('freeze') && (
        <Checkbox checked={draft.freeze} onChange={({ target }) => onChange({ freeze: target.checked })}>
          {t('life:form.freeze')} <span className="muted small">{t('life:form.freezeWhy')}</span>
        </Checkbox>
      )}
      <div className="life-form-acts">
        <Button type="primary" htmlType="submit" loading={saving}>
          {t('life:form.save')}
        </Button>
        <Button onClick={onCancel}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}
