// A labelled field with what is wrong with it underneath, or a quiet hint.

import { type ReactNode, useId } from 'react';
import type { ProblemFact } from '../../../shared/problems.ts';
import { useProblemWords } from '../../shell/problem.tsx';
import './field.css';

type Handed = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true; status?: 'error' };

export function Field(props: {
  label: string;
  problem?: ProblemFact | undefined;
  hint?: ReactNode;
  className?: string;
  children: (handed: Handed) => ReactNode;
}) {
  const id = useId();
  const inWords = useProblemWords();
  const words = props.problem ? inWords(props.problem) : null;
  const note = words ?? props.hint;
  const handed: Handed = {
    id,
    ...(note ? { 'aria-describedby': `${id}-note` } : {}),
    ...(words ? { 'aria-invalid': true as const, status: 'error' as const } : {}),
  };
  return (
    <div className={`field ${props.className ?? ''}`}>
      <label htmlFor={id}>{props.label}</label>
      {props.children(handed)}
      {words ? (
        <div id={`${id}-note`} className="field-problem" role="alert">
          {words.sentence} {words.remedy}
        </div>
      ) : props.hint ? (
        <div id={`${id}-note`} className="field-hint">
          {props.hint}
        </div>
      ) : null}
    </div>
  );
}
