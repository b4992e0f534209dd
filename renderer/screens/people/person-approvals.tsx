// The approved chronic diseases of a person, from the list of M-codes or typed by name.

import { AutoComplete } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Approval, ApprovalFields } from '../../../shared/claim-life.ts';
import { diseases, findDisease } from '../../../shared/diseases.ts';
import type { Language } from '../../../shared/domain.ts';
import { useAct, useCall } from '../../client.ts';
import { useTell } from '../../shell/tell.ts';
import { DayField } from '../visits/day-field.tsx';
import { Field } from '../visits/field.tsx';
import { RecordCard, RecordForm } from './record-card.tsx';
import { HospitalsField, NoteField, ProofField } from './record-fields.tsx';
import { SpanTag, useSpanWords } from './record-span.tsx';
import { useFields } from './use-record.ts';

const newApproval = (personId: string, today: string): ApprovalFields => ({
  personId,
  diseaseCode: '',
  diseaseName: '',
  from: today,
  to: '',
  hospitals: [],
  proofId: null,
  note: '',
});

function DiseaseField({
  fields,
  set,
}: {
  fields: ApprovalFields;
  set: (change: Partial<ApprovalFields>) => void;
}) {
  const { t, i18n } = useTranslation('filings');
  const language = i18n.language as Language;
  const options = diseases.map(({ code, names }) => ({
    value: names[language],
    label: `${names[language]} ${code}`,
  }));
  const choose = (typed: string) => {
    const known = findDisease(typed);
    set({ diseaseName: known?.names[language] ?? typed, diseaseCode: known?.code ?? '' });
  };
  return (
    <Field label={t('approval.disease')} hint={fields.diseaseCode || t('approval.diseaseHint')}>
      {(handed) => (
        <AutoComplete
          {...handed}
          value={fields.diseaseName}
          options={options}
          maxLength={200}
          showSearch={{
            filterOption: (typed, option) =>
              String(option?.label ?? '')
                .toLowerCase()
                .includes(typed.trim().toLowerCase()),
          }}
          onChange={choose}
        />
      )}
    </Field>
  );
}

type FormProps = { approval: Approval | null; personId: string; today: string; close: () => void };

function ApprovalForm({ approval, personId, today, close }: FormProps) {
  const { t } = useTranslation('filings');
  const [fields, set] = useFields<ApprovalFields>(approval ?? newApproval(personId, today));
  const save = useAct('approval.save');
  const tell = useTell();
  const submit = async () => {
    const { id: _, ...sent } = { id: '', ...fields };
    const act = () => save.mutateAsync({ id: approval?.id ?? null, fields: sent });
    if (await tell(act, t('approval.saved'))) close();
  };
  return (
    <RecordForm saving={save.isPending} onSave={() => void submit()} onCancel={close}>
      <DiseaseField fields={fields} set={set} />
      <DayField label={t('approval.from')} value={fields.from} onChange={(from) => set({ from })} />
      <DayField label={t('approval.to')} value={fields.to} clearable onChange={(to) => set({ to })} />
      <ProofField personId={personId} value={fields.proofId} onChange={(proofId) => set({ proofId })} />
      <HospitalsField value={fields.hospitals} onChange={(hospitals) => set({ hospitals })} />
      <NoteField value={fields.note} onChange={(note) => set({ note })} />
    </RecordForm>
  );
}

export function PersonApprovals({ personId, today }: { personId: string; today: string }) {
  const { t, i18n } = useTranslation('filings');
  const approvals = useCall('approval.list', { personId }).data;
  const remove = useAct('approval.remove');
  const tell = useTell();
  const span = useSpanWords();
  if (!approvals) return null;
  const nameOf = ({ diseaseCode, diseaseName }: Approval) =>
    (diseaseCode && findDisease(diseaseCode)?.names[i18n.language as Language]) || diseaseName || diseaseCode;
  return (
    <RecordCard
      name="approval"
      title={t('approval.title')}
      why={t('approval.why')}
      none={t('approval.none')}
      add={t('approval.add')}
      records={approvals}
      nameOf={nameOf}
      remove={(approval) => void tell(() => remove.mutateAsync({ id: approval.id }), t('approval.removed'))}
      form={(approval, close) => (
        <ApprovalForm approval={approval} personId={personId} today={today} close={close} />
      )}
      line={(approval) => (
        <>
          <b>{nameOf(approval)}</b> <SpanTag span={approval} today={today} />
          <div className="muted small">
            {[approval.diseaseCode, span(approval), approval.hospitals.join('、'), approval.note]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </>
      )}
    />
  );
}
