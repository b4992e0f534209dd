// Scans that wait to be sorted: choose some, choose the visit, say which paper they are.

import { DeleteOutlined, FolderOpenOutlined, MobileOutlined, PlusOutlined } from '@ant-design/icons';
import {
  DndContext,
  type DragEndEvent,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { Button, Empty, Skeleton } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxItem, PaperKind, PaperPage } from '../../../shared/domain.ts';
import { call, showAhead, shownNow, useCall } from '../../client.ts';
import { browseFiles, browseFolder } from '../../intake/browse.ts';
import { takeIn } from '../../intake/runner.ts';
import { didOf, placeNow, type TurnStep, turnPage, withVersions } from '../../papers/page-changes.ts';
import type { PageVersion } from '../../papers/page-editor/page-draft.ts';
import { PageEditor } from '../../papers/page-editor/page-editor.tsx';
import { PageViewer } from '../../papers/page-viewer.tsx';
import { askPhone } from '../../phone/phone-wish.ts';
import { LinkButton } from '../../shell/link-button.tsx';
import { useExplain } from '../../shell/problem.tsx';
import { useTellAndRefresh } from '../../shell/tell.ts';
import { isTyping } from '../../shell/undo.tsx';
import { InboxGrid } from './inbox-grid.tsx';
import { InboxSide } from './inbox-side.tsx';
import { acted, choose, digitKinds, nextAfter, nothingChosen, type Selection } from './selection.ts';
import './inbox.css';

function useSorting(items: readonly InboxItem[]) {
  const { t } = useTranslation(['inbox', 'domain']);
  const tell = useTellAndRefresh();
  const order = useMemo(() => items.map(({ id }) => id), [items]);
  const [selection, setSelection] = useState<Selection>(nothingChosen);
  const [visitId, setVisitId] = useState<string | null>(null);
  const visits = useCall('visit.list', {}).data;
  const visit = visits?.find(({ id }) => id === visitId);
  const chosen = acted(order, selection);
  const goOn = <A,>(ids: string[], answer: A): A => {
    setSelection(nextAfter(order, ids));
    return answer;
  };
  const assign = async (kind: PaperKind, ids = chosen) => {
    if (!visit || ids.length === 0) return;
    await tell(
      async () => goOn(ids, await call('inbox.assign', { ids, visitId: visit.id, kind })),
      t('inbox:did.assign', { count: ids.length, paper: t(`domain:paper.${kind}`) }),
    );
  };
  const remove = async (ids = chosen) => {
    if (ids.length === 0) return;
    await tell(
      async () => goOn(ids, await call('inbox.remove', { ids })),
      t('inbox:did.remove', { count: ids.length }),
    );
  };
  return { order, selection, setSelection, chosen, visit, setVisitId, assign, remove };
}

/** As it was when the editor was opened: what waits may change under it, and another page must not be meant. */
type Edited = { id: string; title: string; page: PaperPage; position: number };

const showAtOnce = (id: string, pages: PaperPage[]): void =>
  showAhead('inbox.list', {}, (items) => items.map((item) => (item.id === id ? { ...item, pages } : item)));

/** Turning and tidying pages that still wait; what was done goes along into the paper. */
function usePageWork() {
  const { t } = useTranslation(['visits', 'pageEdit']);
  const tell = useTellAndRefresh();
  const setPages = (text: string, id: string, pages: PaperPage[]) =>
    tell(() => call('inbox.set-pages', { id, pages }), text);
  return {
    /** Two quick presses both count: the second turns what the first has made, whose answer may still be on its way. */
    turn: ({ id, pages }: InboxItem, position: number, degrees: TurnStep) => {
      const now = shownNow('inbox.list', {})?.find((item) => item.id === id)?.pages ?? pages;
      const turned = turnPage(now, position, degrees);
      showAtOnce(id, turned);
      return setPages(t('visits:did.turn'), id, turned);
    },
    /** `pages` as they are now. */
    edit: ({ id, page, position }: Edited, pages: readonly PaperPage[], versions: PageVersion[]) =>
      tell(
        async () =>
          call('inbox.set-pages', {
            id,
            pages: withVersions(pages, placeNow(pages, page, position), versions),
          }),
        t(`pageEdit:did.${didOf(versions)}`),
      ),
  };
}

type Sorting = ReturnType<typeof useSorting>;

