// One page in the list at the left: chosen by a click, moved by dragging or by Alt with an arrow key.

import { useDraggable, useDroppable } from '@dnd-kit/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Press } from '../../packet-press/press.ts';
import type { PressPage } from '../../packet-press/press-messages.ts';
import { PageThumbnail } from './page-thumbnail.tsx';
import type { PageArrangement } from './use-page-arrangement.tsx';

type Props = {
  press: Press;
  page: PressPage;
  name: string;
  current: boolean;
  onPick: () => void;
  arrangement: PageArrangement | undefined;
};

export function PageRow({ press, page, name, current, onPick, arrangement }: Props) {
  const { t } = useTranslation('claims');
  const at = arrangement?.placeOf(page) ?? -1;
  const movable = at >= 0;
  const id = `page-${page.number}`;
  const drag = useDraggable({ id, data: { at, name }, disabled: !movable });
  const drop = useDroppable({ id, data: { at }, disabled: !movable });
  const from = Number(drop.active?.data.current?.at ?? -1);
  const isTarget = drop.isOver && movable && from >= 0 && Boolean(arrangement?.canMove(from, at));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    if (!movable || !event.altKey || !step) return;
    event.preventDefault();
    event.stopPropagation();
    void arrangement?.step(at, step);
  };
  return (
    <button
      type="button"
      ref={(element) => {
        drag.setNodeRef(element);
        drop.setNodeRef(element);
      }}
      className="page-button"
      aria-current={current ? 'page' : undefined}
      data-gap={page.kind === 'gap' || undefined}
      data-movable={movable || undefined}
      data-dragged={drag.isDragging || undefined}
      data-drop={isTarget ? (from < at ? 'after' : 'before') : undefined}
      title={movable ? t('arrange.keys') : undefined}
      onClick={onPick}
      onKeyDown={onKeyDown}
      onPointerDown={drag.listeners?.onPointerDown as React.PointerEventHandler | undefined}
    >
      <PageThumbnail press={press} page={page.number} />
      <span className="page-button-name">
        {page.number} {name}
      </span>
    </button>
  );
}
