// All places with rules of their own: found by name, those of one's people first; a file with rules can be taken in.

import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CallOutput } from '../../../shared/calls.ts';
import type { Language } from '../../../shared/domain.ts';
import { useCall } from '../../client.ts';
import { useTitle } from '../../shell/title.ts';
import { Trouble } from '../../shell/trouble.tsx';
import { ImportRules } from './import-rules.tsx';
import { UpdatedPlaces } from './pack-updates.tsx';
import './packs.css';

type Pack = CallOutput<'rule-pack.list'>[number];

function PackCard({ pack }: { pack: Pack }) {
  const { t, i18n } = useTranslation(['packs', 'rules']);
  const { grades } = pack;
  const counts = (['A', 'B', 'C'] as const)
    .filter((grade) => grades[grade] > 0)
    .map((grade) => `${t(`rules:grade.${grade}`)} ${grades[grade]}`);
  return (
    <li className="card pack-card">
      <Link to={`/packs/${pack.place}`}>{pack.name[i18n.language as Language]}</Link>
      <span className={`tag ${pack.verified ? 'tag-complete' : 'tag-advice'}`}>
        {t(pack.verified ? 'packs:verified' : 'packs:unverified')}
      </span>
      <span className="muted small">
        {[
          t(`rules:level.${pack.level}`),
          t('packs:rules', { count: pack.rules }),
          ...counts,
          pack.overrides > 0 ? t('packs:own', { count: pack.overrides }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}

export function PacksScreen() {
  const { t, i18n } = useTranslation('packs');
  const [typed, setTyped] = useState('');
  const { data: packs, error, refetch } = useCall('rule-pack.list', {});
  const people = useCall('person.list', {}).data ?? [];
  useTitle(t('title'));
  if (!packs) return error ? <Trouble error={error} retry={refetch} /> : null;
  const text = typed.trim().toLowerCase();
  const found = packs.filter(({ place, name }) =>
    [place, name['zh-CN'], name.en].some((one) => one.toLowerCase().includes(text)),
  );
  const ofFamily = new Map(
    people
      .filter(({ insuredPlaceCode }) => insuredPlaceCode)
      .map(({ insuredPlaceCode, insuredPlaceName }) => [insuredPlaceCode, insuredPlaceName]),
  );
  const isCode = /^[1-9]\d{5}$/.test(typed.trim()) && !packs.some(({ place }) => place === typed.trim());
  const sorted = found.toSorted((a, b) =>
    a.name[i18n.language as Language].localeCompare(b.name[i18n.language as Language], i18n.language),
  );
  return (
    <div className="packs">
      <header className="pack-title">
        <div>
          <h1>{t('title')}</h1>
          <p className="muted">{t('intro')}</p>
        </div>
        <ImportRules />
      </header>
      <UpdatedPlaces />
      {ofFamily.size > 0 && (
        <section>
          <h2>{t('ofFamily')}</h2>
          <p className="packs-family">
            {[...ofFamily].map(([code, name]) => (
              <Link key={code} to={`/packs/${code}`}>
                {name || code}
              </Link>
            ))}
          </p>
        </section>
      )}
      <Input.Search
        allowClear
        aria-label={t('search')}
        placeholder={t('searchHint')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        className="packs-search"
      />
      {isCode && <Link to={`/packs/${typed.trim()}`}>{t('byCode', { code: typed.trim() })}</Link>}
      {sorted.length === 0 && <p className="muted">{t('none')}</p>}
      <ul className="packs-list">
        {sorted.map((pack) => (
          <PackCard key={pack.place} pack={pack} />
        ))}
      </ul>
    </div>
  );
}
