// The page as it came, with four handles for mouse, finger and arrow keys.

import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureAddress } from '../../../shared/addresses.ts';
import type { PaperPage } from '../../../shared/domain.ts';
import { formatEdit, noEdit, type PagePoint } from '../../../shared/page-edit.ts';
import { handlesOf, moveHandle, type PageDraft, viewOf } from './page-draft.ts';

const STAGE_EDGE = 1400;
/** Shares of the page that one press of an arrow key moves a handle, and with Shift. */
const STEP = 0.002;
const LONG_STEP = 0.02;
const ARROWS: Record<string, PagePoint> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const CORNERS = ['upperLeft', 'upperRight', 'lowerRight', 'lowerLeft'] as const;

type Props = {
  page: PaperPage;
  draft: PageDraft;
  change: (change: (draft: PageDraft) => PageDraft) => void;
};

export function EditStage({ page, draft, change }: Props) {
  const { t } = useTranslation('pageEdit');
  const { mirrored, turn } = viewOf(draft);
  const bare = mirrored ? formatEdit({ ...noEdit, mirrored }) : '';
  const handles = handlesOf(draft);
  const cutting = draft.tool !== 'none';
  const outline = handles.map(([x, y]) => `${x * 100},${y * 100}`).join(' ');
  const sheet = useRef<HTMLDivElement>(null);
  const before = useRef(draft.tool);
  // A tool that was just chosen is at hand: its first corner takes the arrow keys.
  useEffect(() => {
    if (before.current !== draft.tool)
      sheet.current?.querySelector<HTMLElement>('.page-edit-handle')?.focus({ preventScroll: true });
    before.current = draft.tool;
  }, [draft.tool]);
  const move = (at: number, place: PagePoint) => change((now) => moveHandle(now, at, place));
  return (
    <div className="page-edit-sheet" ref={sheet}>
      <img
        src={pictureAddress(page.scan, page.page, STAGE_EDGE, turn, bare)}
        alt={t('before')}
        draggable={false}
      />
      {cutting ? (
        <svg
          className="page-edit-outline"
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path d={`M0,0H100V100H0Z M${outline.replaceAll(' ', 'L')}Z`} fillRule="evenodd" />
          <polygon points={outline} />
        </svg>
      ) : null}
      {draft.split && !cutting ? <span className="page-edit-middle" aria-hidden /> : null}
      {cutting
        ? handles.map((place, at) => (
            <Handle
              // biome-ignore lint/suspicious/noArrayIndexKey: the four corners are always the same four
              key={at}
              name={t(`corner.${CORNERS[at] ?? 'upperLeft'}`)}
              place={place}
              sheet={sheet}
              onMove={(to) => move(at, to)}
            />
          ))
        : null}
    </div>
  );
}

type HandleProps = {
  name: string;
  place: PagePoint;
  sheet: { current: HTMLDivElement | null };
  onMove: (place: PagePoint) => void;
};

function Handle({ name, place, sheet, onMove }: HandleProps) {
  const grip = useRef<PagePoint | null>(null);
  const shareOf = (event: PointerEvent): PagePoint => {
    const box = sheet.current?.getBoundingClientRect();
    if (!box) return place;
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  };
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const [x, y] = shareOf(event);
    grip.current = [place[0] - x, place[1] - y];
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!grip.current) return;
    const [x, y] = shareOf(event);
    onMove([x + grip.current[0], y + grip.current[1]]);
  };
  const release = () => {
    grip.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const way = ARROWS[event.key];
    if (!way) return;
    event.preventDefault();
    const step = event.shiftKey ? LONG_STEP : STEP;
    onMove([place[0] + way[0] * step, place[1] + way[1] * step]);
  };
  return (
    <button
      type="button"
      className="page-edit-handle"
      style={{ left: `${place[0] * 100}%`, top: `${place[1] * 100}%` }}
      aria-label={name}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={onKeyDown}
    />
  );
}
