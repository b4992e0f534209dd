// Language, text size and light or dark, from the vault's settings and the system, for everything inside.

import { App as AntApp, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Settings } from '../../shared/domain.ts';
import { useCall } from '../client.ts';
import { LARGE_TEXT, themeFor } from '../style/theme.ts';
import { words } from '../words/words.ts';
import { UndoProvider } from './undo.tsx';

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;

function useSystemDark(): boolean {
  return useSyncExternalStore(
    (changed) => {
      darkQuery.addEventListener('change', changed);
      return () => darkQuery.removeEventListener('change', changed);
    },
    () => darkQuery.matches,
  );
}

export function Providers({ initial, children }: { initial: Settings; children: ReactNode }) {
  const settings = useCall('settings.get', {}).data ?? initial;
  const systemDark = useSystemDark();
  const dark = settings.theme === 'system' ? systemDark : settings.theme === 'dark';
  const large = settings.textSize === 'large';
  useEffect(() => {
    const root = document.documentElement;
    root.lang = settings.language;
    root.dataset.theme = dark ? 'dark' : 'light';
    root.dataset.text = large ? 'large' : 'normal';
    dayjs.locale(settings.language === 'en' ? 'en' : 'zh-cn');
    void words.changeLanguage(settings.language);
  }, [settings.language, dark, large]);
  const theme = useMemo(() => themeFor(large ? LARGE_TEXT : 1, dark), [large, dark]);
  return (
    <I18nextProvider i18n={words}>
      <ConfigProvider
        theme={theme}
        locale={settings.language === 'en' ? en : zhCN}
        {...(nonce ? { csp: { nonce } } : {})}
        button={{ autoInsertSpace: false }}
      >
        <AntApp style={{ height: '100%' }} message={{ maxCount: 2 }}>
          <UndoProvider>{children}</UndoProvider>
        </AntApp>
      </ConfigProvider>
    </I18nextProvider>
  );
}
