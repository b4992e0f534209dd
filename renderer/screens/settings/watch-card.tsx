// The folder a scanner writes into: choose it, turn it on and off, see what came last.

import { Button, Checkbox, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, type ProblemCode } from '../../../shared/problems.ts';
import type { WatchArrival, WatchState } from '../../../shared/ways-in-calls.ts';
import { call, inWindow, queryClient, useCall } from '../../client.ts';
import { asFact, useExplain, useProblemWords } from '../../shell/problem.tsx';

const SHOWN = 8;
const PACE_MS = 3_000;

type Fact = NonNullable<WatchState['problem']>;

function useFactWords() {
  const inWords = useProblemWords();
  return ({ code, params }: Fact) => {
    const { sentence, remedy } = inWords(asFact(new Problem(code as ProblemCode, params)));
    return `${sentence} ${remedy}`;
  };
}

function Arrival({ arrival }: { arrival: WatchArrival }) {
  const { t, i18n } = useTranslation('watch');
  const inWords = useFactWords();
  const at = new Date(arrival.at).toLocaleString(i18n.language, { dateStyle: 'short', timeStyle: 'short' });
  return (
    <li className={`watch-${arrival.outcome}`}>
      <span className="watch-file">{arrival.file}</span>
      <span className="watch-outcome">{t(`outcome.${arrival.outcome}`)}</span>
      <span className="muted small">{at}</span>
      {arrival.problem ? <p className="small">{inWords(arrival.problem)}</p> : null}
    </li>
  );
}

function Arrivals({ state }: { state: WatchState }) {
  const { t } = useTranslation('watch');
  const inWords = useFactWords();
  return (
    <div className="watch-news" aria-live="polite">
      {state.problem ? <p className="watch-trouble">{inWords(state.problem)}</p> : null}
      {state.waiting > 0 ? <p className="muted">{t('waiting', { count: state.waiting })}</p> : null}
      {state.refused > 0 ? <p className="watch-trouble">{t('refused', { count: state.refused })}</p> : null}
      {state.arrivals.length > 0 ? (
        <>
          <h3>{t('latest')}</h3>
          <ul className="watch-list">
            {state.arrivals.slice(0, SHOWN).map((arrival) => (
              <Arrival key={`${arrival.file} ${arrival.at}`} arrival={arrival} />
            ))}
          </ul>
        </>
      ) : (
        <p className="muted">{t('none')}</p>
      )}
    </div>
  );
}

type ChooserProps = {
  folder: string;
  onStart: (folder: string, existing: boolean) => void;
  onKeep?: () => void;
};

function FolderChooser({ folder: before, onStart, onKeep }: ChooserProps) {
  const { t } = useTranslation('watch');
  const explain = useExplain();
  const [folder, setFolder] = useState(before);
  const [existing, setExisting] = useState(false);
  const choose = async () => {
    try {
      const chosen = await call('dialog.choose-folder', {});
      if (chosen.folder !== '') setFolder(chosen.folder);
    } catch (error) {
      explain(error);
    }
  };
  return (
    <form
      className="watch-form"
      onSubmit={(event) => {
        event.preventDefault();
        onStart(folder, existing);
      }}
    >
      <div className="watch-path">
        <Input
          value={folder}
          aria-label={t('folder')}
          placeholder={t('typeHint')}
          onChange={(event) => setFolder(event.target.value)}
        />
        {inWindow() ? <Button onClick={() => void choose()}>{t('choose')}</Button> : null}
      </div>
      <Checkbox checked={existing} onChange={(event) => setExisting(event.target.checked)}>
        {t('existing')}
      </Checkbox>
      <div className="watch-acts">
        <Button type="primary" htmlType="submit" disabled={folder.trim() === ''}>
          {t('start')}
        </Button>
        {onKeep ? <Button onClick={onKeep}>{t('keep')}</Button> : null}
      </div>
    </form>
  );
}

/** Files come by themselves: while the card is open it asks again. */
function useWatch(): WatchState | undefined {
  const state = useCall('watch.get', {}).data;
  useEffect(() => {
    const timer = setInterval(() => void queryClient.invalidateQueries({ queryKey: ['watch.get'] }), PACE_MS);
    return () => clearInterval(timer);
  }, []);
  return state;
}

export function WatchCard({ writable }: { writable: boolean }) {
  const { t } = useTranslation('watch');
  const explain = useExplain();
  const state = useWatch();
  const [changing, setChanging] = useState(false);
  if (!state || !writable) return null;
  const set = async (folder: string, on: boolean, existing: 'take' | 'leave') => {
    try {
      await call('watch.set', { folder, on, existing });
      setChanging(false);
    } catch (error) {
      explain(error);
    } finally {
      await queryClient.invalidateQueries();
    }
  };
  const start = (folder: string, existing: boolean) => void set(folder, true, existing ? 'take' : 'leave');
  return (
    <section className="card">
      <h2>{t('title')}</h2>
      <p className="muted">{t('why')}</p>
      {state.on ? (
        <div className="setting">
          <div>
            <div className="watch-on">{t('on')}</div>
            <div className="vault-path">{state.folder}</div>
          </div>
          <div className="watch-acts">
            <Button onClick={() => setChanging(true)}>{t('change')}</Button>
            <Button onClick={() => void set(state.folder, false, 'leave')}>{t('stop')}</Button>
          </div>
        </div>
      ) : null}
      {!state.on || changing ? (
        <FolderChooser
          folder={changing ? '' : state.folder}
          onStart={start}
          {...(changing ? { onKeep: () => setChanging(false) } : {})}
        />
      ) : null}
      {state.on || state.arrivals.length > 0 ? <Arrivals state={state} /> : null}
    </section>
  );
}
