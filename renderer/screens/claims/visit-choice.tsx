// Visits to choose from, each with its four papers and what it lacks; one press takes or leaves a visit.

import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { VisitSummary } from '../../../shared/calls.ts';
import { formatYuan } from '../../../shared/money.ts';
import { MiniSheets } from '../../papers/mini-sheets.tsx';
import { useDay } from './claim-words.ts';

type Props = { visits: VisitSummary[]; chosen: ReadonlySet<string>; onChange: (chosen: Set<string>) => void };

function MissingTag({ visit }: { visit: VisitSummary }) {
  const { t } = useTranslation('claims');
  const count = visit.missing.length + (visit.invoiceCount === 0 ? 1 : 0);
  return count > 0 ? (
    <span className="tag tag-blocks">{t('lacking', { count })}</span>
  ) : (
    <span className="tag tag-complete">{t('completeShort')}</span>
  );
}

function Choice({ visit, chosen, onChange }: Props & { visit: VisitSummary }) {
  const { t } = useTranslation(['domain', 'common']);
  const day = useDay();
  const toggle = (taken: boolean) => {
    const next = new Set(chosen);
    if (taken) next.add(visit.id);
    else next.delete(visit.id);
    onChange(next);
  };
  return (
    <li>
      <Checkbox
        className="visit-choice"
        checked={chosen.has(visit.id)}
        onChange={({ target }) => toggle(target.checked)}
      >
        <span className="visit-choice-body">
          <span className="visit-line-day">{day(visit.date)}</span>
          <span className="visit-line-what">
            {visit.hospital}
            <span className="muted small">
              {[t(`domain:visitKind.${visit.kind}`), visit.diseaseName || visit.diagnosis]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          <MiniSheets visit={visit} />
          <span className="money">{formatYuan(visit.totalFen, true)}</span>
          <MissingTag visit={visit} />
        </span>
      </Checkbox>
    </li>
  );
}

export function VisitChoice(props: Props) {
  return (
    <ul className="visit-choices">
      {props.visits.map((visit) => (
        <Choice key={visit.id} {...props} visit={visit} />
      ))}
    </ul>
  );
}
