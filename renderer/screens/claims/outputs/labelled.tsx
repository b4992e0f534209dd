// A field with its name above it, and one for sizes in megabytes.

import { InputNumber } from 'antd';
import { type ReactNode, useId } from 'react';
import { MEGABYTE } from '../../../../shared/portal-profile.ts';

/** A labelled field; `children` gets the id that the label points at. */
export function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="outputs-field">
      <label htmlFor={id} className="muted small">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

export function Megabytes(props: {
  id: string;
  value: number | null;
  onChange: (bytes: number | null) => void;
}) {
  return (
    <InputNumber
      id={props.id}
      min={0.05}
      max={2000}
      step={1}
      value={props.value === null ? null : props.value / MEGABYTE}
      onChange={(value) => props.onChange(value === null ? null : Math.round(value * MEGABYTE))}
    />
  );
}
