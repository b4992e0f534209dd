// The small panel in the corner: how far the queue is, and then what became of each file, until it is closed.

import { CloseOutlined, MinusOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useProblemWords } from '../shell/problem.tsx';
import { AskPassword } from './ask-password.tsx';
import { LookAlikes } from './look-alikes.tsx';
import { Place } from './place.tsx';
import { measure } from './queue.ts';
import { isRunning, isUncompared, type Queue, type QueueItem } from './queue-item.ts';
import { cancelWaiting, clearSettled, noteTyping, stopComparing, tryAgain, useQueue } from './runner.ts';

/** Up to this many files the count alone is enough. */
const FEW = 5;
const SHOWN = 200;
const MEGA = 1_000_000;

function useTick(running: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}

function Running({ queue }: { queue: Queue }) {
  const { t } = useTranslation('intake');
  const now = useTick(true);
  const { total, done, bytesPerSecond, secondsLeft } = measure(queue, now);
  const current = queue.items.find(({ state }) => state === 'running');
  return (
    <div>
      <Progress
        percent={Math.round((done / total) * 100)}
        showInfo={false}
        aria-label={t('progress', { done, total })}
      />
      <p className="intake-name">{current?.name ?? ''}</p>
      <p className="muted small intake-figures">
        <span>{t('progress', { done, total })}</span>
        {total > FEW && bytesPerSecond !== null ? (
          <span>{t('speed', { megabytes: Math.max(0.1, bytesPerSecond / MEGA).toFixed(1) })}</span>
        ) : null}
        {total > FEW && secondsLeft !== null ? <span>{timeLeft(t, secondsLeft)}</span> : null}
      </p>
      <Button size="small" onClick={cancelWaiting}>
        {t('cancel')}
      </Button>
    </div>
  );
}

function Comparing({ queue, left }: { queue: Queue; left: number }) {
  const { t } = useTranslation('intake');
  const total = queue.items.filter(({ state }) => state === 'kept').length;
  return (
    <div className="intake-comparing">
      <p className="muted small">{t('comparing', { done: total - left, total })}</p>
      <Button size="small" onClick={stopComparing}>
        {t('stopComparing')}
      </Button>
    </div>
  );
}

function timeLeft(t: ReturnType<typeof useTranslation<'intake'>>['t'], seconds: number): string {
  return seconds < 60
    ? t('secondsLeft', { count: Math.max(1, seconds) })
    : t('minutesLeft', { count: Math.ceil(seconds / 60) });
}

function Duplicate({ item }: { item: QueueItem }) {
  const { t } = useTranslation('intake');
  if (item.places.length === 0) return <p className="small">{t('duplicateKept')}</p>;
  return (
    <ul className="intake-places small">
      {item.places.map((place) => (
        <li key={place}>
          <Place place={place} />
        </li>
      ))}
    </ul>
  );
}

function Settled({ item }: { item: QueueItem }) {
  const { t } = useTranslation('intake');
  const inWords = useProblemWords();
  const words = item.problem ? inWords(item.problem) : null;
  return (
    <li className={`intake-item intake-${item.state}`}>
      <p className="intake-name">
        {item.state === 'waiting' || item.state === 'running' ? null : (
          <strong>{t(`state.${item.state}`)}</strong>
        )}{' '}
        {item.name}
      </p>
      {item.state === 'duplicate' ? <Duplicate item={item} /> : null}
      <LookAlikes item={item} />
      {words ? (
        <>
          <p className="small">{words.sentence}</p>
          <p className="small muted">{words.remedy}</p>
          {item.problem?.code.startsWith('pdf-password') ? (
            <AskPassword
              onGiven={(password) => tryAgain(item.key, password)}
              onTyping={(begun) => noteTyping(item.key, begun)}
            />
          ) : (
            <Button size="small" onClick={() => tryAgain(item.key)}>
              {t('retry')}
            </Button>
          )}
        </>
      ) : null}
    </li>
  );
}

