// What was taken out of its place: a picture, where it was and when it left, and a button that puts it back.

import { FileTextOutlined, RollbackOutlined } from '@ant-design/icons';
import { Button, Empty, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarDate } from '../../../shared/dates.ts';
import type { TrashEntry } from '../../../shared/trash-calls.ts';
import { call, useCall } from '../../client.ts';
import { FileFacts, SaveOriginal } from '../../papers/file-facts.tsx';
import { PageThumb } from '../../papers/page-thumb.tsx';
import { PageViewer } from '../../papers/page-viewer.tsx';
import { useToday } from '../../papers/today.ts';
import { useDay } from '../../shell/day.ts';
import { LinkButton } from '../../shell/link-button.tsx';
import { useTellAndRefresh } from '../../shell/tell.ts';
import { useTitle } from '../../shell/title.ts';
import { Trouble } from '../../shell/trouble.tsx';
import './trash.css';

type Restore = (entry: TrashEntry, to: 'origin' | 'inbox') => Promise<void>;

function useRestore(): Restore {
  const { t } = useTranslation('trash');
  const tell = useTellAndRefresh();
  return async (entry, to) => {
    const pages = entry.pages.map(({ page }) => page);
    const went = to === 'inbox' || ['inbox', 'unknown'].includes(entry.origin.kind) ? 'inbox' : 'origin';
    await tell(
      () => call('trash.restore', { scan: entry.scan.id, pages, to }),
      t(`did.${went}`, { file: entry.scan.fileName }),
    );
  };
}

export function TrashScreen() {
  const { t } = useTranslation('trash');
  const entries = useCall('trash.list', {});
  const [viewed, setViewed] = useState<{ entry: TrashEntry; position: number } | null>(null);
  const restore = useRestore();
  useTitle(t('title'));
  if (entries.error) return <Trouble error={entries.error} retry={() => void entries.refetch()} />;
  if (!entries.data) return <Skeleton active />;
  return (
    <div className="trash">
      <header className="screen-head">
        <h1>{t('title')}</h1>
        <span className="muted">
          {entries.data.length > 0 ? t('count', { count: entries.data.length }) : null}
        </span>
        <LinkButton className="trash-back" to="/inbox">
          {t('back')}
        </LinkButton>
      </header>
      {entries.data.length > 0 ? (
        <>
          <p className="muted">{t('why')}</p>
          <ul className="trash-list" aria-label={t('list')}>
            {entries.data.map((entry) => (
              <Entry
                key={`${entry.scan.id} ${entry.origin.placeId}`}
                entry={entry}
                restore={restore}
                onView={() => setViewed({ entry, position: 0 })}
              />
            ))}
          </ul>
        </>
      ) : (
        <Empty className="trash-empty" image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')}>
          <p className="muted">{t('emptyHint')}</p>
        </Empty>
      )}
      {viewed ? (
        <PageViewer
          title={viewed.entry.scan.fileName}
          pages={viewed.entry.pages}
          position={viewed.position}
          onMove={(position) => setViewed({ ...viewed, position })}
          onClose={() => setViewed(null)}
        />
      ) : null}
    </div>
  );
}

function Entry(props: { entry: TrashEntry; restore: Restore; onView: () => void }) {
  const { entry, restore, onView } = props;
  const { t } = useTranslation('trash');
  const { scan, pages, origin, removedAt } = entry;
  const day = useDay(useToday());
  const [first] = pages;
  const numbers = [...new Set(pages.map(({ page }) => page + 1))];
  const some = numbers.length < scan.pages.length;
  const toInboxOnly = origin.kind === 'inbox' || origin.kind === 'unknown';
  const label = origin.ownerRemoved ? (origin.visitId ? 'restoreVisit' : 'restorePaper') : 'restore';
  return (
    <li className="trash-entry">
      {first ? (
        <button
          type="button"
          className={`trash-picture${pages.length > 1 ? ' sheet-stack' : ''}`}
          onClick={onView}
          aria-label={t('enlarge', { file: scan.fileName })}
        >
          <PageThumb page={first} edge={160} alt="" />
        </button>
      ) : (
        <span className="trash-picture trash-file">
          <FileTextOutlined aria-hidden />
        </span>
      )}
      <div className="trash-facts">
        <strong className="trash-name">{scan.fileName}</strong>
        <span>
          <Origin entry={entry} />
        </span>
        <span className="small muted trash-small">
          {some ? <span>{t('pages', { pages: numbers.join('、') })}</span> : null}
          {removedAt ? <span>{t('removed', { day: day(calendarDate(new Date(removedAt))) })}</span> : null}
          <FileFacts scan={scan} />
        </span>
        <SaveOriginal scan={scan} />
      </div>
      <div className="trash-acts">
        <Button icon={<RollbackOutlined />} onClick={() => void restore(entry, 'origin')}>
          {t(label)}
        </Button>
        {toInboxOnly ? null : (
          <Button type="text" onClick={() => void restore(entry, 'inbox')}>
            {t('toInbox')}
          </Button>
        )}
      </div>
    </li>
  );
}

function Origin({ entry: { origin } }: { entry: TrashEntry }) {
  const { t } = useTranslation(['trash', 'domain']);
  const day = useDay(useToday());
  if (origin.kind === 'inbox') return t('trash:fromInbox');
  if (origin.kind === 'unknown') return t('trash:fromUnknown');
  const paper = origin.title || (origin.paperKind ? t(`domain:paper.${origin.paperKind}`) : '');
  const parts = [origin.personName, origin.date ? day(origin.date) : '', origin.hospital, paper];
  const place = t('trash:from', { place: parts.filter((part) => part !== '').join(' · ') });
  if (!origin.ownerRemoved) return place;
  return `${place} — ${t(origin.visitId ? 'trash:visitRemoved' : 'trash:paperRemoved')}`;
}
