// What the funds may pay for a claim: explained layer by layer, every assumption open to change, a range where one is unknown.

import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimDetail } from '../../../shared/calls.ts';
import { formatYuan } from '../../../shared/money.ts';
import type { Assumptions, VisitEstimate } from '../../../shared/readiness-calls.ts';
import { useCall } from '../../client.ts';
import { useDay } from '../../shell/day.ts';
import { AmountField } from '../visits/amount-field.tsx';
import { Field } from '../visits/field.tsx';
import { readAmount } from '../visits/visit-draft.ts';
import { EstimatePaid } from './estimate-paid.tsx';
import './estimate.css';

type Changes = Partial<Assumptions>;
type Ends = { low: number; high: number };

function useRange(): (ends: Ends) => string {
  const { t } = useTranslation('estimate');
  return ({ low, high }) =>
    low === high
      ? t('exact', { amount: formatYuan(low, true) })
      : t('range', { low: formatYuan(low, true), high: formatYuan(high, true) });
}

const rangeNames = ['outside', 'overLimit', 'classBPrepaid', 'deductible'] as const;
const plainNames = ['deductibleUsedFen', 'capLeftFen'] as const;
const penaltyModes = ['none', 'points', 'factor', 'prepaid', 'unknown'] as const;
type PenaltyMode = (typeof penaltyModes)[number];

type EditProps = { found: Assumptions; changes: Changes; set: (change: Changes) => void };

/** An amount that is typed over what was found; blank goes back to that. */
function AssumedAmount(props: {
  label: string;
  found: Ends | number | null;
  onFen: (fen: number | undefined) => void;
}) {
  const { t } = useTranslation('estimate');
  const { label, found, onFen } = props;
  const known = typeof found === 'number' ? found : found && found.low === found.high ? found.low : null;
  const [typed, setTyped] = useState(known === null ? '' : formatYuan(known));
  const range = found && typeof found === 'object' && found.low !== found.high ? found : null;
  return (
    <div>
      <AmountField
        label={label}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          const amount = readAmount(text);
          if (typeof amount !== 'object') onFen(amount);
        }}
      />
      {range && typed === '' && (
        <p className="field-hint">
          {t('unknown', { low: formatYuan(range.low, true), high: formatYuan(range.high, true) })}
        </p>
      )}
    </div>
  );
}

const exactly = (value: number) => ({ low: value, high: value, why: '' });

function PercentField(props: {
  label: string;
  value: number | null;
  hint?: string | undefined;
  onChange: (permille: number | null) => void;
}) {
  return (
    <Field label={props.label} hint={props.hint}>
      {(handed) => (
        <InputNumber
          {...handed}
          min={0}
          max={100}
          step={1}
          value={props.value === null ? null : props.value / 10}
          onChange={(typed) => props.onChange(typed === null ? null : Math.round(typed * 10))}
        />
      )}
    </Field>
  );
}

function Assumed({ found, changes, set }: EditProps) {
  const { t } = useTranslation('estimate');
  const rate = changes.rate ?? found.rate;
  const penalties = changes.penalties ?? found.penalties;
  const [penalty] = penalties;
  const mode: PenaltyMode =
    penalties.length === 1 && penalty ? penalty.mode : penalties.length ? 'unknown' : 'none';
  const rateUnknown = rate.low !== rate.high;
  return (
    <div className="estimate-grid">
      {rangeNames.map((name) => (
        <AssumedAmount
          key={name}
          label={t(`field.${name}`)}
          found={found[name]}
          onFen={(fen) => set({ [name]: fen === undefined ? found[name] : exactly(fen) })}
        />
      ))}
      {plainNames.map((name) => (
        <AssumedAmount
          key={name}
          label={t(`field.${name}`)}
          found={found[name]}
          onFen={(fen) => set({ [name]: fen ?? found[name] })}
        />
      ))}
      <PercentField
        label={t('field.rate')}
        value={rateUnknown ? null : rate.low}
        hint={rateUnknown ? t('unknown', { low: rate.low / 10, high: rate.high / 10 }) : undefined}
        onChange={(permille) => set({ rate: permille === null ? found.rate : exactly(permille) })}
      />
      <PercentField
        label={t('field.addedPermille')}
        value={changes.addedPermille ?? found.addedPermille}
        onChange={(permille) => set({ addedPermille: permille ?? 0 })}
      />
      <Field label={t('field.penalty')}>
        {(handed) => (
          <Select<PenaltyMode>
            {...handed}
            value={mode}
            options={penaltyModes.map((value) => ({ value, label: t(`penalty.${value}`) }))}
            onChange={(chosen) =>
              set({
                penalties:
                  chosen === 'unknown'
                    ? found.penalties
                    : [{ mode: chosen, permille: chosen === 'factor' ? 900 : chosen === 'none' ? 0 : 100 }],
              })
            }
          />
        )}
      </Field>
      {penalty && mode !== 'none' && mode !== 'unknown' && (
        <PercentField
          label={t('field.penaltyPercent')}
          value={penalty.permille}
          onChange={(permille) => set({ penalties: [{ mode, permille: permille ?? 0 }] })}
        />
      )}
    </div>
  );
}

