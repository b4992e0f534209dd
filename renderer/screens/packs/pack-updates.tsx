// What a newer edition of the shipped rules changed for a place since it was last seen; own rules stay, whatever changed.

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Language } from '../../../shared/domain.ts';
import type { PackUpdate, RuleDifferenceShown } from '../../../shared/readiness-calls.ts';
import type { ClaimKind } from '../../../shared/rules/rule-parts.ts';
import { useAct, useCall } from '../../client.ts';
import { useTell } from '../../shell/tell.ts';
import { useSayRule } from './say-rule.ts';

const tones = { added: 'tag-complete', changed: 'tag-advice', removed: 'tag-blocks' } as const;

function Source({ one }: { one: RuleDifferenceShown['after'] }) {
  const { t, i18n } = useTranslation('rules');
  if (!one?.source) return null;
  const { title, date, grade } = one.source;
  return (
    <span className="muted small">
      {[title[i18n.language as Language], date, t(`grade.${grade}`)].join(' · ')}
    </span>
  );
}

function Difference({ one }: { one: RuleDifferenceShown }) {
  const { t } = useTranslation(['packs', 'rules']);
  const say = useSayRule();
  const { chapter, change, before, after, override } = one;
  const [was, is] = [before && say(chapter, before.rule), after && say(chapter, after.rule)];
  const claims = ((after ?? before)?.rule.claims ?? []) as ClaimKind[];
  const kinds = claims.map((kind) => t(`rules:claimKind.${kind}`));
  // Only source or note changed: the sentence is the same, so it is said once.
  const same = change === 'changed' && was === is;
  return (
    <li className="pack-difference">
      <span className={`tag ${tones[change]}`}>{t(`packs:update.${change}`)}</span>
      <div>
        <b>{[t(`rules:chapter.${chapter}`), ...kinds].join(' · ')}</b>
        {was && !same && <div className={change === 'added' ? '' : 'pack-was'}>{was}</div>}
        {is && <div>{is}</div>}
        {same && <div className="muted small">{t('packs:update.sourceOnly')}</div>}
        <Source one={after ?? before} />
        {override !== 'none' && (
          <div className="pack-own-stays">
            {t(override === 'off' ? 'packs:update.offStays' : 'packs:update.ownStays')}
          </div>
        )}
      </div>
    </li>
  );
}

function Update({ update }: { update: PackUpdate }) {
  const { t, i18n } = useTranslation('packs');
  const name = update.name[i18n.language as Language];
  return (
    <>
      <h3>{t('update.edition', { name, from: update.from, to: update.to })}</h3>
      {update.differences.length === 0 && <p className="muted">{t('update.unknown')}</p>}
      <ul>
        {update.differences.map((one) => (
          <Difference key={`${one.chapter} ${one.rule}`} one={one} />
        ))}
      </ul>
    </>
  );
}

export function PackUpdates({ place }: { place: string }) {
  const { t } = useTranslation('packs');
  const updates = useCall('rule-pack.updates', { place }).data ?? [];
  const accept = useAct('rule-pack.accept');
  const tell = useTell();
  if (updates.length === 0) return null;
  return (
    <section className="card pack-updates" aria-label={t('update.title')}>
      <header>
        <h2>{t('update.title')}</h2>
        <Button
          type="primary"
          loading={accept.isPending}
          onClick={() => void tell(() => accept.mutateAsync({ place }), t('update.accepted'))}
        >
          {t('update.accept')}
        </Button>
      </header>
      <p className="muted">{t('update.why')}</p>
      {updates.map((update) => (
        <Update key={update.place} update={update} />
      ))}
    </section>
  );
}

/** On the list of places: where something changed. */
export function UpdatedPlaces() {
  const { t, i18n } = useTranslation('packs');
  const updates = useCall('rule-pack.updates', {}).data ?? [];
  if (updates.length === 0) return null;
  return (
    <section className="card pack-updates" aria-label={t('update.title')}>
      <h2>{t('update.title')}</h2>
      <ul className="packs-family">
        {updates.map(({ place, name, differences }) => (
          <li key={place}>
            <Link to={`/packs/${place}`}>{name[i18n.language as Language]}</Link>{' '}
            <span className="muted small">{t('update.count', { count: differences.length })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
