// The fields of a person, each with its verdict beside it while it is typed.

import { Form, type FormInstance, Input, Segmented } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type PersonFields, schemes, standings } from '../../../shared/domain.ts';
import { passesLuhn } from '../../../shared/identifiers.ts';
import { useDay } from '../../shell/day.ts';
import { type CitizenVerdict, judgeCitizenId } from './citizen-facts.ts';
import { groupByFour } from './person-draft.ts';
import { PlaceField } from './place-field.tsx';

type FormProps = { form: FormInstance<PersonFields> };

function Group({ title, why, children }: { title: string; why?: string; children: ReactNode }) {
  return (
    <section className="card">
      <header>
        <h2>{title}</h2>
        {why && <span className="muted small">{why}</span>}
      </header>
      <div className="person-grid">{children}</div>
    </section>
  );
}

function CitizenIdField({ form }: FormProps) {
  const { t } = useTranslation('people');
  const day = useDay('');
  const verdict = judgeCitizenId(Form.useWatch('citizenId', form) ?? '');
  /** What is wrong for sure is said at once; what may only be unfinished, when the field is left. */
  const refuse = (state: CitizenVerdict['state'], message: string, validateTrigger: string[]) => ({
    validateTrigger,
    validator: (_: unknown, value: string) =>
      judgeCitizenId(value ?? '').state === state ? Promise.reject(new Error(message)) : Promise.resolve(),
  });
  return (
    <Form.Item
      name="citizenId"
      label={t('field.citizenId')}
      extra={
        <span aria-live="polite">
          {verdict.state === 'empty' && t('idEmpty')}
          {verdict.state === 'short' && t('idShort', { count: verdict.count })}
          {verdict.state === 'good' && (
            <span className="good">{t('idGood', { birth: day(verdict.birth), sex: t(verdict.sex) })}</span>
          )}
        </span>
      }
      rules={[
        refuse('bad', t('idBad'), ['onChange', 'onBlur']),
        refuse('short', t('idUnfinished'), ['onBlur']),
      ]}
      validateTrigger={['onChange', 'onBlur']}
    >
      <Input autoComplete="off" maxLength={40} />
    </Form.Item>
  );
}

function BankAccountField({ form }: FormProps) {
  const { t } = useTranslation('people');
  const digits = (Form.useWatch('bankAccount', form) ?? '').replace(/[\s-]/g, '');
  const odd = digits.length >= 12 && !passesLuhn(digits);
  const extra = (
    <>
      {digits.length > 4 && <div>{groupByFour(digits)}</div>}
      {odd && <div className="ask">{t('luhn')}</div>}
    </>
  );
  return (
    <Form.Item
      name="bankAccount"
      label={t('field.bankAccount')}
      extra={<div aria-live="polite">{extra}</div>}
    >
      <Input autoComplete="off" inputMode="numeric" maxLength={40} />
    </Form.Item>
  );
}

function PhoneField({ form }: FormProps) {
  const { t } = useTranslation('people');
  const digits = (Form.useWatch('phone', form) ?? '').replace(/[\s-]/g, '');
  const odd = /^1\d+$/.test(digits) && digits.length !== 11;
  return (
    <Form.Item
      name="phone"
      label={t('field.phone')}
      extra={odd ? <span className="ask">{t('phoneOdd')}</span> : undefined}
    >
      <Input autoComplete="off" inputMode="tel" maxLength={40} />
    </Form.Item>
  );
}

/** Choices all in sight: one click, one glance. */
function ChoiceField({
  name,
  label,
  options,
}: {
  name: keyof PersonFields;
  label: string;
  options: { value: string; label: string }[];
}) {
  const id = useId();
  return (
    <Form.Item label={<span id={id}>{label}</span>} htmlFor="">
      <Form.Item name={name} noStyle>
        <Segmented options={options} aria-labelledby={id} />
      </Form.Item>
    </Form.Item>
  );
}

export function PersonForm({ form }: FormProps) {
  const { t } = useTranslation(['people', 'domain']);
  const name = Form.useWatch('name', form) ?? '';
  return (
    <>
      <Group title={t('group.person')}>
        <Form.Item
          name="name"
          label={t('field.name')}
          rules={[{ required: true, whitespace: true, message: t('nameEmpty') }]}
          validateTrigger="onBlur"
        >
          <Input maxLength={200} placeholder={t('hint.name')} autoComplete="off" />
        </Form.Item>
        <CitizenIdField form={form} />
        <PhoneField form={form} />
        <Form.Item name="livingPlaceName" label={t('field.livingPlaceName')}>
          <Input maxLength={200} placeholder={t('hint.livingPlaceName')} />
        </Form.Item>
      </Group>
      <Group title={t('group.insurance')}>
        <PlaceField form={form} />
        <ChoiceField
          name="scheme"
          label={t('field.scheme')}
          options={schemes.map((value) => ({ value, label: t(`domain:scheme.${value}`) }))}
        />
        <ChoiceField
          name="standing"
          label={t('field.standing')}
          options={standings.map((value) => ({
            value,
            label: value ? t(`domain:standing.${value}`) : t('standingUnknown'),
          }))}
        />
        <Form.Item name="socialSecurityCard" label={t('field.socialSecurityCard')}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      </Group>
      <Group title={t('group.payee')} why={t('group.payeeWhy')}>
        <Form.Item name="payeeName" label={t('field.payeeName')} extra={t('hint.payeeName')}>
          <Input maxLength={200} placeholder={name} autoComplete="off" />
        </Form.Item>
        <Form.Item name="bankName" label={t('field.bankName')} extra={t('hint.bankName')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <BankAccountField form={form} />
      </Group>
      <Group title={t('group.note')}>
        <Form.Item name="note" label={t('field.note')} extra={t('hint.note')} className="wide">
          <Input.TextArea maxLength={5000} rows={3} />
        </Form.Item>
      </Group>
    </>
  );
}