/** Digits assign, Delete removes, Ctrl+A chooses all; wherever the focus is, but not while typing. */
function useKeys(sorting: Sorting): void {
  const latest = useRef(sorting);
  latest.current = sorting;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { order, assign, remove, setSelection, visit } = latest.current;
      if (isTyping(event.target) || event.altKey || document.querySelector('.ant-modal-wrap')) return;
      const kind = digitKinds[Number(event.key) - 1];
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a')
        setSelection((now) => ({ ...now, chosen: new Set(order) }));
      else if (event.ctrlKey || event.metaKey) return;
      else if (event.key === 'Delete') void remove();
      else if (/^[1-9]$/.test(event.key) && kind && visit) void assign(kind);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

export function InboxScreen() {
  const { t } = useTranslation(['inbox', 'phone']);
  const items = useCall('inbox.list', {}).data;
  const explain = useExplain();
  const browse = () => browseFiles().then((arrivals) => takeIn(arrivals, null), explain);
  const openFolder = () => browseFolder().then((arrivals) => takeIn(arrivals, null), explain);
  if (!items) return <Skeleton active />;
  return (
    <div className="inbox">
      <header className="screen-head">
        <h1>{t('title')}</h1>
        <span className="muted">{items.length > 0 ? t('waiting', { count: items.length }) : null}</span>
        <span className="inbox-ways">
          <LinkButton type="text" icon={<DeleteOutlined />} to="/inbox/removed">
            {t('removed')}
          </LinkButton>
          <Button icon={<MobileOutlined />} onClick={() => askPhone(null)}>
            {t('phone:button')}
          </Button>
          <Button icon={<FolderOpenOutlined />} onClick={openFolder}>
            {t('addFolder')}
          </Button>
          <Button icon={<PlusOutlined />} onClick={browse}>
            {t('add')}
          </Button>
        </span>
      </header>
      {items.length > 0 ? (
        <Sorter items={items} />
      ) : (
        <div className="inbox-empty">
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')}>
            <p className="muted">{t('emptyHint')}</p>
            <Button type="primary" onClick={browse}>
              {t('add')}
            </Button>
          </Empty>
        </div>
      )}
    </div>
  );
}

function Sorter({ items }: { items: readonly InboxItem[] }) {
  const sorting = useSorting(items);
  useKeys(sorting);
  const { order, selection, setSelection, chosen, assign } = sorting;
  const [page, setPage] = useState<number | null>(null);
  const [edited, setEdited] = useState<Edited | null>(null);
  const work = usePageWork();
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const focused = items.find(({ id }) => id === selection.focused) ?? items[0];
  const edit = (position: number) => {
    const page = focused?.pages[position];
    if (page) setEdited({ id: focused.id, title: focused.scan.fileName, page, position });
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const kind = over?.data.current?.kind as PaperKind | undefined;
    if (!kind) return;
    const id = String(active.id);
    // Dragging one of the chosen takes all of them along.
    void assign(kind, chosen.includes(id) ? chosen : [id]);
  };
  return (
    <DndContext sensors={sensors} collisionDetection={pointerWithin} onDragEnd={onDragEnd}>
      <div className="inbox-work">
        <InboxGrid
          items={items}
          selection={selection}
          onChoose={(id, keys) => setSelection((now) => choose(order, now, id, keys))}
          onOpen={() => setPage(0)}
          onTurn={(item, degrees) => void work.turn(item, 0, degrees)}
        />
        <InboxSide
          sorting={sorting}
          focused={focused}
          onEnlarge={() => setPage(0)}
          onEdit={() => edit(0)}
          onTurn={(item, position, degrees) => void work.turn(item, position, degrees)}
        />
      </div>
      {page !== null && focused ? (
        <PageViewer
          title={focused.scan.fileName}
          pages={focused.pages}
          position={page}
          onMove={setPage}
          onClose={() => setPage(null)}
          onTurn={(position, degrees) => void work.turn(focused, position, degrees)}
          onEdit={(position) => {
            setPage(null);
            edit(position);
          }}
        />
      ) : null}
      {edited ? (
        <PageEditor
          title={edited.title}
          page={edited.page}
          onClose={() => setEdited(null)}
          onSave={(versions) => {
            setEdited(null);
            void work.edit(edited, items.find(({ id }) => id === edited.id)?.pages ?? [], versions);
          }}
        />
      ) : null}
    </DndContext>
  );
}

export type { Sorting };
