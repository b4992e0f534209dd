// A card of records of one kind: each as a line, one form at a time for a new or an opened one, removal with a way back.

import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { formKeys } from '../../shell/form-keys.ts';

type Kept = { id: string };
type Props<R extends Kept> = {
  /** `?to=` in the address that brings one here. */
  name: string;
  title: string;
  why: string;
  none: string;
  add: string;
  records: readonly R[];
  line: (record: R) => ReactNode;
  nameOf: (record: R) => string;
  /** The form for a record, or for a new one (null); it calls `close` when it is done. */
  form: (record: R | null, close: () => void) => ReactNode;
  remove: (record: R) => void;
  /** Left out: every one. */
  removable?: (record: R) => boolean;
  /** Something to settle first, above the records. */
  notice?: ReactNode;
};

export function RecordCard<R extends Kept>(props: Props<R>) {
  const { t } = useTranslation('filings');
  const { name, title, why, none, records, line, nameOf, form, remove, removable } = props;
  const [search] = useSearchParams();
  const wanted = search.get('to') === name;
  const [open, setOpen] = useState<string | null>(wanted ? (search.get('record') ?? 'new') : null);
  const card = useRef<HTMLElement>(null);
  const heading = useId();
  useEffect(() => {
    if (wanted) card.current?.scrollIntoView({ block: 'start' });
  }, [wanted]);
  const close = () => {
    setOpen(null);
    card.current?.focus();
  };
  return (
    <section className="card record-card" ref={card} tabIndex={-1} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{title}</h2>
        <span className="muted small">{why}</span>
        {open !== 'new' && (
          <Button icon={<PlusOutlined />} onClick={() => setOpen('new')}>
            {props.add}
          </Button>
        )}
      </header>
      {props.notice}
      {records.length === 0 && open !== 'new' && <p className="muted">{none}</p>}
      {open === 'new' && form(null, close)}
      <ul>
        {records.map((record) =>
          open === record.id ? (
            <li key={record.id}>{form(record, close)}</li>
          ) : (
            <li key={record.id} className="record">
              <div>{line(record)}</div>
              <Button
                type="text"
                icon={<EditOutlined />}
                title={t('edit')}
                aria-label={`${t('edit')}: ${nameOf(record)}`}
                onClick={() => setOpen(record.id)}
              />
              {(removable?.(record) ?? true) && (
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  title={t('remove')}
                  aria-label={`${t('remove')}: ${nameOf(record)}`}
                  onClick={() => remove(record)}
                />
              )}
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

/** The frame of a record's form: fields in a grid, save and cancel; the first field has the focus. */
export function RecordForm({
  children,
  saving,
  onSave,
  onCancel,
}: {
  children: ReactNode;
  saving: boolean;
  onSave: () => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation(['filings', 'common']);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input')?.focus();
  }, []);
  return (
    <form
      ref={form}
      className="record-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={formKeys(onCancel)}
    >
      <div className="record-grid">{children}</div>
      <div className="record-acts">
        <Button type="primary" htmlType="submit" loading={saving}>
          {t('filings:save')}
        </Button>
        <Button onClick={onCancel}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}
