// The life of a claim: where it stands, the next step, what the office wants, the money, what happened, and the originals.

import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput, ClaimDetail } from '../../../shared/calls.ts';
import type { ClaimStep } from '../../../shared/claim-life.ts';
import { useAct, useCall } from '../../client.ts';
import { useTell } from '../../shell/tell.ts';
import { Trouble } from '../../shell/trouble.tsx';
import { EstimatePanel } from './estimate-panel.tsx';
import { LifeHistory } from './life-history.tsx';
import { LifeMoney } from './life-money.tsx';
import { LifeStepForm } from './life-step-form.tsx';
import { LifeSupplement } from './life-supplement.tsx';
import { LifeVersions } from './life-versions.tsx';
import { OriginalPlaces } from './original-places.tsx';
import { ReturnLetter } from './return-letter.tsx';
import { emptyStep, fieldsOfStep, readStep, type StepDraft, type StepTrouble } from './step-draft.ts';
import './life.css';

export type Life = CallOutput<'claim.life'>;
/** Keeps what this step hands in, as it is now, in the vault; null when there is none. Throws the Problem that stopped it. */
export type KeepPacket = (step: ClaimStep) => Promise<string | null>;

/** What goes on comes first; giving up comes last and is quiet. */
const quiet: readonly ClaimStep[] = ['withdrawn', 'reopened', 'refused'];

/** One step while it is typed, and the act of recording it. */
function useStep(detail: ClaimDetail, life: Life | undefined, keepPacket: KeepPacket, today: string) {
  const { t } = useTranslation(['life', 'domain']);
  const [draft, setDraft] = useState<StepDraft>();
  const [trouble, setTrouble] = useState<StepTrouble>();
  const [saving, setSaving] = useState(false);
  const add = useAct('claim-event.add');
  const tell = useTell();

  // The next form may be open before all is read again that the last one changed: it is another form's to close.
  const forms = useRef(0);
  const begin = (step: ClaimStep) => {
    forms.current += 1;
    setSaving(false);
    setTrouble(undefined);
    setDraft(emptyStep(step, today, life?.events.at(-1)));
  };
  const change = (changed: Partial<StepDraft>) => {
    setTrouble(undefined);
    setDraft((before) => (before ? { ...before, ...changed } : before));
  };
  const save = async () => {
    if (!draft) return;
    const read = readStep(draft, detail.claim.id);
    if ('trouble' in read) return setTrouble(read.trouble);
    const form = forms.current;
    setSaving(true);
    const record = async () => {
      const freeze = draft.freeze && fieldsOfStep[draft.step].includes('freeze');
      const packet = freeze ? await keepPacket(draft.step) : null;
      return await add.mutateAsync({ fields: read.fields, packet });
    };
    const saved = await tell(record, t('life:saved', { step: t(`domain:claimStep.${draft.step}`) }));
    if (form !== forms.current) return;
    if (saved) setDraft(undefined);
    setSaving(false);
  };
  return { draft, trouble, saving, begin, change, save, cancel: () => setDraft(undefined) };
}

function NextSteps({ life, begin }: { life: Life; begin: (step: ClaimStep) => void }) {
  const { t } = useTranslation('life');
  const steps = [...life.next].sort((a, b) => Number(quiet.includes(a)) - Number(quiet.includes(b)));
  return (
    <div className="life-next">
      {steps.map((step, at) => (
        <Button
          key={step}
          type={at === 0 ? 'primary' : quiet.includes(step) ? 'text' : 'default'}
          onClick={() => begin(step)}
        >
          {t(`act.${step}`)}
        </Button>
      ))}
    </div>
  );
}

export function ClaimLife({ detail, keepPacket }: { detail: ClaimDetail; keepPacket: KeepPacket }) {
  const { t } = useTranslation(['life', 'common']);
  const { id } = detail.claim;
  const { data: life, error, refetch } = useCall('claim.life', { id });
  const today = useCall('session.about', {}).data?.today;
  const step = useStep(detail, life, keepPacket, today ?? '');
  if (!life || !today)
    return error ? <Trouble error={error} retry={refetch} /> : <p className="muted">{t('common:loading')}</p>;
  return (
    <div className="life">
      <section className="card life-now" aria-live="polite">
        <span className="muted small">{t('life:now')}</span>
        <h2 className="life-status">{t(`life:status.${life.claim.status}`)}</h2>
        {step.draft ? (
          <LifeStepForm
            key={step.draft.step}
            detail={detail}
            draft={step.draft}
            today={today}
            leftFen={life.money.leftFen}
            saving={step.saving}
            trouble={step.trouble}
            onChange={step.change}
            onSave={() => void step.save()}
            onCancel={step.cancel}
          />
        ) : (
          <NextSteps life={life} begin={step.begin} />
        )}
      </section>
      <ReturnLetter detail={detail} life={life} today={today} />
      <LifeSupplement detail={detail} today={today} />
      <LifeMoney
        life={life}
        claimNext={life.next.includes('handed-in') ? () => step.begin('handed-in') : undefined}
      />
      <EstimatePanel detail={detail} today={today} />
      <LifeHistory life={life} today={today} />
      <OriginalPlaces detail={detail} today={today} />
      <LifeVersions detail={detail} life={life} today={today} />
    </div>
  );
}
