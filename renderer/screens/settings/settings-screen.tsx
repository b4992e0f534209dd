// The settings screen: how it looks, how packets are ordered, where the data is and whether it is whole.

import { Segmented } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../shared/domain.ts';
import { call, queryClient, shownNow, useCall } from '../../client.ts';
import { useExplain } from '../../shell/problem.tsx';
import { AboutCard } from './about-card.tsx';
import { DataCard } from './data-card.tsx';
import { NoticeSetting } from './notice-setting.tsx';
import { SampleCard } from './sample-card.tsx';
import { UsualPacketCard } from './usual-packet-card.tsx';
import { WatchCard } from './watch-card.tsx';
import './settings.css';

function useSettings(): [Settings | undefined, (changes: Partial<Settings>) => Promise<void>] {
  const explain = useExplain();
  const settings = useCall('settings.get', {}).data;
  const change = async (changes: Partial<Settings>) => {
    const before = shownNow('settings.get', {});
    // Shown at once; taken back when it cannot be stored.
    queryClient.setQueryData(['settings.get', {}], { ...before, ...changes });
    try {
      queryClient.setQueryData(['settings.get', {}], await call('settings.set', changes));
    } catch (error) {
      queryClient.setQueryData(['settings.get', {}], before);
      explain(error);
    }
  };
  return [settings, change];
}

type ChoiceProps<V extends string> = {
  label: string;
  why?: ReactNode;
  value: V;
  options: { value: V; label: string }[];
  onChange: (value: V) => void;
};

function Choice<V extends string>({ label, why, value, options, onChange }: ChoiceProps<V>) {
  const id = useId();
  return (
    <div className="setting">
      <div>
        <div id={id}>{label}</div>
        {why && <div className="muted small">{why}</div>}
      </div>
      <Segmented<V> aria-labelledby={id} value={value} options={options} onChange={onChange} name={id} />
    </div>
  );
}

export function SettingsScreen() {
  const { t } = useTranslation('settings');
  const [settings, change] = useSettings();
  const about = useCall('session.about', {}).data;
  if (!settings || !about) return null;
  return (
    <div className="settings">
      <h1>{t('title')}</h1>
      <section className="card">
        <h2>{t('look')}</h2>
        <Choice
          label={t('language')}
          value={settings.language}
          options={[
            { value: 'zh-CN', label: t('chinese') },
            { value: 'en', label: t('english') },
          ]}
          onChange={(language) => change({ language })}
        />
        <Choice
          label={t('textSize')}
          value={settings.textSize}
          options={[
            { value: 'normal', label: t('normal') },
            { value: 'large', label: t('large') },
          ]}
          onChange={(textSize) => change({ textSize })}
        />
        <Choice
          label={t('theme')}
          value={settings.theme}
          options={[
            { value: 'system', label: t('system') },
            { value: 'light', label: t('light') },
            { value: 'dark', label: t('dark') },
          ]}
          onChange={(theme) => change({ theme })}
        />
      </section>
      <section className="card">
        <h2>{t('reminders')}</h2>
        <NoticeSetting value={settings.notices} onChange={(notices) => change({ notices })} />
      </section>
      <section className="card">
        <h2>{t('packet')}</h2>
        <Choice
          label={t('packetOrder')}
          why={
            <>
              {t(settings.packetOrder === 'visit' ? 'byVisitWhy' : 'byKindWhy')} {t('packetOrderWhy')}
            </>
          }
          value={settings.packetOrder}
          options={[
            { value: 'visit', label: t('byVisit') },
            { value: 'kind', label: t('byKind') },
          ]}
          onChange={(packetOrder) => change({ packetOrder })}
        />
      </section>
      <UsualPacketCard writable={about.writable} />
      <WatchCard writable={about.writable} />
      {about.sample && <SampleCard />}
      <DataCard vault={about.vault} writable={about.writable} />
      <AboutCard version={about.version} />
    </div>
  );
}
