// Where a person is insured: found by name, or its six-digit code typed by hand; a code off the list gets its name by hand.

import { useQuery } from '@tanstack/react-query';
import { Cascader, Form, type FormInstance, Input } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonFields } from '../../../shared/domain.ts';
import { isPlaceCode } from '../../../shared/identifiers.ts';
import { fullName, loadPlaces, type Place, pathTo, shownName } from './places.ts';

type Option = { value: string; label: string; children?: Option[] };

const asOption = (place: Place): Option => ({
  value: place.code,
  label: shownName(place),
  ...(place.children?.length ? { children: place.children.map(asOption) } : {}),
});

export function PlaceField({ form }: { form: FormInstance<PersonFields> }) {
  const { t } = useTranslation('people');
  const places = useQuery({
    queryKey: ['places'],
    queryFn: loadPlaces,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
  const options = useMemo(() => places?.map(asOption) ?? [], [places]);
  const code = Form.useWatch('insuredPlaceCode', form) ?? '';
  const path = useMemo(() => pathTo(places ?? [], code), [places, code]);
  const offList = places !== undefined && isPlaceCode(code) && path.length === 0;

  const choose = (codes: string[] | undefined) => {
    const chosen = codes?.at(-1) ?? '';
    form.setFieldsValue({
      insuredPlaceCode: chosen,
      insuredPlaceName: chosen ? fullName(pathTo(places ?? [], chosen)) : '',
    });
    void form.validateFields(['insuredPlaceCode']);
  };
  const onCode = (typed: string) => {
    const found = pathTo(places ?? [], typed);
    if (found.length > 0) form.setFieldsValue({ insuredPlaceName: fullName(found) });
  };
  const extra =
    path.length > 0 ? t('codeKnown', { place: fullName(path) }) : offList ? t('codeUnknown') : undefined;

  return (
    <>
      <Form.Item label={t('field.insuredPlace')} htmlFor="insured-place">
        <Cascader<Option>
          id="insured-place"
          options={options}
          value={path.map((place) => place.code)}
          onChange={choose}
          changeOnSelect
          placeholder={t('hint.insuredPlace')}
          displayRender={(labels) => labels.join(' ')}
          showSearch={{
            limit: 50,
            filter: (typed, found) =>
              found.some(({ label, value }) => `${label}${value}`.includes(typed.trim())),
          }}
        />
      </Form.Item>
      <Form.Item
        name="insuredPlaceCode"
        label={t('field.insuredPlaceCode')}
        extra={extra}
        normalize={(typed: string) => typed.normalize('NFKC').replace(/\D/g, '').slice(0, 6)}
        rules={[
          {
            validator: (_, value: string) =>
              !value || isPlaceCode(value) ? Promise.resolve() : Promise.reject(new Error(t('codeBad'))),
          },
        ]}
        validateTrigger="onBlur"
      >
        <Input
          inputMode="numeric"
          placeholder={t('hint.insuredPlaceCode')}
          onChange={(event) => onCode(event.target.value)}
        />
      </Form.Item>
      <Form.Item
        name="insuredPlaceName"
        label={t('field.insuredPlaceName')}
        hidden={!offList && (path.length > 0 || !form.getFieldValue('insuredPlaceName'))}
      >
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}
