// Papers of a person that every claim may need, with their expiry; their scans come from the inbox.

import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StandingPaper, StandingPaperFields } from '../../../shared/claim-life.ts';
import { useAct, useCall } from '../../client.ts';
import { PageThumb } from '../../papers/page-thumb.tsx';
import { useDay } from '../../shell/day.ts';
import { LinkButton } from '../../shell/link-button.tsx';
import { useTell } from '../../shell/tell.ts';
import { DayField } from '../visits/day-field.tsx';
import { Field } from '../visits/field.tsx';
import { RecordCard, RecordForm } from './record-card.tsx';
import { standingKinds } from './standing-kinds.ts';
import { useFields } from './use-record.ts';

type FormProps = { paper: StandingPaper | null; personId: string; close: () => void };

function PaperForm({ paper, personId, close }: FormProps) {
  const { t } = useTranslation(['filings', 'domain']);
  const blank: StandingPaperFields = { personId, kind: 'identity-card', title: '', expires: '', pages: [] };
  const [fields, set] = useFields<StandingPaperFields>(paper ?? blank);
  const save = useAct('standing-paper.save');
  const tell = useTell();
  const name = fields.title || t(`domain:paper.${fields.kind}`);
  const submit = async () => {
    const { id: _, ...sent } = { id: '', ...fields };
    const act = () => save.mutateAsync({ id: paper?.id ?? null, fields: sent });
    if (await tell(act, t('filings:standing.saved', { paper: name }))) close();
  };
  return (
    <RecordForm saving={save.isPending} onSave={() => void submit()} onCancel={close}>
      <Field label={t('filings:standing.kind')}>
        {(handed) => (
          <Select
            {...handed}
            value={fields.kind}
            options={standingKinds.map((value) => ({ value, label: t(`domain:paper.${value}`) }))}
            onChange={(kind) => set({ kind })}
          />
        )}
      </Field>
      <Field label={t('filings:standing.name')}>
        {(handed) => (
          <Input
            {...handed}
            maxLength={200}
            placeholder={t(`domain:paper.${fields.kind}`)}
            value={fields.title}
            onChange={({ target }) => set({ title: target.value })}
          />
        )}
      </Field>
      <DayField
        label={t('filings:standing.expires')}
        value={fields.expires}
        clearable
        onChange={(expires) => set({ expires })}
      />
    </RecordForm>
  );
}

function FromInbox({ paper, name, close }: { paper: StandingPaper; name: string; close: () => void }) {
  const { t } = useTranslation('filings');
  const inbox = useCall('inbox.list', {}).data ?? [];
  const [chosen, setChosen] = useState<string[]>([]);
  const assign = useAct('standing-paper.assign');
  const tell = useTell();
  const put = async () => {
    const act = () => assign.mutateAsync({ id: paper.id, inboxIds: chosen });
    if (await tell(act, t('standing.saved', { paper: name }))) close();
  };
  if (inbox.length === 0)
    return (
      <p className="record-inbox">
        <span>{t('standing.inboxEmpty')}</span> <LinkButton to="/inbox">{t('standing.toInbox')}</LinkButton>
      </p>
    );
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <div className="record-inbox">
      <div className="record-scans">
        {inbox.slice(0, 30).map(({ id, scan }, at) => (
          <button
            key={id}
            type="button"
            aria-pressed={chosen.includes(id)}
            aria-label={`${t('standing.pick', { count: at + 1 })} ${scan.fileName}`}
            onClick={() => toggle(id)}
          >
            <PageThumb page={{ scan: scan.id, page: 0, turn: 0 }} edge={96} alt="" />
          </button>
        ))}
      </div>
      <Button
        type="primary"
        disabled={chosen.length === 0}
        loading={assign.isPending}
        onClick={() => void put()}
      >
        {t('standing.put')}
      </Button>
    </div>
  );
}

function PaperLine({ paper, today }: { paper: StandingPaper; today: string }) {
  const { t } = useTranslation(['filings', 'domain']);
  const day = useDay(today);
  const [open, setOpen] = useState(false);
  const name = paper.title || t(`domain:paper.${paper.kind}`);
  const over = paper.expires !== '' && paper.expires < today;
  const first = paper.pages[0];
  return (
    <>
      <div className="record-paper">
        <span className="record-thumb">{first && <PageThumb page={first} edge={64} alt="" />}</span>
        <span>
          <b>{name}</b>{' '}
          {paper.expires && (
            <span className={`tag ${over ? 'tag-blocks' : 'tag-complete'}`}>
              {t(over ? 'filings:standing.expired' : 'filings:standing.expiring', {
                day: day(paper.expires),
              })}
            </span>
          )}
          <div className="muted small">
            {paper.pages.length > 0
              ? t('filings:standing.pages', { count: paper.pages.length })
              : t('filings:standing.noPages')}
          </div>
        </span>
        <Button
          aria-expanded={open}
          aria-label={`${t('filings:standing.fromInbox')}: ${name}`}
          onClick={() => setOpen(!open)}
        >
          {t('filings:standing.fromInbox')}
        </Button>
      </div>
      {open && <FromInbox paper={paper} name={name} close={() => setOpen(false)} />}
    </>
  );
}

export function PersonStandingPapers({ personId, today }: { personId: string; today: string }) {
  const { t } = useTranslation(['filings', 'domain']);
  const papers = useCall('standing-paper.list', { personId }).data;
  const remove = useAct('standing-paper.remove');
  const tell = useTell();
  if (!papers) return null;
  const nameOf = ({ title, kind }: StandingPaper) => title || t(`domain:paper.${kind}`);
  return (
    <RecordCard
      name="standing-paper"
      title={t('filings:standing.title')}
      why={t('filings:standing.why')}
      none={t('filings:standing.none')}
      add={t('filings:standing.add')}
      records={papers}
      nameOf={nameOf}
      remove={(paper) =>
        void tell(
          () => remove.mutateAsync({ id: paper.id }),
          t('filings:standing.removed', { paper: nameOf(paper) }),
        )
      }
      form={(paper, close) => <PaperForm paper={paper} personId={personId} close={close} />}
      line={(paper) => <PaperLine paper={paper} today={today} />}
    />
  );
}
