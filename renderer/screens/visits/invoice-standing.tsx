// What became of an invoice after it was printed: reversed, exchanged, or paid by somebody else already. Kept as it is chosen.

import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type InvoiceFacts, invoiceStates } from '../../../shared/claim-life.ts';
import { formatYuan } from '../../../shared/money.ts';
import { call, useAct, useCall } from '../../client.ts';
import { Field } from './field.tsx';
import { useKeep } from './use-keep.ts';
import { useTyped } from './use-typed.ts';
import { readAmount } from './visit-draft.ts';

/** Of an invoice that has a successor. */
const successorStates: readonly InvoiceFacts['state'][] = ['reversed', 'voided', 'replaced'];

export const isUsual = ({ state, paidElsewhereFen, paidElsewhereBy }: InvoiceFacts): boolean =>
  state === 'valid' && paidElsewhereFen === 0 && paidElsewhereBy === '';

/** Undefined until it is known, and for an invoice that is not saved yet. */
export function useInvoiceFacts(id: string | null): InvoiceFacts | undefined {
  const { data } = useCall('invoice-facts.get', { invoiceId: id ?? 'invoice-0000000000' }, id !== null);
  return data?.invoiceId === id ? data : undefined;
}

type Save = (change: Partial<InvoiceFacts>) => void;

function PaidElsewhere({ facts, save }: { facts: InvoiceFacts; save: Save }) {
  const { t } = useTranslation('visitFacts');
  const paid = facts.paidElsewhereFen;
  const amount = useTyped(paid === 0 ? '' : formatYuan(paid), (text) => {
    const fen = text === '' ? 0 : readAmount(text);
    if (typeof fen === 'number') save({ paidElsewhereFen: fen });
  });
  const by = useTyped(facts.paidElsewhereBy, (text) => save({ paidElsewhereBy: text }));
  const read = readAmount(amount.value);
  return (
    <>
      <Field label={t('standing.paid')} problem={typeof read === 'object' ? read : undefined}>
        {(handed) => (
          <Input
            {...handed}
            className="amount-input"
            inputMode="decimal"
            autoComplete="off"
            value={amount.value}
            onChange={({ target }) => amount.onType(target.value)}
            onBlur={() => (typeof read === 'object' ? undefined : amount.onBlur())}
          />
        )}
      </Field>
      <Field label={t('standing.paidBy')} hint={t('standing.paidByHint')}>
        {(handed) => (
          <Input
            {...handed}
            maxLength={200}
            value={by.value}
            onChange={({ target }) => by.onType(target.value)}
            onBlur={by.onBlur}
          />
        )}
      </Field>
    </>
  );
}

function Successor({ facts, save, numbers }: { facts: InvoiceFacts; save: Save; numbers: string[] }) {
  const { t } = useTranslation('visitFacts');
  const number = useTyped(facts.replacedBy, (text) => save({ replacedBy: text }));
  const isHere = number.value !== '' && numbers.includes(number.value);
  return (
    <Field
      label={t('standing.replacedBy')}
      hint={t(isHere ? 'standing.replacedHere' : 'standing.replacedMissing')}
    >
      {(handed) => (
        <Input
          {...handed}
          maxLength={30}
          autoComplete="off"
          value={number.value}
          onChange={({ target }) => number.onType(target.value.normalize('NFKC').replace(/\s/g, ''))}
          onBlur={number.onBlur}
        />
      )}
    </Field>
  );
}

/** `numbers`: of the other invoices of the visit. */
export function InvoiceStanding({ id, numbers }: { id: string | null; numbers: string[] }) {
  const { t } = useTranslation('visitFacts');
  const facts = useInvoiceFacts(id);
  const act = useAct('invoice-facts.save');
  const keep = useKeep<InvoiceFacts>(
    () => call('invoice-facts.get', { invoiceId: id ?? '' }),
    act.mutateAsync,
  );
  if (id === null) return <p className="muted fields-parts">{t('standing.saveFirst')}</p>;
  if (!facts) return null;
  const save: Save = (change) => keep(() => change, t('standing.saved'));
  return (
    <div className="fields fields-parts">
      <Field label={t('standing.state')}>
        {(handed) => (
          <Select
            {...handed}
            value={facts.state}
            options={invoiceStates.map((value) => ({ value, label: t(`standing.states.${value}`) }))}
            onChange={(state: InvoiceFacts['state']) =>
              save({ state, ...(successorStates.includes(state) ? {} : { replacedBy: '' }) })
            }
          />
        )}
      </Field>
      {successorStates.includes(facts.state) && <Successor facts={facts} save={save} numbers={numbers} />}
      <PaidElsewhere facts={facts} save={save} />
    </div>
  );
}
