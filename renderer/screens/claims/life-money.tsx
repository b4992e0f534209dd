// The money of a claim: claimed, decided, paid by whom, what is left; what does not come out becomes questions to ask.

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../../shared/money.ts';
import { LinkButton } from '../../shell/link-button.tsx';
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

/** What goes to the next payer: what is left, copies, and the settlement sheet, which can be put in from here. */
function NextPayer({ wish, claimNext }: { wish: NonNullable<Life['nextPayer']>; claimNext: () => void }) {
  const { t } = useTranslation(['life', 'domain']);
  const { leftFen, sheetMissingAt, originalsAway } = wish;
  const sheet = t('domain:paper.settlement-sheet');
  return (
    <div className="life-next-payer">
      <div>
        <h3>{t('life:money.next', { amount: formatYuan(leftFen, true) })}</h3>
        <ul>
          <li>
            {sheet}{' '}
            <span className={`tag ${sheetMissingAt ? 'tag-blocks' : 'tag-complete'}`}>
              {t(sheetMissingAt ? 'life:money.sheetMissing' : 'life:money.sheetThere')}
            </span>
          </li>
          <li>
            {t('life:money.copies')}
            {originalsAway > 0 && ` ${t('life:money.originalsAway', { count: originalsAway })}`}
          </li>
        </ul>
      </div>
      <div className="life-form-acts">
        {sheetMissingAt && (
          <LinkButton type="primary" to={`/visits/${sheetMissingAt}?paper=settlement-sheet`}>
            {t('life:money.addSheet')}
          </LinkButton>
        )}
        <Button onClick={claimNext}>{t('life:money.nextButton')}</Button>
      </div>
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
      {life.nextPayer && claimNext && <NextPayer wish={life.nextPayer} claimNext={claimNext} />}
    </section>
  );
}
