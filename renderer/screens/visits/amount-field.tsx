// An amount in yuan as people type it; underneath its capital form, or what is wrong with it.

import { Input } from 'antd';
import { capitalYuan, formatYuan } from '../../../shared/money.ts';
import type { ProblemFact } from '../../../shared/problems.ts';
import { Field } from './field.tsx';
import { readAmount } from './visit-draft.ts';

export function AmountField(props: {
  label: string;
  value: string;
  onChange: (text: string) => void;
  problem?: ProblemFact | undefined;
  capital?: boolean;
}) {
  const { label, value, onChange, capital = false } = props;
  const amount = readAmount(value);
  const problem = typeof amount === 'object' ? amount : amount === undefined ? props.problem : undefined;
  return (
    <Field
      label={label}
      problem={problem}
      hint={capital && typeof amount === 'number' && amount > 0 ? capitalYuan(amount) : undefined}
    >
      {(handed) => (
        <Input
          {...handed}
          className="amount-input"
          inputMode="decimal"
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => typeof amount === 'number' && onChange(formatYuan(amount))}
        />
      )}
    </Field>
  );
}
