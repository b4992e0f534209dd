// Kind of account, and the day of death when the family claims: saved as it is chosen.

import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { accountKinds, type PersonFacts } from '../../../shared/claim-life.ts';
import { call, useAct, useCall } from '../../client.ts';
import { DayField } from '../visits/day-field.tsx';
import { Field } from '../visits/field.tsx';
import { useKeep } from '../visits/use-keep.ts';

export function PersonAccount({ personId }: { personId: string }) {
  const { t } = useTranslation('filings');
  const facts = useCall('person-facts.get', { personId }).data;
  const save = useAct('person-facts.save');
  const keep = useKeep<PersonFacts>(() => call('person-facts.get', { personId }), save.mutateAsync);
  if (!facts || facts.personId !== personId) return null;
  const set = (change: Partial<PersonFacts>) => keep(() => change, t('account.saved'));
  return (
    <section className="card record-card" data-record="account">
      <header>
        <h2>{t('account.title')}</h2>
      </header>
      <div className="record-grid">
        <Field label={t('account.kind')}>
          {(handed) => (
            <Select
              {...handed}
              value={facts.accountKind}
              options={accountKinds.map((value) => ({ value, label: t(`account.kinds.${value}`) }))}
              onChange={(accountKind) => set({ accountKind })}
            />
          )}
        </Field>
        <DayField
          label={t('account.diedOn')}
          value={facts.diedOn}
          clearable
          onChange={(diedOn) => set({ diedOn })}
        />
        <p className="muted small record-hint">{t('account.diedOnHint')}</p>
      </div>
    </section>
  );
}
