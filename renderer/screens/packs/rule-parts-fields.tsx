// The fields of a rule that are lists of things: papers wanted, terms of a deadline, days on which claims are taken.

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paperKinds } from '../../../shared/domain.ts';
import {
  anchors,
  type ClaimWindow,
  type DeadlineTerm,
  paperForms,
  stamps,
  type WantedPaper,
} from '../../../shared/rules/rule-parts.ts';
import { Field } from '../visits/field.tsx';
import { useOptionWords } from './option-words.ts';

type ListProps<T> = {
  items: readonly T[];
  blank: T;
  onChange: (items: T[]) => void;
  row: (item: T, set: (item: T) => void) => ReactNode;
};

function ListField<T>({ items, blank, onChange, row }: ListProps<T>) {
  const { t } = useTranslation('packs');
  return (
    <div className="rule-list">
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place in the list
        <div key={at} className="rule-row">
          {row(item, (changed) => onChange(items.map((one, place) => (place === at ? changed : one))))}
          <Button
            type="text"
            icon={<DeleteOutlined />}
            disabled={items.length === 1}
            aria-label={t('form.removeOne')}
            title={t('form.removeOne')}
            onClick={() => onChange(items.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => onChange([...items, blank])}>
        {t('form.addOne')}
      </Button>
    </div>
  );
}

export function PapersField({
  value,
  onChange,
}: {
  value: Partial<WantedPaper>[];
  onChange: (papers: Partial<WantedPaper>[]) => void;
}) {
  const { t } = useTranslation(['packs', 'domain']);
  const word = useOptionWords();
  return (
    <fieldset className="wide">
      <legend>
        {t('packs:field.anyOf')} <span className="muted small">{t('packs:form.anyOf')}</span>
      </legend>
      <ListField<Partial<WantedPaper>>
        items={value}
        blank={{ kind: 'invoice' }}
        onChange={onChange}
        row={(paper, set) => (
          <>
            <Field label={t('packs:form.paper')}>
              {(handed) => (
                <Select
                  {...handed}
                  value={paper.kind ?? 'invoice'}
                  showSearch={{ optionFilterProp: 'label' }}
                  options={paperKinds.map((kind) => ({ value: kind, label: t(`domain:paper.${kind}`) }))}
                  onChange={(kind) => set({ ...paper, kind })}
                />
              )}
            </Field>
            <Field label={t('packs:form.form')}>
              {(handed) => (
                <Select
                  {...handed}
                  value={paper.form ?? 'unknown'}
                  options={paperForms.map((one) => ({ value: one, label: word('form', one) }))}
                  onChange={(form) => set({ ...paper, form })}
                />
              )}
            </Field>
            <Field label={t('packs:form.stamp')}>
              {(handed) => (
                <Select
                  {...handed}
                  value={paper.stamp ?? 'unknown'}
                  options={stamps.map((one) => ({
                    value: one,
                    label: one === 'none' ? t('packs:form.no') : word('stamp', one),
                  }))}
                  onChange={(stamp) => set({ ...paper, stamp })}
                />
              )}
            </Field>
            <Field label={t('packs:form.count')}>
              {(handed) => (
                <InputNumber
                  {...handed}
                  min={1}
                  max={5}
                  value={paper.count ?? 1}
                  onChange={(count) => set({ ...paper, count: count ?? 1 })}
                />
              )}
            </Field>
          </>
        )}
      />
    </fieldset>
  );
}

const termKinds = [
  'months-from',
  'days-from',
  'working-days',
  'next-year',
  'same-year',
  'insurance-year',
] as const;
type TermKind = (typeof termKinds)[number];
const kindOf = (term: DeadlineTerm): TermKind =>
  term.kind === 'days-from' && term.working ? 'working-days' : term.kind;

const beginTerm: Record<TermKind, DeadlineTerm> = {
  'months-from': { kind: 'months-from', anchor: 'discharge', months: 6 },
  'days-from': { kind: 'days-from', anchor: 'discharge', days: 90, working: false },
  'working-days': { kind: 'days-from', anchor: 'discharge', days: 90, working: true },
  'next-year': { kind: 'next-year', until: '03-31', holidayShift: false },
  'same-year': { kind: 'same-year', until: '12-31' },
  'insurance-year': { kind: 'insurance-year', starts: '01-01', monthsAfter: 3 },
};

function TermFields({ term, set }: { term: DeadlineTerm; set: (term: DeadlineTerm) => void }) {
  const { t } = useTranslation('packs');
  const word = useOptionWords();
  const count = (value: number, change: (value: number) => DeadlineTerm) => (
    <InputNumber
      aria-label={t('form.number')}
      min={1}
      max={400}
      value={value}
      onChange={(typed) => set(change(typed ?? 1))}
    />
  );
  const day = (value: string, change: (value: string) => DeadlineTerm) => (
    <Input
      aria-label={t('form.until')}
      placeholder={t('form.monthDayHint')}
      maxLength={5}
      value={value}
      onChange={({ target }) => set(change(target.value))}
    />
  );
  const anchor = 'anchor' in term && (
    <Select
      aria-label={t('form.anchor')}
      value={term.anchor}
      options={anchors.map((one) => ({ value: one, label: word('anchor', one) }))}
      onChange={(one) => set({ ...term, anchor: one })}
    />
  );
  switch (term.kind) {
    case 'months-from':
      return (
        <>
          {anchor}
          {count(term.months, (months) => ({ ...term, months }))}
        </>
      );
    case 'days-from':
      return (
        <>
          {anchor}
          {count(term.days, (days) => ({ ...term, days }))}
        </>
      );
    case 'insurance-year':
      return (
        <>
          {day(term.starts, (starts) => ({ ...term, starts }))}
          {count(term.monthsAfter, (monthsAfter) => ({ ...term, monthsAfter }))}
        </>
      );
    default:
      return day(term.until, (until) => ({ ...term, until }));
  }
}

export function TermsField({
  value,
  onChange,
}: {
  value: DeadlineTerm[];
  onChange: (terms: DeadlineTerm[]) => void;
}) {
  const { t } = useTranslation('packs');
  return (
    <fieldset className="wide">
      <legend>{t('form.terms')}</legend>
      <ListField<DeadlineTerm>
        items={value}
        blank={beginTerm['months-from']}
        onChange={onChange}
        row={(term, set) => (
          <>
            <Select<TermKind>
              aria-label={t('form.termKind')}
              value={kindOf(term)}
              options={termKinds.map((kind) => ({ value: kind, label: t(`term.${kind}`) }))}
              onChange={(kind) => set(beginTerm[kind])}
            />
            <TermFields term={term} set={set} />
          </>
        )}
      />
    </fieldset>
  );
}

const beginWindow: Record<ClaimWindow['kind'], ClaimWindow> = {
  'each-month': { kind: 'each-month', fromDay: 1, toDay: 10 },
  'each-year': { kind: 'each-year', from: '01-01', to: '03-31' },
  cycle: { kind: 'cycle', months: 3 },
};

export function WindowField({
  value,
  onChange,
}: {
  value: ClaimWindow;
  onChange: (when: ClaimWindow) => void;
}) {
  const { t } = useTranslation('packs');
  const number = (label: string, now: number, change: (typed: number) => ClaimWindow) => (
    <Field label={label}>
      {(handed) => (
        <InputNumber
          {...handed}
          min={1}
          max={31}
          value={now}
          onChange={(typed) => onChange(change(typed ?? 1))}
        />
      )}
    </Field>
  );
  const day = (label: string, now: string, change: (typed: string) => ClaimWindow) => (
    <Field label={label}>
      {(handed) => (
        <Input
          {...handed}
          placeholder={t('form.monthDayHint')}
          maxLength={5}
          value={now}
          onChange={({ target }) => onChange(change(target.value))}
        />
      )}
    </Field>
  );
  return (
    <>
      <Field label={t('field.when')}>
        {(handed) => (
          <Select<ClaimWindow['kind']>
            {...handed}
            value={value.kind}
            options={(['each-month', 'each-year', 'cycle'] as const).map((kind) => ({
              value: kind,
              label: t(`window.${kind}`),
            }))}
            onChange={(kind) => onChange(beginWindow[kind])}
          />
        )}
      </Field>
      {value.kind === 'each-month' &&
        number(t('form.fromDay'), value.fromDay, (fromDay) => ({ ...value, fromDay }))}
      {value.kind === 'each-month' && number(t('form.toDay'), value.toDay, (toDay) => ({ ...value, toDay }))}
      {value.kind === 'each-year' && day(t('form.from'), value.from, (from) => ({ ...value, from }))}
      {value.kind === 'each-year' && day(t('form.until'), value.to, (to) => ({ ...value, to }))}
      {value.kind === 'cycle' && number(t('form.number'), value.months, (months) => ({ ...value, months }))}
    </>
  );
}
