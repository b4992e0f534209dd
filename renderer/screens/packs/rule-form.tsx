// A rule as a form: what the office said, in fields; never as the data behind it. With who said so and when.

import { Button, Input, InputNumber, Select } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../../shared/money.ts';
import type { Chapter } from '../../../shared/rules/rule-pack.ts';
import {
  type ClaimWindow,
  claimKinds,
  type DeadlineTerm,
  type WantedPaper,
} from '../../../shared/rules/rule-parts.ts';
import { formKeys } from '../../shell/form-keys.ts';
import { AmountField } from '../visits/amount-field.tsx';
import { DayField } from '../visits/day-field.tsx';
import { Field } from '../visits/field.tsx';
import { readAmount } from '../visits/visit-draft.ts';
import { useOptionWords } from './option-words.ts';
import { type FieldSpec, fieldsOfChapter, type RuleDraft } from './rule-fields.ts';
import { PapersField, TermsField, WindowField } from './rule-parts-fields.tsx';

const ANSWERS = ['yes', 'no', 'unknown'] as const;
const answerOf = (value: unknown): (typeof ANSWERS)[number] =>
  value === true ? 'yes' : value === false ? 'no' : 'unknown';

function MoneyRuleField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: unknown;
  onChange: (fen: number | null) => void;
}) {
  const [typed, setTyped] = useState(typeof value === 'number' ? formatYuan(value) : '');
  return (
    <AmountField
      label={label}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        const amount = readAmount(text);
        if (amount === undefined) onChange(null);
        if (typeof amount === 'number') onChange(amount);
      }}
    />
  );
}

type OneProps = { spec: FieldSpec; value: unknown; onChange: (value: unknown) => void };

function RuleField({ spec, value, onChange }: OneProps) {
  const { t } = useTranslation('packs');
  const word = useOptionWords();
  const { name } = spec;
  // One literal stands for every field: the compiler need not see the full product of keys.
  const label = t(`field.${name}` as 'field.by');
  const options =
    'options' in spec ? spec.options.map((one) => ({ value: one, label: word(name, one) })) : [];
  switch (spec.kind) {
    case 'papers':
      return <PapersField value={value as Partial<WantedPaper>[]} onChange={onChange} />;
    case 'terms':
      return <TermsField value={value as DeadlineTerm[]} onChange={onChange} />;
    case 'window':
      return <WindowField value={value as ClaimWindow} onChange={onChange} />;
    case 'money':
      return <MoneyRuleField label={label} value={value} onChange={onChange} />;
    case 'choice':
      return (
        <Field label={label}>
          {(handed) => (
            <Select
              {...handed}
              value={(value as string | null) ?? (spec.mayBeNull ? '' : (spec.options[0] ?? ''))}
              options={
                spec.mayBeNull
                  ? [{ value: '', label: t(name === 'situation' ? 'always' : 'allClaims') }, ...options]
                  : options
              }
              onChange={(chosen: string) => onChange(chosen || null)}
            />
          )}
        </Field>
      );
    case 'choices':
      return (
        <Field label={label} className="wide">
          {(handed) => (
            <Select
              {...handed}
              mode="multiple"
              value={(value as string[] | undefined) ?? []}
              options={options}
              onChange={onChange}
            />
          )}
        </Field>
      );
    case 'answer':
      return (
        <Field label={label}>
          {(handed) => (
            <Select
              {...handed}
              value={answerOf(value)}
              options={ANSWERS.filter((one) => one !== 'unknown' || spec.mayBeNull).map((one) => ({
                value: one,
                label: t(`form.${one}`),
              }))}
              onChange={(chosen) => onChange(chosen === 'unknown' ? null : chosen === 'yes')}
            />
          )}
        </Field>
      );
    case 'names':
      return (
        <Field label={label} className="wide">
          {(handed) => (
            <Select
              {...handed}
              mode="tags"
              open={false}
              suffixIcon={null}
              value={(value as string[] | undefined) ?? []}
              onChange={onChange}
            />
          )}
        </Field>
      );
    case 'title':
      return (
        <Field label={label}>
          {(handed) => (
            <Input
              {...handed}
              maxLength={200}
              value={(value as { 'zh-CN': string } | undefined)?.['zh-CN'] ?? ''}
              onChange={({ target }) => onChange({ 'zh-CN': target.value, en: target.value })}
            />
          )}
        </Field>
      );
    default: {
      const scale = spec.kind === 'percent' ? 10 : 1;
      return (
        <Field label={label}>
          {(handed) => (
            <InputNumber
              {...handed}
              min={0}
              value={typeof value === 'number' ? value / scale : null}
              {...(scale === 10 ? { max: 100, suffix: '%' } : {})}
              onChange={(typed) => onChange(typed === null ? null : Math.round(typed * scale))}
            />
          )}
        </Field>
      );
    }
  }
}

export type RuleToSave = { rule: RuleDraft; note: string; on: string };
type Props = {
  chapter: Chapter;
  begin: RuleToSave;
  saving: boolean;
  onSave: (saved: RuleToSave) => void;
  onCancel: () => void;
};

export function RuleForm({ chapter, begin, saving, onSave, onCancel }: Props) {
  const { t } = useTranslation(['packs', 'common']);
  const word = useOptionWords();
  const [draft, setDraft] = useState(begin);
  const form = useRef<HTMLFormElement>(null);
  const title = useId();
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
    form.current?.querySelector<HTMLElement>('input')?.focus();
  }, []);
  const set = (name: string, value: unknown) =>
    setDraft((before) => ({ ...before, rule: { ...before.rule, [name]: value } }));
  const { rule } = draft;
  return (
    <form
      ref={form}
      className="rule-form"
      aria-labelledby={title}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(draft);
      }}
      onKeyDown={formKeys(onCancel)}
    >
      <h3 id={title}>{t('packs:form.title')}</h3>
      <div className="rule-grid">
        {fieldsOfChapter[chapter].map((spec) => (
          <RuleField
            key={spec.name}
            spec={spec}
            value={rule[spec.name]}
            onChange={(value) => set(spec.name, value)}
          />
        ))}
        <Field label={t('packs:form.claims')} hint={t('packs:form.claimsHint')} className="wide">
          {(handed) => (
            <Select
              {...handed}
              mode="multiple"
              value={(rule.claims as string[] | undefined) ?? []}
              options={claimKinds.map((one) => ({ value: one, label: word('claims', one) }))}
              onChange={(claims) => set('claims', claims)}
            />
          )}
        </Field>
        <Field label={t('packs:form.scheme')}>
          {(handed) => (
            <Select
              {...handed}
              value={(rule.scheme as string | undefined) ?? 'any'}
              options={['any', 'employee', 'resident'].map((one) => ({
                value: one,
                label: word('scheme', one),
              }))}
              onChange={(scheme) => set('scheme', scheme)}
            />
          )}
        </Field>
        <DayField label={t('packs:form.on')} value={draft.on} onChange={(on) => setDraft({ ...draft, on })} />
        <Field label={t('packs:form.note')} className="wide">
          {(handed) => (
            <Input
              {...handed}
              maxLength={2000}
              placeholder={t('packs:form.noteHint')}
              value={draft.note}
              onChange={({ target }) => setDraft({ ...draft, note: target.value })}
            />
          )}
        </Field>
      </div>
      <div className="rule-acts">
        <Button type="primary" htmlType="submit" loading={saving}>
          {t('packs:form.save')}
        </Button>
        <Button onClick={onCancel}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}
