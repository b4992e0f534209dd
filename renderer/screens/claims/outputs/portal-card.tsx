// Files for a web portal: what the site takes, chosen or written down here, and what came of it.

import { EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PacketPlan } from '../../../../shared/packet-plan.ts';
import type { ListedProfile } from '../../../../shared/portal-calls.ts';
import { MEGABYTE, portalProfile } from '../../../../shared/portal-profile.ts';
import { useCall } from '../../../client.ts';
import { useOutput } from '../../../packet-press/use-output.ts';
import type { OnTyped } from './outputs.tsx';
import { PortalEditor } from './portal-editor.tsx';
import { Outcome } from './portal-outcome.tsx';
import { useHandOver } from './use-hand-over.ts';

type Props = {
  number: string;
  readPlan: () => Promise<PacketPlan>;
  /** While the form is open, a stray click must not throw away what was typed. */
  onTyped: OnTyped;
};

/** In the language of the window, else in the one it was written in. */
export const inEither = (texts: Partial<Record<string, string>>, language: string): string =>
  texts[language] || Object.values(texts).find(Boolean) || '';

function Basis({ profile }: { profile: ListedProfile }) {
  const { t, i18n } = useTranslation(['portal', 'outputs']);
  const { source, basis, asOf, maxFileBytes, maxFiles, slots } = profile;
  const limits = [
    t('portal:limits', { size: maxFileBytes / MEGABYTE }),
    ...(maxFiles === null ? [] : [t('portal:limitFiles', { count: maxFiles })]),
    ...slots.flatMap(({ title, maxFiles: count }) =>
      count === null ? [] : [t('portal:limitSlot', { name: title, count })],
    ),
  ];
  const text = inEither(basis, i18n.language);
  return (
    <p className="muted small outputs-basis">
      {limits.join(' · ')}
      <br />
      {text ? t('portal:basisOffice', { text }) : null}
      {asOf ? t('portal:asOfSaid', { date: asOf }) : null}{' '}
      {source === 'design' ? t(text ? 'portal:lookFirst' : 'outputs:files.design') : null}
    </p>
  );
}

/** `editing`: which profile the form is open for; '' for a new one. */
export function PortalCard({ number, readPlan, onTyped }: Props) {
  const { t, i18n } = useTranslation(['outputs', 'portal']);
  const profiles = useCall('portal.list', {}).data ?? [];
  const [id, setId] = useState('safe');
  const [editing, setEditing] = useState<string | null>(null);
  /** What the outcome below was made with: under another profile it would say what is not so. */
  const [madeWith, setMadeWith] = useState('');
  const bench = useOutput<'portal'>();
  const { attempt, save } = useHandOver();
  const profile = profiles.find((one) => one.id === id) ?? profiles[0];
  const nameOf = (one: ListedProfile) => {
    const name = inEither(one.title, i18n.language) || one.id;
    if (!one.shipped) return t('portal:own', { name });
    return one.changed ? t('portal:changed', { name }) : name;
  };
  const make = () =>
    attempt(async () => {
      if (!profile) return;
      const plan = await readPlan();
      setMadeWith(JSON.stringify(profile));
      await bench.make({ type: 'portal', plan, profile: portalProfile.parse(profile) });
    });
  const close = (kept?: string) => {
    setEditing(null);
    if (kept) setId(kept);
  };
  if (!profile) return null;
  return (
    <section className="outputs-card" aria-label={t('outputs:files.portal')}>
      <h3>{t('outputs:files.portal')}</h3>
      <p className="muted">{t('outputs:files.portalWhat')}</p>
      <div className="outputs-acts">
        <Select
          className="outputs-profile"
          aria-label={t('outputs:files.profile')}
          value={profile.id}
          onChange={setId}
          disabled={bench.working || editing !== null}
          options={profiles.map((one) => ({ value: one.id, label: nameOf(one) }))}
        />
        {bench.working ? (
          <>
            <span role="status">
              {t('outputs:files.measuring', bench.progress ?? { done: 0, total: '…' })}
            </span>
            <Button onClick={bench.cancel}>{t('outputs:files.cancel')}</Button>
          </>
        ) : (
          <Button type="primary" disabled={editing !== null} onClick={() => void make()}>
            {t('outputs:files.make')}
          </Button>
        )}
      </div>
      {editing === null ? (
        <>
          <Basis profile={profile} />
          <div className="outputs-acts">
            <Button icon={<EditOutlined />} disabled={bench.working} onClick={() => setEditing(profile.id)}>
              {t('portal:edit')}
            </Button>
            <Button icon={<PlusOutlined />} disabled={bench.working} onClick={() => setEditing('')}>
              {t('portal:add')}
            </Button>
          </div>
          {bench.result && madeWith === JSON.stringify(profile) ? (
            <Outcome outcome={bench.result} name={`${number}-${profile.id}.zip`} onSave={save} />
          ) : null}
        </>
      ) : (
        <PortalEditor
          key={editing}
          profile={profile}
          asNew={editing === ''}
          onTyped={onTyped}
          onClose={close}
        />
      )}
    </section>
  );
}
