// What can be done with the page in sight: move it, or leave it out and say why.

import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Form, Input, Modal, Space, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { halfSeen, LONGEST_REASON } from '../../../shared/packet-pages.ts';
import type { PageArrangement } from './use-page-arrangement.tsx';

const usualReasons = ['twice', 'blank', 'other'] as const;

function AskReason({ onDone, onClose }: { onDone: (reason: string) => void; onClose: () => void }) {
  const { t } = useTranslation(['claims', 'common']);
  const [reason, setReason] = useState('');
  const given = reason.trim();
  return (
    <Modal
      open
      title={t('claims:arrange.excludeTitle')}
      okText={t('claims:arrange.excludeGo')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: given === '' }}
      onOk={() => onDone(given)}
      onCancel={onClose}
    >
      <p>{t('claims:arrange.excludeHint')}</p>
      <Form layout="vertical" component="div">
        <Form.Item label={t('claims:arrange.reason')}>
          <Input
            aria-label={t('claims:arrange.reason')}
            autoFocus
            maxLength={LONGEST_REASON}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            onPressEnter={() => given !== '' && onDone(given)}
          />
        </Form.Item>
        <Space wrap>
          {usualReasons.map((name) => {
            const text = t(`claims:arrange.reasons.${name}`);
            return (
              <Tag.CheckableTag key={name} checked={reason === text} onChange={() => setReason(text)}>
                {text}
              </Tag.CheckableTag>
            );
          })}
        </Space>
      </Form>
    </Modal>
  );
}

/** `at`: place of the page in the arrangement; -1 when it is not a page of a paper. */
export function PageMenu({
  arrangement,
  at,
  onEdit,
}: {
  arrangement: PageArrangement;
  at: number;
  onEdit: () => void;
}) {
  const { t } = useTranslation(['claims', 'pageEdit']);
  const [asking, setAsking] = useState(false);
  const items = [
    { key: 'edit', label: t('pageEdit:openPage'), extra: 'E' },
    { type: 'divider' as const },
    { key: 'up', label: t('claims:arrange.up'), disabled: !arrangement.canStep(at, -1) },
    { key: 'down', label: t('claims:arrange.down'), disabled: !arrangement.canStep(at, 1) },
    { type: 'divider' as const },
    { key: 'exclude', label: t('claims:arrange.exclude') },
  ];
  const act = (key: string) => {
    if (key === 'edit') onEdit();
    else if (key === 'exclude') setAsking(true);
    else void arrangement.step(at, key === 'up' ? -1 : 1);
  };
  return (
    <>
      <Dropdown menu={{ items, onClick: ({ key }) => act(key) }} trigger={['click']} disabled={at < 0}>
        <Button icon={<DownOutlined />} iconPlacement="end">
          {t('claims:arrange.menu')}
        </Button>
      </Dropdown>
      {asking ? (
        <AskReason
          onClose={() => setAsking(false)}
          onDone={(reason) => {
            setAsking(false);
            void arrangement.exclude(at, reason);
          }}
        />
      ) : null}
    </>
  );
}

/** The pages that are left out, each with its reason and a way back. */
export function LeftOutPages({ arrangement }: { arrangement: PageArrangement }) {
  const { t } = useTranslation(['claims', 'domain']);
  const left = arrangement.pages.map((page, at) => ({ page, at })).filter(({ page }) => page.excluded !== '');
  if (left.length === 0) return null;
  return (
    <section className="card left-out" aria-label={t('claims:arrange.leftOut', { count: left.length })}>
      <h2>{t('claims:arrange.leftOut', { count: left.length })}</h2>
      <ul>
        {left.map(({ page, at }) => (
          <li key={`${page.paperId}/${page.scan}/${page.page}/${page.half}`}>
            <strong>{page.title || t(`domain:paper.${page.kind}`)}</strong>
            <span>
              {t('claims:checks.from', { file: page.fileName, page: page.page + 1 })}
              {page.half ? ` · ${t(`claims:arrange.half.${halfSeen(page) || 'left'}`)}` : null}
            </span>
            <span className="muted">{t('claims:arrange.because', { reason: page.excluded })}</span>
            <Button size="small" onClick={() => void arrangement.include(at)}>
              {t('claims:arrange.include')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
