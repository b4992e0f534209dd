// One person's data alone, as a vault of its own with a folder of originals: where to, how far, stop, and where it is.

import { FolderOpenOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Progress } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../shared/calls.ts';
import type { Language, Person } from '../../../shared/domain.ts';
import { call, inWindow, useCall } from '../../client.ts';
import { asFact, useExplain } from '../../shell/problem.tsx';
import { Field } from '../visits/field.tsx';

const PACE_MS = 400;

/** Kept outside the card: an export goes on while another screen is looked at. */
const going = new Map<string, string>();
/** What came of it, for whoever comes back to the card. */
const finished = new Map<string, CallOutput<'person.export'>>();

function useExport(person: Person) {
  const { i18n } = useTranslation();
  const explain = useExplain();
  const [dir, setDir] = useState<string | null>(going.get(person.id) ?? null);
  const [done, setDone] = useState<CallOutput<'person.export'> | null>(null);
  const [stopped, setStopped] = useState(false);
  const start = async (folder: string) => {
    setDone(null);
    setStopped(false);
    setDir(folder);
    going.set(person.id, folder);
    finished.delete(person.id);
    const language = i18n.language as Language;
    try {
      const told = await call('person.export', { id: person.id, dir: folder, language });
      finished.set(person.id, told);
      setDone(told);
    } catch (error) {
      if (asFact(error).code === 'cancelled') setStopped(true);
      else explain(error);
    } finally {
      going.delete(person.id);
      setDir(null);
    }
  };
  const stop = () => dir !== null && void call('person.export-cancel', { dir }).catch(explain);
  const over = useCallback(() => {
    setDir(null);
    setDone(finished.get(person.id) ?? null);
  }, [person.id]);
  return { dir, over, done, stopped, start, stop };
}

/** Ends by itself when the export is over, also one that was begun before this screen was left and opened again. */
function Running({ dir, stop, over }: { dir: string; stop: () => void; over: () => void }) {
  const { t } = useTranslation(['filings', 'common']);
  const { data, refetch } = useCall('person.export-state', { dir });
  useEffect(() => {
    const timer = setInterval(() => void refetch(), PACE_MS);
    return () => clearInterval(timer);
  }, [refetch]);
  const gone = data !== undefined && !data.running && data.total === 0 && !goingInto(dir);
  useEffect(() => {
    if (gone) over();
  }, [gone, over]);
  const percent = data && data.total > 0 ? Math.floor((100 * data.done) / data.total) : 0;
  return (
    <div className="export-running" role="status">
      <span>{t('filings:exportPerson.running')}</span>
      <Progress percent={percent} aria-label={t('filings:exportPerson.running')} />
      <Button onClick={stop}>{t('filings:exportPerson.stop')}</Button>
    </div>
  );
}

const goingInto = (dir: string): boolean => [...going.values()].includes(dir);

/** Letters that no system takes in the name of a folder give way. */
const folderName = (text: string): string => text.replace(/[\p{Cc}<>:"/\\|?*]/gu, '').trim();

function Target({ person, today, start }: { person: Person; today: string; start: (dir: string) => void }) {
  const { t } = useTranslation('filings');
  const explain = useExplain();
  const [typed, setTyped] = useState('');
  const choose = async () => {
    try {
      const { folder } = await call('dialog.choose-folder', {});
      if (folder === '') return;
      const inside = folderName(t('exportPerson.folder', { name: person.name, day: today }));
      setTyped(`${folder.replace(/[/\\]$/, '')}${folder.includes('\\') ? '\\' : '/'}${inside}`);
    } catch (error) {
      explain(error);
    }
  };
  return (
    <form
      className="export-target"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') start(typed.trim());
      }}
    >
      <Field label={t('exportPerson.where')} hint={t('exportPerson.whereHint')}>
        {(handed) => (
          <Input
            {...handed}
            value={typed}
            maxLength={4096}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
      </Field>
      {inWindow() && (
        <Button className="export-act" icon={<FolderOpenOutlined />} onClick={() => void choose()}>
          {t('exportPerson.choose')}
        </Button>
      )}
      <Button className="export-act" type="primary" htmlType="submit" disabled={typed.trim() === ''}>
        {t('exportPerson.button', { name: person.name })}
      </Button>
    </form>
  );
}

export function PersonExport({ person, today }: { person: Person; today: string }) {
  const { t } = useTranslation('filings');
  const { dir, over, done, stopped, start, stop } = useExport(person);
  return (
    <section className="card record-card" aria-label={t('exportPerson.title')}>
      <header>
        <h2>{t('exportPerson.title')}</h2>
        <span className="muted small">{t('exportPerson.why')}</span>
      </header>
      {dir === null ? (
        <Target person={person} today={today} start={(folder) => void start(folder)} />
      ) : (
        <Running dir={dir} stop={stop} over={over} />
      )}
      {done && (
        <Alert
          type="success"
          showIcon
          title={t('exportPerson.done', { scans: done.scans, visits: done.visits })}
          description={
            <>
              <p className="export-path">{done.dir}</p>
              <p>{t('exportPerson.doneHow')}</p>
            </>
          }
        />
      )}
      {stopped && <Alert type="info" showIcon title={t('exportPerson.stopped')} />}
    </section>
  );
}
