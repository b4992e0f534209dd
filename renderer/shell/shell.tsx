// The frame around every screen: navigation with counts, the open screen, a link to skip to it, and what must be known everywhere.

import {
  BarChartOutlined,
  FolderOpenOutlined,
  HomeOutlined,
  InboxOutlined,
  MedicineBoxOutlined,
  ReadOutlined,
  SettingOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { Alert } from 'antd';
import { type ComponentType, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { useCall } from '../client.ts';
import { IntakeHost } from '../intake/intake-host.tsx';
import { PhoneHost } from '../phone/phone-host.tsx';
import { useArrival } from './arrival.ts';
import { useDisconnected } from './connection.ts';
import { CrashGuard } from './crash-guard.tsx';
import { useNotices } from './notices.ts';
import { ShortcutList, useShortcuts } from './shortcuts.tsx';
import { useFrameTitle } from './title.ts';
import { useWatchNews } from './watch-news.ts';
import './shell.css';

type Place = 'home' | 'visits' | 'inbox' | 'claims' | 'people' | 'yearly' | 'packs' | 'settings';
const places: { place: Place; to: string; icon: ComponentType }[] = [
  { place: 'home', to: '/', icon: HomeOutlined },
  { place: 'visits', to: '/visits', icon: MedicineBoxOutlined },
  { place: 'inbox', to: '/inbox', icon: InboxOutlined },
  { place: 'claims', to: '/claims', icon: FolderOpenOutlined },
  { place: 'people', to: '/people', icon: TeamOutlined },
  { place: 'yearly', to: '/yearly', icon: BarChartOutlined },
  { place: 'packs', to: '/packs', icon: ReadOutlined },
  { place: 'settings', to: '/settings', icon: SettingOutlined },
];
const addresses = places.map(({ to }) => to);

const placeOf = (pathname: string): Place =>
  places.find(({ to }) => to !== '/' && pathname.startsWith(to))?.place ?? 'home';

function Navigation({ onShortcuts }: { onShortcuts: () => void }) {
  const { t } = useTranslation('common');
  const counts: Partial<Record<Place, number>> = useCall('session.counts', {}).data ?? {};
  return (
    <nav className="shell-nav" aria-label={t('nav.label')}>
      <div className="shell-brand">
        {t('brand')}
        <small>{t('slogan')}</small>
      </div>
      {places.map(({ place, to, icon: Icon }) => (
        <NavLink key={place} to={to} end={to === '/'} className="shell-link">
          <Icon aria-hidden />
          <span className="shell-name">{t(`nav.${place}`)}</span>
          {counts[place] ? <span className="shell-count">{counts[place]}</span> : null}
        </NavLink>
      ))}
      <div className="shell-foot">
        <button type="button" onClick={onShortcuts}>
          <kbd>?</kbd> {t('keys.open')}
        </button>
        <span>{t('localOnly')}</span>
      </div>
    </nav>
  );
}

/** What must be known on every screen: the program is gone, or what is shown is invented. */
function Notices() {
  const { t } = useTranslation('common');
  const sample = useCall('session.about', {}).data?.sample === true;
  const gone = useDisconnected();
  return (
    <>
      {gone && (
        <Alert type="error" showIcon role="alert" title={t('gone.title')} description={t('gone.text')} />
      )}
      {sample && (
        <div className="sample-notice" role="note">
          <strong>{t('sampleShort')}</strong>
          <span>{t('sampleVault')}</span>
          <Link to="/settings?to=sample">{t('sampleManage')}</Link>
        </div>
      )}
    </>
  );
}

export function Shell() {
  const { t } = useTranslation('common');
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shortcuts = useShortcuts(addresses);
  useFrameTitle(t(`nav.${placeOf(pathname)}`));
  // A block body: newer engines answer scrollTo with a promise, and an effect must answer with nothing.
  useEffect(() => {
    main.current?.scrollTo({ top: pathname ? 0 : 0 });
  }, [pathname]);
  useArrival();
  useWatchNews();
  useNotices();
  return (
    <div className="shell">
      <button type="button" className="skip-link" onClick={() => main.current?.focus()}>
        {t('skipToContent')}
      </button>
      <Navigation onShortcuts={() => shortcuts.setOpen(true)} />
      <main className="shell-main" id="content" ref={main} tabIndex={-1}>
        <Notices />
        <CrashGuard key={pathname}>
          <Outlet />
        </CrashGuard>
      </main>
      <IntakeHost />
      <PhoneHost />
      <ShortcutList open={shortcuts.open} onClose={() => shortcuts.setOpen(false)} />
    </div>
  );
}
