// All papers of a visit: the demanded ones large, then the others; pages are dragged between them, files pasted into them.

import { PlusOutlined } from '@ant-design/icons';
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { Button, Dropdown, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Attachment,
  type Paper,
  type PaperKind,
  type PaperPage,
  paperKinds,
} from '../../../shared/domain.ts';
import type { Arrival } from '../../intake/queue-item.ts';
import { PageThumb } from '../../papers/page-thumb.tsx';
import { PaperSlot } from './paper-slot.tsx';
import { usePaste } from './paste-chooser.tsx';
import { usePageActions } from './use-page-actions.ts';
import './paper-slots.css';

type Props = {
  /** Each a list of kinds of which one is enough: a large slot. */
  demands: readonly PaperKind[][];
  papers: readonly Paper[];
  /** Files without pages to print. */
  attachments: readonly Attachment[];
  /** Nothing is red yet: the visit is only being begun. */
  calm: boolean;
  takeIn: (kind: PaperKind, arrivals: Arrival[]) => void;
  /** Asks the phone for pictures of this paper. */
  photograph: (kind: PaperKind) => void;
};
type Dragged = { paper: Paper; position: number };

const hasPages = (paper: Paper | undefined): paper is Paper => (paper?.pages.length ?? 0) > 0;
const paperOf = (papers: readonly Paper[], kind: PaperKind): Paper | undefined => {
  const ofKind = papers.filter((paper) => paper.kind === kind);
  return ofKind.find(hasPages) ?? ofKind[0];
};

function useDragging(onReorder: (paper: Paper, from: number, to: number) => void) {
  const actions = usePageActions();
  const [dragged, setDragged] = useState<PaperPage | null>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: sortableKeyboardCoordinates,
      // Enter shows a page; Space lifts it.
      keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] },
    }),
  );
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    const from = active.data.current as Dragged | undefined;
    const to = over?.data.current as (Partial<Dragged> & { kind?: PaperKind }) | undefined;
    if (!from || !to) return;
    if (to.paper?.id === from.paper.id) {
      if (to.position !== undefined) onReorder(from.paper, from.position, to.position);
      return;
    }
    const kind = to.paper?.kind ?? to.kind;
    if (kind && kind !== from.paper.kind) actions.moveTo(from.paper, from.position, kind);
  };
  return { sensors, dragged, setDragged, onDragEnd };
}

export function PaperSlots({ demands, papers, attachments, calm, takeIn, photograph }: Props) {
  const { t } = useTranslation(['visits', 'domain']);
  const actions = usePageActions();
  const { sensors, dragged, setDragged, onDragEnd } = useDragging(actions.reorder);
  const [chosen, setChosen] = useState<Record<string, PaperKind>>({});
  const [opened, setOpened] = useState<PaperKind[]>([]);
  const slots = demands.map((anyOf) => {
    const filled = anyOf.find((one) => hasPages(paperOf(papers, one)));
    const shown = chosen[anyOf.join()] ?? filled ?? anyOf[0] ?? 'other';
    return { anyOf, shown, filled };
  });
  const large = new Set(slots.map(({ shown }) => shown));
  const others = papers.filter((paper) => hasPages(paper) && !large.has(paper.kind));
  const unshown = (one: PaperKind) => !large.has(one) && !others.some((paper) => paper.kind === one);
  const fileKinds = attachments.map((file) => file.kind);
  const extra = [...new Set([...fileKinds, ...opened])].filter(unshown);
  const filesOf = (one: PaperKind) => attachments.filter((file) => file.kind === one);
  const openable = paperKinds.filter(
    (one) => !large.has(one) && (one === 'other' || !others.some((paper) => paper.kind === one)),
  );
  const pasteKinds = useMemo(() => [...new Set([...demands.flat(), 'other' as const])], [demands]);
  const pasteChooser = usePaste(pasteKinds, takeIn);
  const common = { actions, takeIn, photograph, calm };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={(args) => {
        const within = pointerWithin(args);
        // A page under the pointer counts before the slot around it.
        const pages = within.filter(({ id }) => !String(id).startsWith('slot:'));
        return pages.length > 0 ? pages : within.length > 0 ? within : closestCenter(args);
      }}
      onDragStart={({ active }) => {
        const from = active.data.current as Dragged | undefined;
        setDragged(from?.paper.pages[from.position] ?? null);
      }}
      onDragEnd={onDragEnd}
      onDragCancel={() => setDragged(null)}
    >
      <div className="slots">
        {slots.map(({ anyOf, shown, filled }) => (
          <PaperSlot
            key={anyOf.join()}
            kind={shown}
            paper={paperOf(papers, shown)}
            files={filesOf(shown)}
            demanded={filled === undefined}
            choice={
              anyOf.length > 1 ? (
                <Segmented
                  block
                  size="small"
                  value={shown}
                  aria-label={t('visits:oneIsEnough')}
                  options={anyOf.map((one) => ({ value: one, label: t(`domain:paper.${one}`) }))}
                  onChange={(one) => setChosen({ ...chosen, [anyOf.join()]: one as PaperKind })}
                />
              ) : null
            }
            {...common}
          />
        ))}
      </div>
      <div className="others">
        <h2>{t('visits:otherPapers')}</h2>
        <Dropdown
          trigger={['click']}
          menu={{
            style: { maxHeight: '60vh', overflowY: 'auto' },
            items: openable.map((one) => ({
              key: one,
              label: t(`domain:paper.${one}`),
              onClick: () => setOpened([...new Set([...opened, one])]),
            })),
          }}
        >
          <Button size="small" icon={<PlusOutlined />}>
            {t('visits:addPaper')}
          </Button>
        </Dropdown>
      </div>
      {others.length + extra.length > 0 ? (
        <div className="slots slots-other">
          {others.map((paper) => (
            <PaperSlot
              key={paper.id}
              kind={paper.kind}
              paper={paper}
              files={filesOf(paper.kind)}
              demanded={false}
              {...common}
            />
          ))}
          {extra.map((one) => (
            <PaperSlot
              key={one}
              kind={one}
              paper={undefined}
              files={filesOf(one)}
              demanded={false}
              {...(fileKinds.includes(one)
                ? {}
                : { onDiscard: () => setOpened(opened.filter((other) => other !== one)) })}
              {...common}
            />
          ))}
        </div>
      ) : null}
      <DragOverlay dropAnimation={null}>
        {dragged ? (
          <div className="strip-page strip-lifted">
            <PageThumb page={dragged} edge={72} alt="" />
          </div>
        ) : null}
      </DragOverlay>
      {pasteChooser}
    </DndContext>
  );
}
