// Beside the pictures: the focused one large, the visit they belong to, and the papers to give them to.

import { DeleteOutlined, EditOutlined, ZoomInOutlined } from '@ant-design/icons';
import { useDroppable } from '@dnd-kit/core';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { VisitSummary } from '../../../shared/calls.ts';
import { type InboxItem, type PaperKind, paperKinds } from '../../../shared/domain.ts';
import { FileFacts, SaveOriginal } from '../../papers/file-facts.tsx';
import type { TurnStep } from '../../papers/page-changes.ts';
import { PageHintsOf } from '../../papers/page-hints.tsx';
import { PageThumb } from '../../papers/page-thumb.tsx';
import { searchVisits, useVisitOptions } from '../../papers/visit-options.ts';
import type { Sorting } from './inbox-screen.tsx';
import { digitKinds } from './selection.ts';

const MORE: readonly PaperKind[] = paperKinds.filter((kind) => !digitKinds.includes(kind));

function VisitChooser({ sorting }: { sorting: Sorting }) {
  const { t } = useTranslation('inbox');
  const navigate = useNavigate();
  const options = useVisitOptions();
  return (
    <div className="inbox-visit">
      <label htmlFor="inbox-visit">{t('whichVisit')}</label>
      <Select
        id="inbox-visit"
        showSearch={searchVisits}
        placeholder={t('chooseVisit')}
        value={sorting.visit?.id ?? null}
        options={options}
        notFoundContent={t('noVisits')}
        onChange={(id: string) => sorting.setVisitId(id)}
      />
      <Button size="small" type="link" onClick={() => navigate('/visits/new')}>
        {t('newVisit')}
      </Button>
    </div>
  );
}

function Target(props: {
  kind: PaperKind;
  digit: number;
  visit: VisitSummary | undefined;
  onAssign: () => void;
}) {
  const { kind, digit, visit, onAssign } = props;
  const { t } = useTranslation(['inbox', 'domain', 'common']);
  const { setNodeRef, isOver } = useDroppable({ id: `paper:${kind}`, data: { kind } });
  const paper = visit?.papers.find((one) => one.kind === kind && one.pageCount > 0);
  const demanded = visit ? visit.missing.some((kinds) => kinds.includes(kind)) : false;
  return (
    <button
      ref={setNodeRef}
      type="button"
      disabled={!visit}
      className={`target${demanded ? ' target-missing' : ''}${isOver && visit ? ' target-over' : ''}`}
      onClick={onAssign}
    >
      <kbd>{digit}</kbd>
      <span className="target-page">
        {paper?.first ? <PageThumb page={paper.first} edge={64} alt="" /> : null}
      </span>
      <span>{t(`domain:paper.${kind}`)}</span>
      <span className="small target-state">
        {!visit
          ? ''
          : paper
            ? t('common:pages', { count: paper.pageCount })
            : demanded
              ? t('inbox:lacking')
              : ''}
      </span>
    </button>
  );
}

type Turning = (item: InboxItem, position: number, degrees: TurnStep) => void;

/** Of a long file the first pages: its others are looked at in the large view. */
const HINTED_PAGES = 12;

/** What was seen on every page, where the keyboard reaches it. */
function FocusedHints({ item, onTurn }: { item: InboxItem; onTurn: Turning }) {
  const several = item.pages.length > 1;
  return (
    <div className="inbox-hints">
      {item.pages.slice(0, HINTED_PAGES).map((page, at) => (
        <PageHintsOf
          // biome-ignore lint/suspicious/noArrayIndexKey: a page of the item is its place
          key={`${item.id} ${at}`}
          page={page}
          onTurn={(degrees) => onTurn(item, at, degrees)}
          {...(several ? { number: at + 1 } : {})}
        />
      ))}
    </div>
  );
}

export function InboxSide(props: {
  sorting: Sorting;
  focused: InboxItem | undefined;
  onEnlarge: () => void;
  onEdit: () => void;
  onTurn: Turning;
}) {
  const { sorting, focused, onEnlarge, onEdit, onTurn } = props;
  const { t } = useTranslation(['inbox', 'domain', 'pageEdit']);
  const { visit, chosen, assign, remove } = sorting;
  const needed = visit ? visit.demands.flat() : [];
  const more = MORE.toSorted((a, b) => Number(needed.includes(b)) - Number(needed.includes(a)));
  return (
    <aside className="inbox-side" aria-label={t('inbox:side')}>
      {focused?.pages[0] ? (
        <button
          type="button"
          className="inbox-preview"
          onClick={onEnlarge}
          aria-label={t('inbox:enlarge', { file: focused.scan.fileName })}
        >
          <PageThumb page={focused.pages[0]} edge={640} alt="" />
          <ZoomInOutlined aria-hidden />
        </button>
      ) : null}
      {focused ? (
        <div className="inbox-facts">
          <FileFacts scan={focused.scan} />
          {focused.pages.length > 0 ? (
            <Button size="small" icon={<EditOutlined />} onClick={onEdit}>
              {t('pageEdit:open')}
            </Button>
          ) : (
            <SaveOriginal scan={focused.scan} />
          )}
        </div>
      ) : null}
      {focused ? <FocusedHints item={focused} onTurn={onTurn} /> : null}
      <VisitChooser sorting={sorting} />
      <p className="small muted" aria-live="polite">
        {visit ? t('inbox:giveTo', { count: chosen.length }) : t('inbox:firstVisit')}
      </p>
      <div className="targets">
        {digitKinds.map((kind, index) => (
          <Target
            key={kind}
            kind={kind}
            digit={index + 1}
            visit={visit}
            onAssign={() => void assign(kind, chosen.length > 0 ? chosen : focused ? [focused.id] : [])}
          />
        ))}
      </div>
      <div className="inbox-more">
        {visit && chosen.length > 0 ? (
          <Select
            size="small"
            className="inbox-more-kind"
            aria-label={t('inbox:moreKinds')}
            placeholder={t('inbox:moreKinds')}
            value={null}
            options={more.map((kind) => ({ value: kind, label: t(`domain:paper.${kind}`) }))}
            onChange={(kind: PaperKind | null) => kind && void assign(kind)}
          />
        ) : null}
        <Button
          size="small"
          icon={<DeleteOutlined />}
          disabled={chosen.length === 0}
          onClick={() => void remove()}
        >
          {t('inbox:remove')}
        </Button>
      </div>
    </aside>
  );
}
