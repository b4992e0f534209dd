// The large view of pages: zoom, arrow keys for the next page, Esc to close.

import {
  EditOutlined,
  LeftOutlined,
  RightOutlined,
  RotateLeftOutlined,
  RotateRightOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureAddress } from '../../shared/addresses.ts';
import type { PaperPage } from '../../shared/domain.ts';
import { editText } from './edit-text.ts';
import type { TurnStep } from './page-changes.ts';
import { ConfirmHints, HintFrames, PageHintsOf } from './page-hints.tsx';
import './papers.css';

const STEPS = [1, 1.5, 2, 3, 4];
/** What the picture address allows at most, in pixels. */
const LARGEST_EDGE = 4000;

const PAGE_KEYS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, PageDown: 1, PageUp: -1 };
const ZOOM_KEYS: Record<string, number> = { '+': 1, '=': 1, '-': -1 };

type ViewerProps = {
  title: string;
  pages: readonly PaperPage[];
  position: number;
  onMove: (position: number) => void;
  onClose: () => void;
  /** Left out where pages cannot be turned. */
  onTurn?: (position: number, degrees: TurnStep) => void;
  /** Left out where pages cannot be edited. */
  onEdit?: (position: number) => void;
};

export function PageViewer({ title, pages, position, onMove, onClose, onTurn, onEdit }: ViewerProps) {
  const { t } = useTranslation(['visits', 'pageEdit']);
  const [zoom, setZoom] = useState(0);
  const page = pages[position];
  const scale = STEPS[zoom] ?? 1;
  const zoomBy = (step: number) => setZoom((now) => Math.min(STEPS.length - 1, Math.max(0, now + step)));
  const go = (step: number) => {
    const next = position + step;
    if (next >= 0 && next < pages.length) onMove(next);
  };
  const edit = onEdit && (() => onEdit(position));
  const latest = useRef({ go, zoomBy, edit });
  latest.current = { go, zoomBy, edit };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const pageStep = PAGE_KEYS[event.key];
      const zoomStep = ZOOM_KEYS[event.key];
      const { edit } = latest.current;
      if (pageStep !== undefined) latest.current.go(pageStep);
      else if (zoomStep !== undefined) latest.current.zoomBy(zoomStep);
      else if (event.key.toLowerCase() === 'e' && edit) edit();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  if (!page) return null;
  const fit = Math.round((window.innerHeight - 180) * scale);
  const edge = Math.min(LARGEST_EDGE, Math.round(fit * Math.min(2, window.devicePixelRatio || 1) * 1.2));
  return (
    <Modal
      open
      className="viewer"
      width="calc(100vw - 2rem)"
      style={{ top: '1rem', paddingBottom: 0, maxWidth: 'none' }}
      footer={null}
      onCancel={onClose}
      title={`${title} · ${t('pageOf', { page: position + 1, count: pages.length })}`}
    >
      <div style={{ display: 'contents' }}>
        <div className="viewer-tools">
          <Button icon={<LeftOutlined />} disabled={position === 0} onClick={() => go(-1)}>
            {t('previousPage')}
          </Button>
          <Button icon={<RightOutlined />} disabled={position === pages.length - 1} onClick={() => go(1)}>
            {t('nextPage')}
          </Button>
          <Button
            icon={<ZoomOutOutlined />}
            disabled={zoom === 0}
            onClick={() => zoomBy(-1)}
            aria-label={t('zoomOut')}
          />
          <Button
            icon={<ZoomInOutlined />}
            disabled={zoom === STEPS.length - 1}
            onClick={() => zoomBy(1)}
            aria-label={t('zoomIn')}
          />
          {onTurn ? (
            <>
              <Button
                icon={<RotateLeftOutlined />}
                onClick={() => onTurn(position, -90)}
                aria-label={t('turnLeft')}
              />
              <Button
                icon={<RotateRightOutlined />}
                onClick={() => onTurn(position, 90)}
                aria-label={t('turnRight')}
              />
            </>
          ) : null}
          {onEdit ? (
            <Button icon={<EditOutlined />} onClick={() => onEdit(position)}>
              {t('pageEdit:open')}
            </Button>
          ) : null}
          <PageHintsOf page={page} {...(onTurn ? { onTurn: (degrees) => onTurn(position, degrees) } : {})} />
          <ConfirmHints page={page} />
          <span className="muted small">{t('viewerKeys')}</span>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section className="viewer-stage" tabIndex={0} aria-label={title}>
          <span className={scale === 1 ? 'page-marked' : 'page-marked page-marked-large'}>
            <img
              src={pictureAddress(page.scan, page.page, Math.max(64, edge), page.turn, editText(page))}
              alt={t('pageOfPaper', { paper: title, page: position + 1 })}
              style={scale === 1 ? { maxWidth: '100%', maxHeight: fit } : { height: fit, maxWidth: 'none' }}
            />
            <HintFrames page={page} />
          </span>
        </section>
      </div>
    </Modal>
  );
}
