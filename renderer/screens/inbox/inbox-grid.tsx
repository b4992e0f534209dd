// The waiting scans as large pictures; several pages show as a stack. Arrows move, Space adds, Enter enlarges.

import { FileTextOutlined } from '@ant-design/icons';
import { useDraggable } from '@dnd-kit/core';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxItem } from '../../../shared/domain.ts';
import type { TurnStep } from '../../papers/page-changes.ts';
import { PageHints, useHintText } from '../../papers/page-hints.tsx';
import { PageThumb } from '../../papers/page-thumb.tsx';
import type { Selection } from './selection.ts';

type Keys = { shift: boolean; toggle: boolean };
type Props = {
  items: readonly InboxItem[];
  selection: Selection;
  onChoose: (id: string, keys: Keys) => void;
  onOpen: () => void;
  /** Of its first page, the one that is seen. */
  onTurn: (item: InboxItem, degrees: TurnStep) => void;
};

/** How many pictures stand in one row, read from the page: the number follows window and text size. */
function columnsOf(grid: HTMLElement): number {
  return getComputedStyle(grid).gridTemplateColumns.split(' ').length;
}

export function InboxGrid({ items, selection, onChoose, onOpen, onTurn }: Props) {
  const { t } = useTranslation('inbox');
  const grid = useRef<HTMLDivElement>(null);
  const current = selection.focused ?? items[0]?.id;
  const inside = useRef(false);
  useEffect(() => {
    // The next one gets the focus after an assignment, but the page never takes it from elsewhere.
    if (inside.current || document.activeElement === document.body)
      grid.current?.querySelector<HTMLElement>(`[data-item="${current}"]`)?.focus();
  }, [current]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!grid.current) return;
    const at = items.findIndex(({ id }) => id === current);
    const row = columnsOf(grid.current);
    const steps: Record<string, number> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: row,
      ArrowUp: -row,
      Home: -items.length,
      End: items.length,
    };
    const step = steps[event.key];
    const target = items[Math.max(0, Math.min(items.length - 1, at + (step ?? 0)))];
    if (step !== undefined && target) onChoose(target.id, { shift: event.shiftKey, toggle: false });
    else if (event.key === ' ' && target) onChoose(target.id, { shift: false, toggle: true });
    else if (event.key === 'Enter') onOpen();
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={grid}
      className="inbox-grid"
      role="listbox"
      aria-multiselectable
      aria-label={t('title')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onFocus={() => {
        inside.current = true;
      }}
      onBlur={(event) => {
        // Losing the focus because the focused picture left the list is not leaving.
        inside.current = event.relatedTarget === null || event.currentTarget.contains(event.relatedTarget);
      }}
    >
      {items.map((item) => (
        <Card
          key={item.id}
          item={item}
          chosen={selection.chosen.has(item.id)}
          tab={item.id === current}
          onChoose={onChoose}
          onOpen={onOpen}
          onTurn={onTurn}
        />
      ))}
    </div>
  );
}

function Card(props: {
  item: InboxItem;
  chosen: boolean;
  tab: boolean;
  onChoose: Props['onChoose'];
  onOpen: () => void;
  onTurn: Props['onTurn'];
}) {
  const { item, chosen, tab, onChoose, onOpen, onTurn } = props;
  const { t } = useTranslation(['files', 'common']);
  const { setNodeRef, listeners, transform, isDragging } = useDraggable({ id: item.id });
  const [first] = item.pages;
  const count = item.pages.length;
  const { fileName } = item.scan;
  const hint = useHintText({ scan: item.scan, page: first });
  // The words on it, in their order: who steers by voice says what is seen.
  const pages = count > 1 ? t('common:pages', { count }) : '';
  const label = [fileName, hint, pages].filter(Boolean).join(' ');
  const onClick = (event: MouseEvent) =>
    onChoose(item.id, { shift: event.shiftKey, toggle: event.ctrlKey || event.metaKey });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox handles the keys of the focused picture
    <div
      ref={setNodeRef}
      role="option"
      data-item={item.id}
      aria-selected={chosen}
      // A file without pages is named by the words on it.
      {...(first ? { 'aria-label': label } : {})}
      tabIndex={tab ? 0 : -1}
      className={`inbox-card${chosen ? ' inbox-chosen' : ''}${count > 1 ? ' inbox-stack' : ''}`}
      style={
        transform
          ? {
              transform: `translate(${transform.x}px, ${transform.y}px)`,
              zIndex: 10,
              opacity: isDragging ? 0.85 : 1,
              pointerEvents: 'none',
            }
          : undefined
      }
      {...listeners}
      onClick={onClick}
      onDoubleClick={onOpen}
    >
      <span className="inbox-page">
        {first ? (
          <PageThumb page={first} edge={320} alt="" />
        ) : (
          <span className="inbox-attachment small">
            <FileTextOutlined aria-hidden />
            <strong>{t(`files:type.${item.scan.mediaType}`)}</strong>
            <span className="muted">{t('files:notPrinted')}</span>
          </span>
        )}
      </span>
      <span className="inbox-file small">{item.scan.fileName}</span>
      {first ? <PageHints scan={item.scan} page={first} onTurn={(degrees) => onTurn(item, degrees)} /> : null}
      {count > 1 ? <span className="inbox-count small">{t('common:pages', { count })}</span> : null}
    </div>
  );
}
