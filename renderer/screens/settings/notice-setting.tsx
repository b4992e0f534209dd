// Whether the system tells of deadlines; in a browser a click must allow it first.

import { Button, Segmented } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../shared/domain.ts';
import { inWindow } from '../../client.ts';
import { noticePermission, tellNotices } from '../../shell/notices.ts';

type Props = { value: Settings['notices']; onChange: (value: Settings['notices']) => void };

export function NoticeSetting({ value, onChange }: Props) {
  const { t } = useTranslation('settings');
  const id = useId();
  const [permission, setPermission] = useState(noticePermission);
  const allow = async () => {
    setPermission(await Notification.requestPermission());
    await tellNotices();
  };
  const asks = value === 'on' && !inWindow();
  return (
    <div className="setting">
      <div>
        <div id={id}>{t('notices')}</div>
        <div className="muted small">{t('noticesWhy')}</div>
        {asks && permission === 'default' && (
          <Button onClick={() => void allow()}>{t('noticesAllow')}</Button>
        )}
        {asks && permission === 'granted' && <div className="small">{t('noticesGranted')}</div>}
        {asks && permission === 'denied' && <div className="small">{t('noticesDenied')}</div>}
      </div>
      <Segmented<Settings['notices']>
        aria-labelledby={id}
        name={id}
        value={value}
        options={[
          { value: 'on', label: t('noticesOn') },
          { value: 'off', label: t('noticesOff') },
        ]}
        onChange={onChange}
      />
    </div>
  );
}
