// A few words beside each other of which one is chosen, with its name above.

import { Segmented } from 'antd';
import { useId } from 'react';

export function Choice<V extends string | number>(props: {
  label: string;
  value: V;
  options: { value: V; label: string }[];
  onChange: (value: V) => void;
}) {
  const id = useId();
  return (
    <div className="outputs-choice">
      <span id={id} className="muted small">
        {props.label}
      </span>
      <Segmented<V>
        aria-labelledby={id}
        value={props.value}
        options={props.options}
        onChange={props.onChange}
      />
    </div>
  );
}
