// What came from the phone so far: small pictures with a tick, or the reason, the latest first.

import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Problem, type ProblemCode } from '../../shared/problems.ts';
import { PageThumb } from '../papers/page-thumb.tsx';
import { asFact, useProblemWords } from '../shell/problem.tsx';
import type { Shown } from './use-phone.ts';

export function PhoneArrivals({ arrivals, taken }: { arrivals: Shown[]; taken: ReadonlySet<string> }) {
  const { t } = useTranslation('phone');
  const inWords = useProblemWords();
  return (
    <ol className="phone-arrivals" aria-live="polite" aria-label={t('arrivals')}>
      {[...arrivals].reverse().map((arrival) => {
        const { key, file, outcome, scan, problem } = arrival;
        const back = taken.has(key);
        const words = problem
          ? inWords(asFact(new Problem(problem.code as ProblemCode, problem.params)))
          : null;
        return (
          <li key={key} className={`phone-arrival phone-${back ? 'back' : outcome}`}>
            {scan ? <PageThumb page={{ scan, page: 0, turn: 0 }} edge={64} alt="" /> : null}
            <div>
              <p className="phone-file">{file}</p>
              <p className="phone-state">
                {outcome === 'refused' ? <CloseCircleFilled /> : <CheckCircleFilled />}{' '}
                {t(back ? 'takenBack' : `outcome.${outcome}`)}
              </p>
              {words ? (
                <p className="small">
                  {words.sentence} {words.remedy}
                </p>
              ) : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
