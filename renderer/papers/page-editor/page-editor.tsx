// The page editor: the page as it came beside the page as it will be, with the tools to get there.

import {
  AimOutlined,
  BorderOuterOutlined,
  ClearOutlined,
  ColumnWidthOutlined,
  ExpandOutlined,
  RotateLeftOutlined,
  RotateRightOutlined,
  SwapOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperPage } from '../../../shared/domain.ts';
import { call, useCall } from '../../client.ts';
import { useExplain } from '../../shell/problem.tsx';
import { UnsavedGuard } from '../../shell/unsaved.tsx';
import { EditResult } from './edit-result.tsx';
import { EditStage } from './edit-stage.tsx';
import {
  chooseTool,
  isChanged,
  mirrorDraft,
  openDraft,
  type PageDraft,
  type PageVersion,
  placeCorners,
  resetDraft,
  togglePaper,
  turnDraft,
  versionsOf,
} from './page-draft.ts';
import { useAskBeforeClosing } from './use-ask-before-closing.ts';
import { useEditorKeys } from './use-editor-keys.ts';
import './page-editor.css';

type Props = {
  title: string;
  page: PaperPage;
  onSave: (versions: PageVersion[]) => void;
  onClose: () => void;
};

/** From this confidence up found corners are worth showing. */
const WORTH_SHOWING = 0.5;
type Notice = 'found' | 'notFound' | 'finding' | 'notUsable' | null;

const always = () => true;

export function PageEditor({ title, page, onSave, onClose }: Props) {
  const { t } = useTranslation(['pageEdit', 'visits']);
  const [draft, setDraft] = useState(() => openDraft(page));
  const [notice, setNotice] = useState<Notice>(null);
  const isPdf = useCall('scan.get', { id: page.scan }).data?.scan.mediaType === 'application/pdf';
  const sides = useRef<HTMLDivElement>(null);
  const versions = versionsOf(draft);
  const changed = isChanged(draft, page);
  const change = (next: (draft: PageDraft) => PageDraft) => {
    setNotice(null);
    setDraft(next);
  };
  const save = () => {
    if (changed) onSave(versions);
  };
  const close = useAskBeforeClosing(changed, onClose);
  useEditorKeys({
    turn: (degrees) => change((now) => turnDraft(now, degrees)),
    mirror: () => change(mirrorDraft),
    use: save,
  });
  return (
    <Modal
      open
      className="page-edit"
      width="calc(100vw - 2rem)"
      style={{ top: '1rem', paddingBottom: 0, maxWidth: 'none' }}
      title={`${t('pageEdit:title')} · ${title}`}
      onCancel={close}
      // Not on the closing cross, where Enter would throw away what it should keep.
      afterOpenChange={(isOpen) => isOpen && sides.current?.focus({ preventScroll: true })}
      mask={{ closable: !changed }}
      footer={
        <>
          <span className="page-edit-keys small muted">{t('pageEdit:keys')}</span>
          <Button onClick={close}>{t('pageEdit:cancel')}</Button>
          <Button type="primary" disabled={!changed} onClick={save}>
            {t('pageEdit:save')}
          </Button>
        </>
      }
    >
      {changed ? <UnsavedGuard dirty={always} /> : null}
      <EditTools
        page={page}
        draft={draft}
        change={change}
        setNotice={setNotice}
        busy={notice === 'finding'}
      />
      <p className="page-edit-hint" role="status">
        {t(`pageEdit:${notice ?? hintOf(draft)}`)}
        {isPdf ? <span className="page-edit-pdf"> {t('pageEdit:pdf')}</span> : null}
      </p>
      <div className="page-edit-sides" ref={sides} tabIndex={-1}>
        <section className="page-edit-side" aria-label={t('pageEdit:before')}>
          <h3>{t('pageEdit:before')}</h3>
          <div className="page-edit-stage">
            <EditStage page={page} draft={draft} change={change} />
          </div>
        </section>
        <section className="page-edit-side" aria-label={t('pageEdit:after')}>
          <h3>{t('pageEdit:after')}</h3>
          <div className="page-edit-stage page-edit-results">
            {versions.map((version, at) => (
              <EditResult
                // biome-ignore lint/suspicious/noArrayIndexKey: first and second page, whatever they show
                key={at}
                page={page}
                version={version}
                alt={t(
                  versions.length === 1
                    ? 'pageEdit:after'
                    : at === 0
                      ? 'pageEdit:afterLeft'
                      : 'pageEdit:afterRight',
                )}
              />
            ))}
          </div>
        </section>
      </div>
    </Modal>
  );
}

function hintOf({ tool, split }: PageDraft) {
  if (tool === 'straight') return 'hintStraight';
  if (tool === 'crop') return 'hintCrop';
  return split ? 'hintSplit' : 'hintNone';
}

type ToolsProps = {
  page: PaperPage;
  draft: PageDraft;
  change: (next: (draft: PageDraft) => PageDraft) => void;
  setNotice: (notice: Notice) => void;
  busy: boolean;
};

function EditTools({ page, draft, change, setNotice, busy }: ToolsProps) {
  const { t } = useTranslation(['pageEdit', 'visits']);
  const explain = useExplain();
  const find = async () => {
    setNotice('finding');
    try {
      const { corners, confidence } = await call('page.corners', { scan: page.scan, page: page.page });
      const good = corners !== null && confidence >= WORTH_SHOWING;
      change((now) =>
        good
          ? placeCorners({ ...now, tool: 'straight' }, corners)
          : now.tool === 'straight'
            ? now
            : chooseTool(now, 'straight'),
      );
      setNotice(good ? 'found' : 'notFound');
    } catch (error) {
      setNotice(null);
      explain(error);
    }
  };
  const split = (now: PageDraft): PageDraft => ({
    ...now,
    split: !now.split,
    edit: { ...now.edit, half: null },
  });
  const tool = (name: string, icon: ReactNode, act: () => void, pressed?: boolean) => (
    <Button
      key={name}
      icon={icon}
      onClick={act}
      {...(pressed === undefined
        ? {}
        : { 'aria-pressed': pressed, type: pressed ? ('primary' as const) : ('default' as const) })}
    >
      {name}
    </Button>
  );
  return (
    <div className="page-edit-tools" role="toolbar" aria-label={t('pageEdit:tools')}>
      <Button type="primary" ghost icon={<AimOutlined />} loading={busy} onClick={() => void find()}>
        {t('pageEdit:find')}
      </Button>
      {tool(
        t('pageEdit:straight'),
        <ExpandOutlined />,
        () => change((now) => chooseTool(now, 'straight')),
        draft.tool === 'straight',
      )}
      {tool(
        t('pageEdit:crop'),
        <BorderOuterOutlined />,
        () => change((now) => chooseTool(now, 'crop')),
        draft.tool === 'crop',
      )}
      {tool(
        t('pageEdit:paper'),
        <ClearOutlined />,
        () => change(togglePaper),
        draft.edit.enhance === 'paper',
      )}
      {tool(t('visits:turnLeft'), <RotateLeftOutlined />, () => change((now) => turnDraft(now, -90)))}
      {tool(t('visits:turnRight'), <RotateRightOutlined />, () => change((now) => turnDraft(now, 90)))}
      {tool(t('pageEdit:mirror'), <SwapOutlined />, () => change(mirrorDraft), draft.edit.mirrored)}
      {tool(t('pageEdit:split'), <ColumnWidthOutlined />, () => change(split), draft.split)}
      {tool(t('pageEdit:reset'), <UndoOutlined />, () => change(resetDraft))}
    </div>
  );
}
