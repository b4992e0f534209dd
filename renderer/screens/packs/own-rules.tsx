// What the person laid over the shipped rules and has to be looked at again after an update, and the rules switched off.

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RuleOverride } from '../../../shared/readiness-calls.ts';
import { useDay } from '../../shell/day.ts';
import type { RuleActs } from './pack-screen.tsx';
import { useSayRule } from './say-rule.ts';

export function ChangedOverrides({ overrides, acts }: { overrides: RuleOverride[]; acts: RuleActs }) {
  const { t } = useTranslation(['packs', 'rules']);
  const say = useSayRule();
  const changed = overrides.filter(({ shippedChanged }) => shippedChanged);
  if (changed.length === 0) return null;
  return (
    <section className="card pack-changed">
      <h2>{t('packs:changed.title')}</h2>
      {changed.map((one) => (
        <dl key={one.id}>
          <div>
            <dt>{t('packs:changed.own')}</dt>
            <dd>{one.rule ? say(one.chapter, one.rule) : t('packs:changed.isOff')}</dd>
          </div>
          <div>
            <dt>{t('packs:changed.before')}</dt>
            <dd>{say(one.chapter, one.shippedThen)}</dd>
          </div>
          <div>
            <dt>{t('packs:changed.now')}</dt>
            <dd>{say(one.chapter, one.shippedNow)}</dd>
          </div>
          <Button onClick={() => void acts.remove(one.id)}>{t('packs:removeOwn')}</Button>
        </dl>
      ))}
    </section>
  );
}

export function OffRules({
  overrides,
  acts,
  today,
}: {
  overrides: RuleOverride[];
  acts: RuleActs;
  today: string;
}) {
  const { t } = useTranslation('packs');
  const day = useDay(today);
  const say = useSayRule();
  const off = overrides.filter(({ rule }) => rule === null);
  if (off.length === 0) return null;
  return (
    <section className="card pack-chapter">
      <h2>{t('offTitle')}</h2>
      <ul>
        {off.map((one) => (
          <li key={one.id} className="rule">
            <span>
              {say(one.chapter, one.shippedNow)}{' '}
              <span className="muted small">{t('told', { day: day(one.on), note: one.note })}</span>
            </span>
            <Button onClick={() => void acts.remove(one.id)}>{t('restore')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
