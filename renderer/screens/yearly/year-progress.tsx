// How far the deductible is used up and how much of the cap is left, as far as the person knows them.

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonYear } from '../../../shared/claim-life.ts';
import { formatYuan } from '../../../shared/money.ts';
import { useAct } from '../../client.ts';
import { useTell } from '../../shell/tell.ts';
import { AmountField } from '../visits/amount-field.tsx';
import { readAmount } from '../visits/visit-draft.ts';

const names = ['deductible', 'deductibleUsed', 'cap', 'capUsed'] as const;
type Name = (typeof names)[number];
type Typed = Record<Name, string>;

const typedOf = (year: PersonYear): Typed => {
  const text = (fen: number | null) => (fen === null ? '' : formatYuan(fen));
  return {
    deductible: text(year.deductibleFen),
    deductibleUsed: text(year.deductibleUsedFen),
    cap: text(year.capFen),
    capUsed: text(year.capUsedFen),
  };
};

function Meter({
  name,
  used,
  whole,
  hint,
}: {
  name: string;
  used: number | null;
  whole: number | null;
  hint: string;
}) {
  const { t } = useTranslation('yearly');
  if (whole === null)
    return (
      <div className="year-meter">
        <b>{name}</b> <span className="muted">{t('progress.unknown')}</span>
      </div>
    );
  return (
    <div className="year-meter">
      <b>{name}</b>{' '}
      <span>{t('progress.of', { used: formatYuan(used ?? 0, true), whole: formatYuan(whole, true) })}</span>
      <progress aria-label={name} value={Math.min(used ?? 0, whole)} max={Math.max(1, whole)} />
      <span className="muted small">{hint}</span>
    </div>
  );
}

export function YearProgress({ year }: { year: PersonYear }) {
  const { t } = useTranslation('yearly');
  const [typed, setTyped] = useState<Typed>();
  const save = useAct('person-year.save');
  const tell = useTell();
  const submit = async () => {
    if (!typed) return;
    const read = names.map((name) => readAmount(typed[name]));
    if (read.some((amount) => typeof amount === 'object')) return;
    const [deductibleFen, deductibleUsedFen, capFen, capUsedFen] = read.map((amount) =>
      typeof amount === 'number' ? amount : null,
    ) as [number | null, number | null, number | null, number | null];
    const { personId, year: ofYear } = year;
    const fields = { personId, year: ofYear, deductibleFen, deductibleUsedFen, capFen, capUsedFen };
    if (await tell(() => save.mutateAsync(fields), t('progress.saved'))) setTyped(undefined);
  };
  const { deductibleFen: whole, deductibleUsedFen: used, capFen, capUsedFen } = year;
  const toGo = whole === null ? 0 : whole - (used ?? 0);
  return (
    <section className="card">
      <header className="year-head">
        <h3>{t('progress.title')}</h3>
        {!typed && <Button onClick={() => setTyped(typedOf(year))}>{t('progress.edit')}</Button>}
      </header>
      <p className="muted small">{t('progress.why')}</p>
      {typed ? (
        <form
          className="year-form"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          {names.map((name) => (
            <AmountField
              key={name}
              label={t(`progress.${name}`)}
              value={typed[name]}
              onChange={(text) => setTyped({ ...typed, [name]: text })}
            />
          ))}
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('progress.save')}
          </Button>
        </form>
      ) : (
        <div className="year-meters">
          <Meter
            name={t('progress.deductible')}
            used={used}
            whole={whole}
            hint={toGo > 0 ? t('progress.left', { amount: formatYuan(toGo, true) }) : t('progress.reached')}
          />
          <Meter
            name={t('progress.cap')}
            used={capUsedFen}
            whole={capFen}
            hint={t('progress.capLeft', {
              amount: formatYuan(Math.max(0, (capFen ?? 0) - (capUsedFen ?? 0)), true),
            })}
          />
        </div>
      )}
    </section>
  );
}
