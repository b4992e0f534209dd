// The money of a claim: claimed, decided, paid by whom, what is left; what does not come out becomes questions to ask.

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../../shared/money.ts';
import type { Life } from './claim-life.tsx';
import { compareMoney, questionsFor } from './compare-money.ts';

function Sum({ name, fen, strong = false }: { name: string; fen: number | null; strong?: boolean }) {
  const { t } = useTranslation('life');
  return (
    <div className={strong ? 'life-sum life-sum-strong' : 'life-sum'}>
      <dt>{name}</dt>
      <dd>{fen === null ? <span className="muted">{t('money.unknown')}</span> : formatYuan(fen, true)}</dd>
    </div>
  );
}

export function LifeMoney({ life, claimNext }: { life: Life; claimNext: (() => void) | undefined }) {
  const { t } = useTranslation(['life', 'domain']);
  const { money, events } = life;
  const claimed = events.findLast(({ step }) => step === 'handed-in')?.amountFen ?? null;
  const difference = compareMoney(money);
  const questions = difference && difference.fen > 0 ? questionsFor(events) : [];
  return (
    <section className="card life-money">
      <h2>{t('life:money.title')}</h2>
      <dl className="life-sums">
        <Sum name={t('life:money.total')} fen={money.totalFen} />
        <Sum name={t('life:money.own')} fen={money.ownFen} />
        {events.length > 0 && <Sum name={t('life:money.claimed')} fen={claimed} />}
        {events.length > 0 && <Sum name={t('life:money.decided')} fen={money.decidedFen} />}
        {money.paid.map(({ payer, amountFen }) => (
          <Sum
            key={payer}
            name={t('life:money.paidBy', { payer: t(`domain:payer.${payer}`) })}
            fen={amountFen}
          />
        ))}
        <Sum name={t('life:money.left')} fen={money.leftFen} strong />
      </dl>
      {difference && difference.fen !== 0 && (
        <div className="life-questions">
          <h3>
            {t(difference.fen > 0 ? 'life:money.differs' : 'life:money.more', {
              against: t('life:money.againstDecided'),
              amount: formatYuan(Math.abs(difference.fen), true),
            })}
          </h3>
          <ul>
            {questions.map((question) => (
              <li key={question}>{t(`life:money.questions.${question}`)}</li>
            ))}
          </ul>
        </div>
      )}
      {money.paidFen > 0 && money.leftFen > 0 && claimNext && (
        <p className="life-next-payer">
          <span>{t('life:money.next', { amount: formatYuan(money.leftFen, true) })}</span>
          <Button onClick={claimNext}>{t('life:money.nextButton')}</Button>
        </p>
      )}
    </section>
  );
}
