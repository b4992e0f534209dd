// Mounted once in the frame: the panel of the queue, dropping anywhere into the inbox, undo of a batch, asking before closing.

import { App } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useCall } from '../client.ts';
import { useExplain } from '../shell/problem.tsx';
import { isTyping, useUndo } from '../shell/undo.tsx';
import { carriesFiles, gatherDrop, gatherFiles } from './gather.ts';
import { useHandedFiles } from './handed.ts';
import { IntakePanel } from './intake-panel.tsx';
import { finishedBatches, undoOfBatch } from './queue.ts';
import { isRunning } from './queue-item.ts';
import { compareWaiting, readQueue, takeIn, useQueue } from './runner.ts';
import './intake.css';

/** Each finished batch goes into the book of undo once, as one action. */
function useBatchUndo(): void {
  const { t } = useTranslation('intake');
  const queue = useQueue();
  const { done } = useUndo();
  const written = useRef(new Set<number>());
  useEffect(() => {
    for (const batch of finishedBatches(queue)) {
      if (written.current.has(batch)) continue;
      written.current.add(batch);
      const kept = queue.items.filter((item) => item.batch === batch && item.undo.length > 0);
      if (kept.length > 0) done(t('batchDone', { count: kept.length }), undoOfBatch(queue, batch));
    }
  }, [queue, done, t]);
}

function useAskBeforeClosing(): void {
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      if (isRunning(readQueue())) event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    return () => window.removeEventListener('beforeunload', onLeave);
  }, []);
}

/** Files dropped anywhere but on a slot (which stops the event) go to the inbox; true while they hover. */
function useWindowDrop(): boolean {
  const [over, setOver] = useState(false);
  const explain = useExplain();
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(!(event.target instanceof Element && event.target.closest('[data-takes-files]')));
    };
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const onEnd = () => setOver(false);
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (event.defaultPrevented || !event.dataTransfer || !carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      gatherDrop(event.dataTransfer).then((arrivals) => takeIn(arrivals, null), explain);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onEnd, true);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onEnd, true);
      window.removeEventListener('drop', onDrop);
    };
  }, [explain]);
  return over;
}

/** Pasted files go to the inbox, except on a visit, which asks for the paper. */
function usePaste(): void {
  const { pathname } = useLocation();
  const { message } = App.useApp();
  const { t } = useTranslation('intake');
  const explain = useExplain();
  useEffect(() => {
    if (/^\/visits\/./.test(pathname)) return;
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || isTyping(event.target)) return;
      event.preventDefault();
      gatherFiles(files).then((arrivals) => {
        takeIn(arrivals, null);
        void message.info(t('pastedToInbox'));
      }, explain);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [pathname, explain, message, t]);
}

/**
 * Follows what the vault wants compared: what the phone or the watched folder brought, what was taken back, and what was still
 * open when the program was closed.
 */
function useOpenQuestions(): void {
  const running = isRunning(useQueue());
  const writable = useCall('session.about', {}).data?.writable === true;
  const { data, dataUpdatedAt } = useCall('scan.to-compare', {}, writable && !running);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same list read anew is news too
  useEffect(() => {
    if (writable && data) compareWaiting(data);
  }, [writable, data, dataUpdatedAt]);
}

export function IntakeHost() {
  const { t } = useTranslation('intake');
  useBatchUndo();
  useAskBeforeClosing();
  usePaste();
  useOpenQuestions();
  const over = useWindowDrop();
  const { message } = App.useApp();
  const explain = useExplain();
  useHandedFiles(() => void message.info(t('handedToInbox')), explain);
  return (
    <>
      {over ? <div className="intake-veil">{t('dropIntoInbox')}</div> : null}
      <IntakePanel />
    </>
  );
}
