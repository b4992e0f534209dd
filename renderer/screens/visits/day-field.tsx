// A calendar day: chosen, or typed in any of the usual ways (2026-06-09, 20260609, 2026年6月9日).

import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ProblemFact } from '../../../shared/problems.ts';
import { Field } from './field.tsx';

const FORMATS = ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日'];

export function DayField(props: {
  label: string;
  /** yyyy-mm-dd or '' */
  value: string;
  onChange: (day: string) => void;
  problem?: ProblemFact | undefined;
  clearable?: boolean;
}) {
  return (
    <Field label={props.label} problem={props.problem}>
      {(handed) => (
        <DatePicker
          {...handed}
          style={{ width: '100%' }}
          format={FORMATS}
          placeholder=""
          allowClear={props.clearable ?? false}
          value={props.value ? dayjs(props.value) : null}
          onChange={(day) => props.onChange(day && !Array.isArray(day) ? day.format('YYYY-MM-DD') : '')}
        />
      )}
    </Field>
  );
}