function Steps({ steps }: { steps: VisitEstimate['steps'] }) {
  const { t } = useTranslation('estimate');
  const range = useRange();
  const shown = steps.filter(
    ({ code, lowFen, highFen }) => lowFen !== 0 || highFen !== 0 || ['total', 'fund', 'own'].includes(code),
  );
  const formula = ({ code, parts }: VisitEstimate['steps'][number]) => {
    if (code !== 'fund') return '';
    const factor = Number(parts.factorPermille ?? 1000);
    return [
      t('rate', { rate: Number(parts.ratePermille ?? 0) / 10 }),
      factor === 1000 ? '' : t('factor', { factor: factor / 10 }),
    ].join(' ');
  };
  return (
    <table className="estimate-steps">
      <caption className="visually-hidden">{t('steps')}</caption>
      <tbody>
        {shown.map((step) => (
          <tr key={`${step.code} ${step.parts.layer ?? ''}`} data-step={step.code}>
            <th scope="row">
              {t(`step.${step.code}` as 'step.total')} <span className="muted small">{formula(step)}</span>
            </th>
            <td>{range({ low: step.lowFen, high: step.highFen })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The case of care away, and what the year has used up: where each figure is from. */
function Basis({ basis }: { basis: VisitEstimate['basis'] }) {
  const { t } = useTranslation('estimate');
  const { penaltyCase, year, deductible, cap } = basis;
  const line = (name: 'deductible' | 'cap', { fen, from }: typeof cap) =>
    t('used.line', { what: t(`used.${name}`, { amount: formatYuan(fen, true) }), from: t(`used.${from}`) });
  return (
    <p className="muted small">
      {t('caseLine', { found: t(`case.${penaltyCase}`) })}
      <br />
      {t('used.title', { year })} {[line('deductible', deductible), line('cap', cap)].join(' · ')}
    </p>
  );
}

export function EstimatePanel({ detail, today }: { detail: ClaimDetail; today: string }) {
  const { t } = useTranslation('estimate');
  const day = useDay(today);
  const range = useRange();
  const [changes, setChanges] = useState<Record<string, Changes>>({});
  const [round, setRound] = useState(0);
  const { id } = detail.claim;
  const sent = Object.entries(changes).map(([visitId, assumptions]) => ({ visitId, assumptions }));
  const found = useCall('claim.estimate', { id }).data;
  const shown = useCall('claim.estimate', { id, changes: sent }).data ?? found;
  if (!found || !shown || found.visits.length === 0) return null;
  const foundOf = (visitId: string) => found.visits.find((one) => one.visitId === visitId);
  const set = (visitId: string, change: Changes) =>
    setChanges((before) => ({ ...before, [visitId]: { ...before[visitId], ...change } }));
  const setAll = ({ rate, penalties, addedPermille }: Assumptions) => {
    setChanges((before) =>
      Object.fromEntries(
        found.visits.map(({ visitId }) => [visitId, { ...before[visitId], rate, penalties, addedPermille }]),
      ),
    );
    setRound(round + 1);
  };
  const reasons = [...new Set(shown.visits.flatMap((one) => one.reasons))];
  return (
    <section className="card estimate">
      <header className="life-head">
        <h2>{t('title')}</h2>
        {sent.length > 0 && (
          <Button
            onClick={() => {
              setChanges({});
              setRound(round + 1);
            }}
          >
            {t('reset')}
          </Button>
        )}
      </header>
      <p className="muted small">{t('why')}</p>
      <dl className="life-sums" aria-live="polite">
        <div className="life-sum life-sum-strong">
          <dt>{t('fund')}</dt>
          <dd>{range(shown.fund)}</dd>
        </div>
        <div className="life-sum">
          <dt>{t('own')}</dt>
          <dd>{range(shown.own)}</dd>
        </div>
      </dl>
      {reasons.length > 0 && (
        <p className="small">
          {t('because')} {reasons.map((one) => t(`reason.${one}` as 'reason.rate-unknown')).join(' · ')}
        </p>
      )}
      {shown.paid && <EstimatePaid paid={shown.paid} fund={shown.fund} number={detail.claim.number} />}
      <h3>{t('visits')}</h3>
      {shown.visits.map((one) => {
        const visit = detail.visits.find((known) => known.id === one.visitId);
        const assumed = foundOf(one.visitId)?.assumptions;
        const changed = changes[one.visitId];
        return (
          <details key={one.visitId} className="estimate-visit">
            <summary>
              <span>
                {visit ? `${day(visit.date)} · ${visit.hospital}` : one.visitId}{' '}
                {changed && <span className="tag tag-advice">{t('changed')}</span>}
              </span>
              <b>{range(one.fund)}</b>
            </summary>
            <Steps steps={one.steps} />
            <Basis basis={one.basis} />
            {assumed && (
              <>
                <h4>{t('assumptions')}</h4>
                <Assumed
                  key={round}
                  found={assumed}
                  changes={changed ?? {}}
                  set={(change) => set(one.visitId, change)}
                />
                <Button onClick={() => setAll(one.assumptions)}>{t('toAll')}</Button>
              </>
            )}
          </details>
        );
      })}
    </section>
  );
}