/** In the order they came up: one that is answered late does not push away the one that is just read. */
const questions = (queue: Queue): QueueItem[] =>
  queue.items
    .filter(({ state, lookAlikes }) => state === 'kept' && lookAlikes.length > 0)
    .sort((one, other) => one.comparedAs - other.comparedAs);

/** What needs reading first: refusals, then what was there already, then what was left out. */
const noteworthy = (queue: Queue): QueueItem[] => [
  ...queue.items.filter(({ state }) => state === 'refused'),
  ...questions(queue),
  ...queue.items.filter(({ state }) => state === 'duplicate'),
  ...queue.items.filter(({ state }) => state === 'cancelled'),
];

/** Results do not follow a person to the next screen and lie on its buttons: they fold away there, and open at a press. A new question opens them. */
function useFolding(running: boolean, asked: number) {
  const { pathname } = useLocation();
  const [openAt, setOpenAt] = useState<string | null>(null);
  useEffect(() => {
    if (running) setOpenAt(pathname);
  }, [running, pathname]);
  const [askedBefore, setAskedBefore] = useState(0);
  if (asked !== askedBefore) {
    setAskedBefore(asked);
    if (asked > askedBefore) setOpenAt(pathname);
  }
  return {
    folded: !running && openAt !== pathname,
    fold: () => setOpenAt(null),
    unfold: () => setOpenAt(pathname),
  };
}

export function IntakePanel() {
  const { t } = useTranslation('intake');
  const queue = useQueue();
  const running = isRunning(queue);
  const { folded, fold, unfold } = useFolding(running, questions(queue).length);
  const { count } = measure(queue, 0);
  const notes = noteworthy(queue);
  const onlyAside = queue.items.every(({ aside }) => aside);
  const uncompared = queue.items.filter(isUncompared).length;
  // All well and few: the short message with its undo has said it.
  useEffect(() => {
    const quiet = !running && uncompared === 0 && notes.length === 0;
    if (quiet && queue.items.length > 0 && (queue.items.length <= FEW || onlyAside)) clearSettled();
  }, [running, queue, notes.length, uncompared, onlyAside]);
  // A few that came by another way are looked at without a word.
  const silent = onlyAside && notes.length === 0 && uncompared <= FEW;
  if (queue.items.length === 0 || silent) return null;
  const finished = count.refused > 0 ? t('finishedPartly') : t('finished');
  const title = running ? t('title') : onlyAside ? t('onlyAsked') : finished;
  const summary = (['kept', 'duplicate', 'refused', 'cancelled'] as const).filter(
    (state) => count[state] > 0,
  );
  if (folded) {
    return (
      <Button className="intake-folded" size="small" onClick={unfold}>
        {t('unfold', { count: notes.length || queue.items.length })}
      </Button>
    );
  }
  return (
    <section className="intake-panel" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {running ? null : (
          <Button type="text" size="small" icon={<MinusOutlined />} aria-label={t('fold')} onClick={fold} />
        )}
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('closeList')}
          disabled={running}
          onClick={clearSettled}
        />
      </header>
      <p className="intake-figures" aria-live="polite">
        {running
          ? null
          : summary.map((state) => (
              <span key={state} className={`intake-${state}`}>
                {t(`count.${state}`, { count: count[state] })}
              </span>
            ))}
      </p>
      {running ? <Running queue={queue} /> : null}
      {!running && uncompared > 0 ? <Comparing queue={queue} left={uncompared} /> : null}
      {notes.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <ul className="intake-list" tabIndex={0} aria-label={t('results')}>
          {notes.slice(0, SHOWN).map((item) => (
            <Settled key={item.key} item={item} />
          ))}
          {notes.length > SHOWN ? (
            <li className="muted">{t('more', { count: notes.length - SHOWN })}</li>
          ) : null}
        </ul>
      ) : null}
    </section>
  );
}
