// A large sheet for one paper: drop, paste or browse into it; turn, reorder, move and remove its pages.

import { MobileOutlined } from '@ant-design/icons';
import { useDroppable } from '@dnd-kit/core';
import { Button, Input } from 'antd';
import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment, Paper, PaperKind, PaperPage } from '../../../shared/domain.ts';
import { browseFiles } from '../../intake/browse.ts';
import { carriesFiles, gatherDrop } from '../../intake/gather.ts';
import type { Arrival } from '../../intake/queue-item.ts';
import { UnlockedNote } from '../../papers/file-facts.tsx';
import { type Chosen, chosenNow, placeNow } from '../../papers/page-changes.ts';
import { PageEditor } from '../../papers/page-editor/page-editor.tsx';
import { PageHintsOf } from '../../papers/page-hints.tsx';
import { PageThumb } from '../../papers/page-thumb.tsx';
import { PageViewer } from '../../papers/page-viewer.tsx';
import { useExplain } from '../../shell/problem.tsx';
import { MovePages } from './move-pages.tsx';
import { PageStrip } from './page-strip.tsx';
import { SlotFiles } from './slot-files.tsx';
import { SlotTools } from './slot-tools.tsx';
import type { PageActions } from './use-page-actions.ts';

export type SlotProps = {
  kind: PaperKind;
  paper: Paper | undefined;
  /** Files without pages that stand beside the paper. */
  files: readonly Attachment[];
  /** Red while it is missing; a paper that is not demanded is never red. */
  demanded: boolean;
  calm: boolean;
  actions: PageActions;
  takeIn: (kind: PaperKind, arrivals: Arrival[]) => void;
  /** Asks the phone for pictures of this paper. */
  photograph: (kind: PaperKind) => void;
  /** A choice of kinds when one of several is enough. */
  choice?: ReactNode;
  onDiscard?: () => void;
};

const sheetName = (kind: PaperKind, paper: Paper | undefined, name: string): string =>
  kind === 'other' && paper?.title ? paper.title : name;

