// A new page and the earlier one large, side by side: zoomed and moved together, with frames where they differ.

import { ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureAddress } from '../../shared/addresses.ts';
import type { CallOutput, LookAlike, lookAlikeAnswers } from '../../shared/calls.ts';
import type { PaperPage } from '../../shared/domain.ts';
import type { PageBox } from '../../shared/page-findings.ts';
import { useCall } from '../client.ts';
import { Place } from './place.tsx';

export type Answer = (typeof lookAlikeAnswers)[number];
type Laid = CallOutput<'scan.compare-pages'>['laid'];

const STEPS = [1, 1.6, 2.4, 3.6];
const LARGEST_EDGE = 4000;

type CompareProps = {
  scan: string;
  alike: LookAlike;
  onAnswer: (answer: Answer) => void;
  onClose: () => void;
};

export function CompareLarge({ scan, alike, onAnswer, onClose }: CompareProps) {
  const { t } = useTranslation('intake');
  const { page, earlier, fileName, places } = alike;
  const { data, isError } = useCall('scan.compare-pages', { one: { scan, page }, other: earlier });
  const [zoom, setZoom] = useState(0);
  const left = useRef<HTMLElement>(null);
  const right = useRef<HTMLElement>(null);
  const laid = data?.laid ?? null;
  const scale = STEPS[zoom] ?? 1;
  return (
    <Modal
      open
      width="calc(100vw - 2rem)"
      style={{ top: '1rem', maxWidth: 'none', paddingBottom: 0 }}
      title={t('sameTitle')}
      onCancel={onClose}
      footer={null}
    >
      <div className="intake-compare-tools">
        <Button icon={<ZoomOutOutlined />} disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          {t('smaller')}
        </Button>
        <Button
          icon={<ZoomInOutlined />}
          disabled={zoom === STEPS.length - 1}
          onClick={() => setZoom(zoom + 1)}
        >
          {t('larger')}
        </Button>
        <span className="small" aria-live="polite">
          {data || isError ? sayDifferences(t, laid) : t('lookingForDifferences')}
        </span>
      </div>
      <div className="intake-compare">
        <Pane
          page={{ scan, page, turn: 0 }}
          name={t('newOne')}
          boxes={laid?.differences.map(({ one }) => one) ?? []}
          {...{ scale, own: left, beside: right }}
        >
          <strong>{t('newOne')}</strong>
        </Pane>
        <Pane
          page={{ ...earlier, turn: laid?.turn ?? 0 }}
          name={`${t('earlierOne')} ${fileName}`}
          boxes={laid?.differences.map(({ other }) => other) ?? []}
          {...{ scale, own: right, beside: left }}
        >
          <strong>{t('earlierIn')}</strong>{' '}
          {places.map((place) => (
            <Place key={place} place={place} onGo={onClose} />
          ))}
        </Pane>
      </div>
      <div className="intake-compare-foot">
        <span className="muted small">{t('sameNote')}</span>
        <Button onClick={() => onAnswer('keep-both')}>{t('keepBoth')}</Button>
        <Button onClick={() => onAnswer('use-earlier')}>{t('useEarlier')}</Button>
      </div>
    </Modal>
  );
}

function sayDifferences(t: ReturnType<typeof useTranslation<'intake'>>['t'], laid: Laid): string {
  if (!laid) return t('notLaid');
  const count = laid.differences.length;
  return count === 0 ? t('noDifference') : t('differing', { count });
}

type PaneProps = {
  page: PaperPage;
  name: string;
  boxes: readonly PageBox[];
  scale: number;
  own: RefObject<HTMLElement | null>;
  beside: RefObject<HTMLElement | null>;
  children: ReactNode;
};

/** Moved along with the one beside it, by the same share of what there is to move. */
function Pane({ page, name, boxes, scale, own, beside, children }: PaneProps) {
  const follow = () => {
    const [from, to] = [own.current, beside.current];
    // The one under the pointer or the keyboard leads; the other answers with a scroll of its own.
    if (!from || !to || !(from.matches(':hover') || from.contains(document.activeElement))) return;
    const share = (at: number, whole: number, seen: number) => (whole > seen ? at / (whole - seen) : 0);
    to.scrollLeft =
      share(from.scrollLeft, from.scrollWidth, from.clientWidth) * (to.scrollWidth - to.clientWidth);
    to.scrollTop =
      share(from.scrollTop, from.scrollHeight, from.clientHeight) * (to.scrollHeight - to.clientHeight);
  };
  const fit = Math.round(window.innerHeight * 0.9 * scale);
  const edge = Math.min(LARGEST_EDGE, Math.round(fit * Math.min(2, window.devicePixelRatio || 1)));
  return (
    <div className="intake-compare-side">
      <p className="small">{children}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section ref={own} className="intake-compare-pane" tabIndex={0} aria-label={name} onScroll={follow}>
        <span className="intake-compare-page" style={{ width: `${scale * 100}%` }}>
          <img src={pictureAddress(page.scan, page.page, edge, page.turn)} alt={name} draggable={false} />
          {boxes.map(({ x, y, width, height }) => (
            <span
              key={`${x} ${y}`}
              className="intake-compare-box"
              style={{
                left: `${x * 100}%`,
                top: `${y * 100}%`,
                width: `${width * 100}%`,
                height: `${height * 100}%`,
              }}
              aria-hidden
            />
          ))}
        </span>
      </section>
    </div>
  );
}
