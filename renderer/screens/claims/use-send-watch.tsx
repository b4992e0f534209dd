// Shows how far a file on its way out is, with a button to stop it; a short way shows nothing.

import { App, Button } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { sayFileSize } from '../../papers/file-size.ts';
import type { SendWatch } from './send-out.ts';

const PATIENCE_MILLISECONDS = 400;

/** Runs `work` with something to tell its progress to; stopping makes it throw the Problem 'cancelled'. */
export function useSendWatch(): <T>(work: (watch: SendWatch) => Promise<T>) => Promise<T> {
  const { t } = useTranslation('claims');
  const { message } = App.useApp();
  return useCallback(
    async (work) => {
      const stop = new AbortController();
      const key = `sending-${performance.now()}`;
      let begun = 0;
      const onProgress = (done: number, total: number) => {
        begun ||= performance.now();
        if (performance.now() - begun < PATIENCE_MILLISECONDS) return;
        const said = t('save.saving', { done: sayFileSize(done), total: sayFileSize(total) });
        const content = (
          <span className="sending">
            {said}{' '}
            <Button size="small" onClick={() => stop.abort()}>
              {t('save.stop')}
            </Button>
          </span>
        );
        message.open({ key, type: 'loading', content, duration: 0 });
      };
      try {
        return await work({ onProgress, signal: stop.signal });
      } finally {
        message.destroy(key);
      }
    },
    [message, t],
  );
}
