// What stops the packet: the sentence, the remedy, and a button to the paper or the person it is about.

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ProblemFact } from '../../../shared/problems.ts';
import { useProblemWords } from '../../shell/problem.tsx';
import { useFieldName } from './claim-words.ts';

export type PacketProblemPlace = { label: string; to: string };

type Props = { problem: ProblemFact; place?: PacketProblemPlace | undefined; onAgain?: () => void };

export function PacketProblem({ problem, place, onAgain }: Props) {
  const { t } = useTranslation('claims');
  const inWords = useProblemWords();
  const fieldName = useFieldName();
  const { field } = problem.params;
  const params =
    field === undefined ? problem.params : { ...problem.params, field: fieldName(String(field)) };
  const { sentence, remedy } = inWords({ code: problem.code, params });
  const navigate = useNavigate();
  return (
    <div className="packet-problem" role="alert">
      <h2>{sentence}</h2>
      <p>{remedy}</p>
      <div className="claims-row">
        {place ? (
          <Button type="primary" onClick={() => void navigate(place.to)}>
            {place.label}
          </Button>
        ) : null}
        {onAgain ? <Button onClick={onAgain}>{t('preview.again')}</Button> : null}
      </div>
    </div>
  );
}
