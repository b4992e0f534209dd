// The form in which a person writes down what a web portal takes; kept in the vault for every claim.

import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, InputNumber, Segmented } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedProfile } from '../../../../shared/portal-calls.ts';
import {
  namePlaces,
  type PortalFields,
  type PortalOutput,
  portalFields,
  portalOutputs,
} from '../../../../shared/portal-profile.ts';
import { useAct } from '../../../client.ts';
import { fillPattern } from '../../../packet/portal/file-names.ts';
import { useTell } from '../../../shell/tell.ts';
import { UnsavedGuard } from '../../../shell/unsaved.tsx';
import { Labelled, Megabytes } from './labelled.tsx';
import type { OnTyped } from './outputs.tsx';
import { SlotFields } from './slot-fields.tsx';

type Part = { fields: PortalFields; onChange: (part: Partial<PortalFields>) => void };

function NameField({ fields, onChange }: Part) {
  const { t } = useTranslation(['portal', 'domain']);
  const { namePattern } = fields;
  const example = fillPattern(namePattern, {
    serial: '01',
    date: '2026-01-12',
    hospital: t('portal:example.hospital'),
    paper: t('domain:paper.invoice'),
    page: '',
    number: t('portal:example.number'),
    person: t('portal:example.person'),
    slot: fields.slots[0]?.title ?? '',
  });
  return (
    <Labelled label={t('portal:namePattern')}>
      {(id) => (
        <>
          <Input
            id={id}
            value={namePattern}
            maxLength={120}
            onChange={({ target }) => onChange({ namePattern: target.value })}
          />
          <div className="outputs-places">
            {namePlaces
              .filter((place) => !namePattern.includes(`{${place}}`))
              .map((place) => (
                <Button
                  key={place}
                  size="small"
                  onClick={() => onChange({ namePattern: `${namePattern}-{${place}}` })}
                >
                  {t('portal:addPlace', { name: t(`portal:place.${place}`) })}
                </Button>
              ))}
          </div>
          <span className="muted small">{t('portal:nameExample', { name: example })}</span>
        </>
      )}
    </Labelled>
  );
}

function LimitFields({ fields, onChange }: Part) {
  const { t } = useTranslation('portal');
  return (
    <div className="outputs-office">
      <Labelled label={t('maxFileSize')}>
        {(id) => (
          <Megabytes
            id={id}
            value={fields.maxFileBytes}
            onChange={(bytes) => onChange({ maxFileBytes: bytes ?? 0 })}
          />
        )}
      </Labelled>
      <Labelled label={t('maxFiles')}>
        {(id) => (
          <InputNumber
            id={id}
            min={1}
            max={10_000}
            precision={0}
            value={fields.maxFiles}
            onChange={(maxFiles) => onChange({ maxFiles })}
          />
        )}
      </Labelled>
      <Labelled label={t('longEdge')}>
        {(id) => (
          <InputNumber
            id={id}
            min={600}
            max={6000}
            step={100}
            precision={0}
            value={fields.longEdge}
            onChange={(longEdge) => onChange({ longEdge: longEdge ?? 0 })}
          />
        )}
      </Labelled>
    </div>
  );
}

function SourceFields({ fields, onChange, language }: Part & { language: 'zh-CN' | 'en' }) {
  const { t } = useTranslation('portal');
  const id = useId();
  return (
    <>
      <div className="outputs-field">
        <span id={id} className="muted small">
          {t('source')}
        </span>
        <Segmented
          aria-labelledby={id}
          value={fields.source}
          options={(['office', 'design'] as const).map((value) => ({ value, label: t(`sources.${value}`) }))}
          onChange={(source) => onChange({ source })}
        />
      </div>
      <div className="outputs-office">
        <Labelled label={t('basis')}>
          {(own) => (
            <Input
              id={own}
              maxLength={300}
              value={fields.basis[language] ?? Object.values(fields.basis)[0] ?? ''}
              onChange={({ target }) => onChange({ basis: { [language]: target.value } })}
            />
          )}
        </Labelled>
        <Labelled label={t('asOf')}>
          {(own) => (
            <Input
              id={own}
              maxLength={10}
              value={fields.asOf}
              onChange={({ target }) => onChange({ asOf: target.value.trim() })}
            />
          )}
        </Labelled>
      </div>
    </>
  );
}

const today = (): string => new Date().toLocaleDateString('sv');

