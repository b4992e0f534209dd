// What the fund paid beside the estimate: bucket by bucket, and as questions to take to the office.

import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../../shared/money.ts';
import type { PaidExplained } from '../../../shared/readiness-calls.ts';

type Bucket = PaidExplained['buckets'][number];
type Ends = { low: number; high: number };

/** Yuan, or per cent where the bucket is a rate. */
function useAmount(): (code: Bucket['code'], ends: Ends) => string {
  const { t } = useTranslation('estimate');
  const one = (code: Bucket['code'], value: number) =>
    code === 'rate' ? t('paid.percent', { value: value / 10 }) : formatYuan(value, true);
  return (code, { low, high }) => (low === high ? one(code, low) : `${one(code, low)} – ${one(code, high)}`);
}

function BucketRow({ bucket }: { bucket: Bucket }) {
  const { t } = useTranslation('estimate');
  const amount = useAmount();
  const { code, known, needed, low, high } = bucket;
  return (
    <tr>
      <th scope="row">{t(`paid.code.${code}`)}</th>
      <td>
        {amount(code, { low, high })}{' '}
        <span className={`tag ${known ? 'tag-complete' : 'tag-advice'}`}>
          {t(known ? 'paid.known' : 'paid.open')}
        </span>
      </td>
      <td>{needed === null ? t('paid.none') : amount(code, { low: needed, high: needed })}</td>
    </tr>
  );
}

function Questions({ paid, number }: { paid: PaidExplained; number: string }) {
  const { t } = useTranslation('estimate');
  const { message } = App.useApp();
  const questions = paid.buckets.filter(({ ask }) => ask).map(({ code }) => t(`paid.ask.${code}`));
  const opening = t('paid.askAbout', {
    number,
    paid: formatYuan(paid.paidFen, true),
    missing: formatYuan(paid.missingFen, true),
  });
  const copy = () =>
    navigator.clipboard
      .writeText([opening, ...questions.map((question, at) => `${at + 1}. ${question}`)].join('\n'))
      .then(() => message.success(t('paid.copied')));
  return (
    <div className="life-questions">
      <h3>{t('paid.questions')}</h3>
      <ol>
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
      <Button onClick={() => void copy()}>{t('paid.copy')}</Button>
    </div>
  );
}

export function EstimatePaid({ paid, fund, number }: { paid: PaidExplained; fund: Ends; number: string }) {
  const { t } = useTranslation('estimate');
  const { differenceFen, paidFen, fit, missingFen, buckets } = paid;
  const amount = formatYuan(differenceFen === 0 ? paidFen : Math.abs(differenceFen), true);
  const verdict = { fits: 'paidFits', less: 'paidLess', more: 'paidMore' } as const;
  const range =
    fund.low === fund.high
      ? formatYuan(fund.low, true)
      : `${formatYuan(fund.low, true)} – ${formatYuan(fund.high, true)}`;
  return (
    <section className="estimate-paid">
      <h3>{t('paid.title')}</h3>
      <p>
        {t('paid.paid')} <b>{formatYuan(paidFen, true)}</b> · {t('paid.expected')} <b>{range}</b>{' '}
        <span className={`tag ${fit === 'less' ? 'tag-advice' : 'tag-complete'}`}>
          {t(verdict[fit], { amount })}
        </span>
      </p>
      {missingFen <= 0 && fit === 'fits' && <p className="muted">{t('paid.fits')}</p>}
      {missingFen > 0 && (
        <>
          <div className="estimate-buckets-room">
            <table className="estimate-buckets">
              <thead>
                <tr>
                  <th scope="col">{t('paid.bucket')}</th>
                  <th scope="col">{t('paid.estimated')}</th>
                  <th scope="col">{t('paid.needed')}</th>
                </tr>
              </thead>
              <tbody>
                {buckets.map((bucket) => (
                  <BucketRow key={bucket.code} bucket={bucket} />
                ))}
              </tbody>
            </table>
          </div>
          <p className="muted small">{t('paid.hint')}</p>
          <Questions paid={paid} number={number} />
        </>
      )}
    </section>
  );
}