export function PaperSlot(props: SlotProps) {
  const { kind, paper, demanded, calm, takeIn, choice } = props;
  const { t } = useTranslation(['visits', 'domain', 'common', 'phone']);
  const explain = useExplain();
  const [over, setOver] = useState(false);
  const droppable = useDroppable({ id: `slot:${kind}:${paper?.id ?? ''}`, data: { kind, paper } });
  const name = sheetName(kind, paper, t(`domain:paper.${kind}`));
  const count = paper?.pages.length ?? 0;
  const onDragOver = (event: DragEvent) => {
    if (!carriesFiles(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    if (!carriesFiles(event.dataTransfer)) return;
    event.preventDefault();
    gatherDrop(event.dataTransfer).then((arrivals) => takeIn(kind, arrivals), explain);
  };
  const browse = () => browseFiles().then((arrivals) => takeIn(kind, arrivals), explain);
  const lacking = demanded && count === 0;
  const missing = lacking && !calm;
  return (
    <section
      ref={droppable.setNodeRef}
      className={`slot${missing ? ' slot-missing' : ''}${over || droppable.isOver ? ' slot-over' : ''}`}
      aria-label={name}
      data-takes-files
      data-slot={kind}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: pasting goes to the slot that has the focus
      tabIndex={0}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <header className="slot-head">
        <h2>{name}</h2>
        {count === 0 ? (
          <span className={missing ? 'slot-lack' : 'muted'}>
            {t(lacking ? 'visits:lacking' : 'visits:notNeeded')}
          </span>
        ) : (
          <span className="muted slot-count">{t('common:pages', { count })}</span>
        )}
      </header>
      {choice}
      {paper && count > 0 ? (
        <FilledSheet {...props} paper={paper} name={name} browse={browse} />
      ) : (
        <div className="sheet sheet-empty">
          <strong>{t('visits:dropHere', { paper: name })}</strong>
          <span className="muted small">{t('visits:orPaste')}</span>
          <Button {...(missing ? { type: 'primary' as const } : {})} onClick={browse}>
            {t('visits:browse')}
          </Button>
          <Button icon={<MobileOutlined />} onClick={() => props.photograph(kind)}>
            {t('phone:button')}
          </Button>
          {props.onDiscard ? (
            <Button size="small" type="text" onClick={props.onDiscard}>
              {t('visits:discardSlot')}
            </Button>
          ) : null}
        </div>
      )}
      <SlotFiles files={props.files} />
    </section>
  );
}

type Opened = { page: PaperPage; position: number; title: string };
type FilledProps = SlotProps & { paper: Paper; name: string; browse: () => void };

function FilledSheet({ kind, paper, name, actions, browse, photograph }: FilledProps) {
  const { t } = useTranslation(['visits', 'domain']);
  const [chosen, setChosen] = useState<Chosen>({ page: undefined, position: 0 });
  const [viewing, setViewing] = useState(false);
  const explain = useExplain();
  // As it was when its dialog was opened: pages may come and go under it, and others must not be meant.
  const [edited, setEdited] = useState<Opened | null>(null);
  const [moved, setMoved] = useState<Paper | null>(null);
  const position = chosenNow(paper.pages, chosen);
  const choose = (at: number) => setChosen({ page: paper.pages[at], position: at });
  const page = paper.pages[position];
  if (!page) return null;
  const title = t('visits:pageOfPaper', { paper: name, page: position + 1 });
  const edit = () => setEdited({ page, position, title });
  const act = (work: () => void) => {
    try {
      work();
    } catch (error) {
      explain(error);
    }
  };
  const reorder = (from: number, to: number) => {
    if (to < 0 || to >= paper.pages.length) return;
    actions.reorder(paper, from, to);
    // The page that was moved stays in sight, also while the new order is on its way.
    setChosen({ page: paper.pages[from], position: to });
  };
  return (
    <>
      <button
        type="button"
        className={`sheet sheet-filled${paper.pages.length > 1 ? ' sheet-stack' : ''}`}
        onClick={() => setViewing(true)}
        aria-label={t('visits:enlarge', { page: title })}
      >
        <PageThumb page={page} edge={520} alt="" />
      </button>
      <PageHintsOf page={page} onTurn={(degrees) => actions.turn(paper, position, degrees)} />
      <UnlockedNote page={page} />
      {paper.pages.length > 1 ? (
        <PageStrip
          paper={paper}
          name={name}
          position={position}
          onChoose={choose}
          onReorder={reorder}
          actions={actions}
        />
      ) : null}
      <SlotTools
        {...{ kind, paper, position, actions, browse, photograph, reorder }}
        onEdit={edit}
        onMoveAway={() => setMoved(paper)}
      />
      {kind === 'other' ? (
        <Input
          key={paper.title}
          size="small"
          defaultValue={paper.title}
          maxLength={200}
          aria-label={t('visits:paperTitle')}
          placeholder={t('visits:paperTitle')}
          onBlur={(event) =>
            event.target.value.trim() !== paper.title &&
            actions.describe(paper, { title: event.target.value.trim() })
          }
        />
      ) : null}
      {viewing ? (
        <PageViewer
          title={name}
          pages={paper.pages}
          position={position}
          onMove={choose}
          onClose={() => setViewing(false)}
          onTurn={(at, degrees) => actions.turn(paper, at, degrees)}
          onEdit={() => {
            setViewing(false);
            edit();
          }}
        />
      ) : null}
      {moved ? (
        <MovePages
          paper={moved}
          name={name}
          position={position}
          onClose={() => setMoved(null)}
          onMove={(positions, target) => {
            setMoved(null);
            act(() => actions.moveAway(paper, placesNow(paper, moved, positions), target));
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
            act(() => actions.edit(paper, placeNow(paper.pages, edited.page, edited.position), versions));
          }}
        />
      ) : null}
    </>
  );
}

const placesNow = ({ pages }: Paper, before: Paper, positions: readonly number[]): number[] =>
  before.pages.flatMap((page, at) => (positions.includes(at) ? placeNow(pages, page, at) : []));
