// One invoice of a visit: what identifies it, its total, and on demand more amounts and its items.

import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type InvoiceKind, invoiceKinds } from '../../../shared/domain.ts';
import { AmountField } from './amount-field.tsx';
import { DayField } from './day-field.tsx';
import { Field } from './field.tsx';
import { InvoiceLines, SumVerdicts } from './invoice-lines.tsx';
import { InvoiceStanding, isUsual, useInvoiceFacts } from './invoice-standing.tsx';
import { type FieldProblems, type InvoiceDraft, parts } from './visit-draft.ts';
import './invoice.css';

type Props = {
  invoice: InvoiceDraft;
  visitDate: string;
  /** Numbers of the other invoices of the visit. */
  others: string[];
  heading: string;
  problems: FieldProblems;
  onChange: (part: Partial<InvoiceDraft>) => void;
  onRemove: (() => void) | null;
};

/** A fully digital invoice has no code and no check code. */
const fieldsOf = (kind: InvoiceKind) =>
  kind === 'digital-invoice' ? (['number'] as const) : (['code', 'number', 'checkCode'] as const);

export function InvoiceCard({ invoice, visitDate, others, heading, problems, onChange, onRemove }: Props) {
  const { t } = useTranslation(['visits', 'domain', 'visitFacts']);
  const [partsOpen, setPartsOpen] = useState(() => Object.values(invoice.parts).some(Boolean));
  const [linesOpen, setLinesOpen] = useState(false);
  const facts = useInvoiceFacts(invoice.id);
  const told = facts !== undefined && !isUsual(facts);
  const [standingWanted, setStandingOpen] = useState<boolean | null>(null);
  const standingOpen = standingWanted ?? told;
  const problem = (field: string) => problems[`${invoice.key}.${field}`];
  return (
    <section className="card invoice" aria-label={heading}>
      <header className="card-head">
        <h2>{heading}</h2>
        {onRemove ? (
          <Button size="small" type="text" onClick={onRemove}>
            {t('visits:removeInvoice')}
          </Button>
        ) : null}
      </header>
      <div className="fields">
        <Field label={t('visits:field.invoiceKind')}>
          {(handed) => (
            <Select
              {...handed}
              value={invoice.kind}
              options={invoiceKinds.map((kind) => ({ value: kind, label: t(`domain:invoiceKind.${kind}`) }))}
              onChange={(kind: InvoiceKind) => onChange({ kind })}
            />
          )}
        </Field>
        {fieldsOf(invoice.kind).map((field) => (
          <Field key={field} label={t(`visits:field.${field}`)} problem={problem(field)}>
            {(handed) => (
              <Input
                {...handed}
                value={invoice[field]}
                autoComplete="off"
                maxLength={field === 'number' ? 30 : 20}
                onChange={(event) => onChange({ [field]: event.target.value.normalize('NFKC') })}
              />
            )}
          </Field>
        ))}
        <DayField
          label={t('visits:field.issueDate')}
          value={invoice.issueDate ?? visitDate}
          problem={problem('issueDate')}
          clearable
          onChange={(issueDate) => onChange({ issueDate })}
        />
        <AmountField
          label={t('visits:field.total')}
          value={invoice.total}
          problem={problem('total')}
          capital
          onChange={(total) => onChange({ total })}
        />
      </div>
      {partsOpen ? (
        <div className="fields fields-parts">
          {parts.map((part) => (
            <AmountField
              key={part}
              label={t(`visits:part.${part}`)}
              value={invoice.parts[part]}
              problem={problem(part)}
              onChange={(text) => onChange({ parts: { ...invoice.parts, [part]: text } })}
            />
          ))}
        </div>
      ) : null}
      {linesOpen ? <InvoiceLines lines={invoice.lines} onChange={(lines) => onChange({ lines })} /> : null}
      {standingOpen ? <InvoiceStanding id={invoice.id} numbers={others} /> : null}
      <div className="invoice-foot">
        <Button size="small" aria-expanded={partsOpen} onClick={() => setPartsOpen(!partsOpen)}>
          {t(partsOpen ? 'visits:lessAmounts' : 'visits:moreAmounts')}
        </Button>
        <Button size="small" aria-expanded={linesOpen} onClick={() => setLinesOpen(!linesOpen)}>
          {t(linesOpen ? 'visits:hideLines' : 'visits:showLines', { count: invoice.lines.length })}
        </Button>
        <Button
          size="small"
          aria-expanded={standingOpen}
          danger={told && facts.state !== 'valid'}
          onClick={() => setStandingOpen(!standingOpen)}
        >
          {told && facts.state !== 'valid'
            ? t(`visitFacts:standing.states.${facts.state}`)
            : t(standingOpen ? 'visitFacts:standing.close' : 'visitFacts:standing.open')}
        </Button>
        <SumVerdicts invoice={invoice} />
      </div>
    </section>
  );
}
