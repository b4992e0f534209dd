// The pages of the packet at the left, in sections, with small pictures; only the rows in sight exist.

import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Press } from '../../packet-press/press.ts';
import type { PressPage } from '../../packet-press/press-messages.ts';
import { PageRow } from './page-row.tsx';
import type { PageSection } from './page-sections.ts';
import type { PageArrangement } from './use-page-arrangement.tsx';

type Row = { top: number; height: number; section: PageSection; page: PressPage | null };

/** Heights in rem. */
const SECTION_ROW = 2.25;
const PAGE_ROW = 3.875;
const SPARE = 200;

function rowsOf(sections: PageSection[], rem: number): Row[] {
  let top = 0;
  const add = (height: number, section: PageSection, page: PressPage | null): Row => {
    const row = { top, height, section, page };
    top += height;
    return row;
  };
  return sections.flatMap((section) => [
    add(SECTION_ROW * rem, section, null),
    ...section.pages.map((page) => add(PAGE_ROW * rem, section, page)),
  ]);
}

function useScrolled(box: React.RefObject<HTMLElement | null>) {
  const [view, setView] = useState({ top: 0, height: 600, rem: 16 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () =>
      setView({
        top: element.scrollTop,
        height: element.clientHeight,
        rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
      });
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    observer.observe(document.documentElement);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box]);
  return view;
}

type Props = {
  press: Press;
  sections: PageSection[];
  current: number;
  onPick: (page: number) => void;
  arrangement: PageArrangement | undefined;
  names: { ofPage: (page: PressPage) => string; ofSection: (section: PageSection) => string };
};

export function PageList({ press, sections, current, onPick, names, arrangement }: Props) {
  const { t } = useTranslation('claims');
  const box = useRef<HTMLElement>(null);
  const { top, height, rem } = useScrolled(box);
  const rows = useMemo(() => rowsOf(sections, rem), [sections, rem]);
  const last = rows.at(-1);
  useEffect(() => {
    const element = box.current;
    const row = rows.find(({ page }) => page?.number === current);
    if (!element || !row) return;
    const above = row.section.pages[0]?.number === current ? SECTION_ROW * rem : 0;
    if (row.top - above < element.scrollTop) element.scrollTop = row.top - above;
    else if (row.top + row.height > element.scrollTop + element.clientHeight)
      element.scrollTop = row.top + row.height - element.clientHeight;
  }, [rows, current, rem]);
  const seen = rows.filter((row) => row.top + row.height > top - SPARE && row.top < top + height + SPARE);
  const list = (
    <nav className="page-list" ref={box} aria-label={t('preview.pageList')}>
      <div className="page-list-all" style={{ height: last ? last.top + last.height : 0 }}>
        {seen.map(({ section, page, top: at, height: tall }) => (
          <div
            key={page ? page.number : `s${section.key}`}
            className="page-row"
            style={{ top: at, height: tall }}
          >
            {page ? (
              <PageRow
                press={press}
                page={page}
                name={names.ofPage(page)}
                current={page.number === current}
                onPick={() => onPick(page.number)}
                arrangement={arrangement}
              />
            ) : (
              <button
                type="button"
                className="page-section"
                onClick={() => onPick(section.pages[0]?.number ?? 1)}
              >
                {names.ofSection(section)}
              </button>
            )}
          </div>
        ))}
      </div>
    </nav>
  );
  const [dragged, setDragged] = useState('');
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    setDragged('');
    const [from, to] = [Number(active.data.current?.at ?? -1), Number(over?.data.current?.at ?? -1)];
    if (from >= 0 && to >= 0) void arrangement?.move(from, to);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      onDragStart={({ active }) => setDragged(String(active.data.current?.name ?? ''))}
      onDragCancel={() => setDragged('')}
      onDragEnd={onDragEnd}
    >
      {list}
      <DragOverlay dropAnimation={null}>
        {dragged ? <span className="page-dragged">{dragged}</span> : null}
      </DragOverlay>
    </DndContext>
  );
}
