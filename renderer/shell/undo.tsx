// What was done last can be taken back: a button in the message that confirms it, and Ctrl+Z anywhere outside a text field.

import { App, Button } from 'antd';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { UndoStep } from '../../shared/calls.ts';
import { call, queryClient } from '../client.ts';
import { useExplain } from './problem.tsx';

type Done = { text: string; steps: UndoStep[]; key: string };
type UndoBook = {
  /** Confirms what was done, with a button that takes it back; several steps of one action go in one call. */
  done: (text: string, steps: UndoStep[]) => void;
};

const Book = createContext<UndoBook>({ done: () => undefined });
export const useUndo = (): UndoBook => useContext(Book);

const KEPT = 100;

/** A dialog with work of its own: what lies under it must not change unseen. The large view only shows pages. */
const isCovered = (): boolean =>
  [...document.querySelectorAll('.ant-modal-wrap:not([style*="display: none"])')].some(
    (dialog) => !dialog.querySelector('.viewer-stage, [class*="-leave"]'),
  );

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

export function UndoProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common');
  const { message } = App.useApp();
  const explain = useExplain();
  const book = useRef<Done[]>([]);

  const takeBack = useCallback(
    async (entry: Done | undefined) => {
      if (!entry) return void message.info(t('nothingToUndo'));
      // Once only, by whichever way comes first: the button of the message or the key.
      if (!book.current.includes(entry)) return;
      book.current = book.current.filter((other) => other !== entry);
      message.destroy(entry.key);
      try {
        await call('undo.apply', { steps: entry.steps });
        message.success(`${t('undone')}: ${entry.text}`);
      } catch (error) {
        explain(error);
      } finally {
        await queryClient.invalidateQueries();
      }
    },
    [message, t, explain],
  );

  const done = useCallback(
    (text: string, steps: UndoStep[]) => {
      if (steps.length === 0) return void message.success(text);
      const key = crypto.randomUUID();
      const entry = { text, steps, key };
      book.current = [...book.current, entry].slice(-KEPT);
      message.success({
        key,
        duration: 8,
        content: (
          <>
            {text}{' '}
            <Button type="link" size="small" onClick={() => void takeBack(entry)}>
              {t('undo')}
            </Button>
          </>
        ),
      });
    },
    [message, t, takeBack],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== 'z') return;
      if (isTyping(event.target) || isCovered()) return;
      event.preventDefault();
      void takeBack(book.current.at(-1));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [takeBack]);

  const value = useMemo(() => ({ done }), [done]);
  return <Book.Provider value={value}>{children}</Book.Provider>;
}
