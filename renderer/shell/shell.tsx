// The frame around every screen: navigation with counts, the open screen, a link to skip to it.

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useLocation } from 'react-router';
import { useCall } from '../client.ts';
import './shell.css';

type Place = 'home' | 'visits' | 'inbox' | 'claims' | 'people' | 'settings';
const places: { place: Place; to: string }[] = [
  { place: 'home', to: '/' },
  { place: 'visits', to: '/visits' },
  { place: 'inbox', to: '/inbox' },
  { place: 'claims', to: '/claims' },
  { place: 'people', to: '/people' },
  { place: 'settings', to: '/settings' },
];

function useCounts(): Partial<Record<Place, number>> {
  const visits = useCall('visit.list', {}).data?.length ?? 0;
  const inbox = useCall('inbox.list', {}).data?.length ?? 0;
  const claims = useCall('claim.list', {}).data?.length ?? 0;
  const people = useCall('person.list', {}).data?.length ?? 0;
  return { visits, inbox, claims, people };
}

export function Shell() {
  const { t } = useTranslation('common');
  const counts = useCounts();
  const about = useCall('session.about', {}).data;
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => main.current?.scrollTo({ top: pathname ? 0 : 0 }), [pathname]);
  return (
    <div className="shell">
      <button type="button" className="skip-link" onClick={() => main.current?.focus()}>
        {t('skipToContent')}
      </button>
      <nav className="shell-nav" aria-label={t('nav.label')}>
        <div className="shell-brand">
          {t('brand')}
          <small>{t('slogan')}</small>
        </div>
        {places.map(({ place, to }) => (
          <NavLink key={place} to={to} end={to === '/'} className="shell-link">
            {t(`nav.${place}`)}
            {counts[place] ? <span className="shell-count">{counts[place]}</span> : null}
          </NavLink>
        ))}
        <div className="shell-foot">{about?.sample ? t('sampleVault') : t('localOnly')}</div>
      </nav>
      <main className="shell-main" id="content" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