/** A new profile begins as a copy of the shown one, with a name and a source of its own. */
function begin(profile: ListedProfile, newTitle: string | null, language: string): PortalFields {
  const fields = portalFields.parse(profile);
  if (newTitle === null) return fields;
  return { ...fields, title: { [language]: newTitle }, source: 'office', basis: {}, asOf: today() };
}

function useKeeping(profile: ListedProfile, onClose: (kept?: string) => void) {
  const { t } = useTranslation('portal');
  const tell = useTell();
  const saving = useAct('portal.save');
  const removing = useAct('portal.remove');
  const save = async (id: string | null, fields: PortalFields, name: string) => {
    const kept = await tell(() => saving.mutateAsync({ id, fields }), t('saved', { name }));
    if (kept) onClose(kept.profile.id);
  };
  const remove = async (name: string) => {
    const said = t(profile.shipped ? 'restored' : 'removed', { name });
    if (await tell(() => removing.mutateAsync({ id: profile.id }), said)) onClose();
  };
  return { save, remove, busy: saving.isPending || removing.isPending };
}

/** The words of the fields that cannot be kept as they are. */
function useWrong(fields: PortalFields): string[] {
  const { t } = useTranslation('portal');
  const parsed = portalFields.safeParse(fields);
  const named: Record<string, string> = {
    outputs: t('outputs'),
    maxFileBytes: t('maxFileSize'),
    maxFiles: t('maxFiles'),
    longEdge: t('longEdge'),
    namePattern: t('namePattern'),
    asOf: t('asOf'),
    slots: t('slots'),
  };
  const wrong = parsed.success ? [] : parsed.error.issues.map(({ path }) => named[String(path[0])] ?? '');
  if (!Object.values(fields.title).some(Boolean)) wrong.unshift(t('title'));
  return [...new Set(wrong.filter(Boolean))];
}

const always = (): boolean => true;

type Props = {
  profile: ListedProfile;
  asNew: boolean;
  onTyped: OnTyped;
  onClose: (kept?: string) => void;
};

export function PortalEditor({ profile, asNew, onTyped, onClose }: Props) {
  const { t, i18n } = useTranslation('portal');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const [first] = useState(() => begin(profile, asNew ? t('newTitle') : null, language));
  const [fields, setFields] = useState(first);
  const typed = JSON.stringify(fields) !== JSON.stringify(first);
  useEffect(() => {
    onTyped(typed);
    return () => onTyped(false);
  }, [typed, onTyped]);
  const { save, remove, busy } = useKeeping(profile, onClose);
  const wrong = useWrong(fields);
  const change = (part: Partial<PortalFields>) => setFields((before) => ({ ...before, ...part }));
  const name = fields.title[language] || Object.values(fields.title).find(Boolean) || '';
  return (
    <fieldset className="outputs-editor" aria-label={t('form')}>
      {typed ? <UnsavedGuard dirty={always} /> : null}
      <Labelled label={t('title')}>
        {(id) => (
          <Input
            id={id}
            maxLength={80}
            value={fields.title[language] ?? name}
            onChange={({ target }) => change({ title: { ...fields.title, [language]: target.value } })}
          />
        )}
      </Labelled>
      <fieldset className="outputs-field">
        <legend className="muted small">{t('outputs')}</legend>
        <Checkbox.Group<PortalOutput>
          value={fields.outputs}
          options={portalOutputs.map((value) => ({ value, label: t(`output.${value}`) }))}
          onChange={(outputs) => change({ outputs: portalOutputs.filter((one) => outputs.includes(one)) })}
        />
      </fieldset>
      <LimitFields fields={fields} onChange={change} />
      <NameField fields={fields} onChange={change} />
      <SlotFields fields={fields} onChange={change} />
      <SourceFields fields={fields} onChange={change} language={language} />
      {wrong.length > 0 ? (
        <p role="alert" className="outputs-below">
          {t('wrong', { fields: wrong.join(' · ') })}
        </p>
      ) : null}
      <div className="outputs-acts">
        <Button
          type="primary"
          icon={asNew ? <PlusOutlined /> : undefined}
          disabled={wrong.length > 0 || busy}
          onClick={() => void save(asNew ? null : profile.id, fields, name)}
        >
          {t('save')}
        </Button>
        <Button onClick={() => onClose()}>{t('leave')}</Button>
        {!asNew && (!profile.shipped || profile.changed) ? (
          <Button danger={!profile.shipped} disabled={busy} onClick={() => void remove(name)}>
            {t(profile.shipped ? 'restore' : 'remove')}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}
