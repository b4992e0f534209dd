// Moving pages of a paper to another paper, another visit, or back to the inbox: which pages, and where to.

import { CheckOutlined } from '@ant-design/icons';
import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Paper, type PaperKind, paperKinds } from '../../../shared/domain.ts';
import { PageThumb } from '../../papers/page-thumb.tsx';
import { searchVisits, useVisitOptions } from '../../papers/visit-options.ts';
import './move-pages.css';

export type MoveTarget = { visitId: string; kind: PaperKind } | 'inbox';

type Props = {
  paper: Paper;
  name: string;
  /** The page that is chosen at first. */
  position: number;
  onMove: (positions: number[], target: MoveTarget) => void;
  onClose: () => void;
};

export function MovePages({ paper, name, position, onMove, onClose }: Props) {
  const { t } = useTranslation(['movePages', 'domain', 'common']);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set([position]));
  const [visitId, setVisitId] = useState<string | null>(null);
  const [kind, setKind] = useState<PaperKind>(paper.kind);
  const options = useVisitOptions();
  const positions = [...chosen].sort((a, b) => a - b);
  const stays = visitId === paper.visitId && kind === paper.kind;
  const ready = positions.length > 0 && visitId !== null && !stays;
  return (
    <Modal
      open
      className="move-pages"
      title={t('movePages:title', { paper: name })}
      onCancel={onClose}
      width="min(44rem, calc(100vw - 2rem))"
      footer={
        <div className="move-pages-end">
          <Button disabled={positions.length === 0} onClick={() => onMove(positions, 'inbox')}>
            {t('movePages:toInbox')}
          </Button>
          <span className="move-pages-gap" />
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button
            type="primary"
            disabled={!ready}
            onClick={() => visitId && onMove(positions, { visitId, kind })}
          >
            {t('movePages:go', { count: positions.length })}
          </Button>
        </div>
      }
    >
      {paper.pages.length > 1 ? <ChoosePages {...{ paper, chosen, setChosen }} /> : null}
      <div className="move-pages-where">
        <div>
          <label htmlFor="move-pages-visit">{t('movePages:visit')}</label>
          <Select
            id="move-pages-visit"
            showSearch={searchVisits}
            placeholder={t('movePages:search')}
            value={visitId}
            options={options.map((one) =>
              one.value === paper.visitId ? { ...one, label: `${one.label}${t('movePages:here')}` } : one,
            )}
            onChange={setVisitId}
          />
        </div>
        <div>
          <label htmlFor="move-pages-kind">{t('movePages:kind')}</label>
          <Select
            id="move-pages-kind"
            value={kind}
            options={paperKinds.map((value) => ({ value, label: t(`domain:paper.${value}`) }))}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={setKind}
          />
        </div>
      </div>
      <p className="small muted" role="status">
        {stays ? t('movePages:stays') : t('movePages:hint')}
      </p>
    </Modal>
  );
}

type ChooseProps = {
  paper: Paper;
  chosen: ReadonlySet<number>;
  setChosen: (chosen: ReadonlySet<number>) => void;
};

function ChoosePages({ paper, chosen, setChosen }: ChooseProps) {
  const { t } = useTranslation(['movePages', 'visits']);
  const all = chosen.size === paper.pages.length;
  const toggle = (at: number) => {
    const next = new Set(chosen);
    if (!next.delete(at)) next.add(at);
    setChosen(next);
  };
  return (
    <fieldset className="move-pages-which">
      <legend>
        {t('movePages:which', { count: chosen.size })}
        <Button
          size="small"
          type="link"
          onClick={() => setChosen(new Set(all ? [] : paper.pages.map((_, at) => at)))}
        >
          {t(all ? 'movePages:none' : 'movePages:all')}
        </Button>
      </legend>
      <div className="move-pages-list">
        {paper.pages.map((page, at) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place while this is open
            key={at}
            type="button"
            className="move-pages-page"
            aria-pressed={chosen.has(at)}
            aria-label={t('visits:stripPage', { page: at + 1 })}
            onClick={() => toggle(at)}
          >
            <PageThumb page={page} edge={96} alt="" />
            <span className="small" aria-hidden>
              {chosen.has(at) ? <CheckOutlined /> : null} {at + 1}
            </span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
