// One funnel for everything that goes wrong on a screen: the sentence and the remedy of a problem, or a plain word for a bug.

import { App } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, type ProblemFact, problemCodes } from '../../shared/problems.ts';
import { readableParams } from '../../shared/words/damage.ts';
import { isDisconnection, noteFailure } from './connection.ts';

/** A thrown value as a problem: what is not one is a bug. */
export function asFact(error: unknown): ProblemFact {
  if (error instanceof Problem && (problemCodes as readonly string[]).includes(error.code))
    return error.toFact();
  return { code: 'bug', params: { id: error instanceof Error ? error.message : String(error) } };
}

/** Sentence and remedy in the language in use. */
export function useProblemWords(): (fact: ProblemFact) => { sentence: string; remedy: string } {
  const { t, i18n } = useTranslation('problems');
  return useCallback(
    (fact: ProblemFact) => {
      const { code } = fact;
      const params = readableParams(fact, i18n.language === 'en' ? 'en' : 'zh-CN') as { id: string };
      return {
        // One literal stands for every code: the compiler need not see the full product of keys.
        sentence: t(`${code}.sentence` as 'bug.sentence', params),
        remedy: t(`${code}.remedy` as 'bug.remedy', params),
      };
    },
    [t, i18n],
  );
}

/** Shows what went wrong and what to do; stays until it is closed. */
export function useExplain(): (error: unknown) => void {
  const { notification } = App.useApp();
  const inWords = useProblemWords();
  return useCallback(
    (error: unknown) => {
      // The frame says so once, at the top: one message a click would bury it.
      if (isDisconnection(error)) return noteFailure(error);
      const { sentence, remedy } = inWords(asFact(error));
      notification.error({ title: sentence, description: remedy, duration: 0, role: 'alert' });
    },
    [notification, inWords],
  );
}
