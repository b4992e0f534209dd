// Hands a finished file over and says where it went; what goes wrong is shown, never thrown.

import { App } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../../shared/problems.ts';
import { useExplain } from '../../../shell/problem.tsx';
import { printPacket, savePacket } from '../save-packet.ts';
import { useSendWatch } from '../use-send-watch.tsx';

export function useHandOver() {
  const { t } = useTranslation('outputs');
  const { message } = App.useApp();
  const explain = useExplain();
  const watched = useSendWatch();
  /** Runs the work; closing a dialog or stopping is no trouble. */
  const attempt = useCallback(
    async (work: () => Promise<void>) => {
      try {
        await work();
      } catch (error) {
        if (!(error instanceof Problem && error.code === 'cancelled')) explain(error);
      }
    },
    [explain],
  );
  const save = (name: string, bytes: Blob) =>
    attempt(async () => {
      const path = await watched((watch) => savePacket(name, bytes, watch));
      message.success(path ? t('saved', { path }) : t('downloaded', { file: name }), 8);
    });
  const print = (pdf: Blob) =>
    attempt(async () => {
      const outcome = await watched((watch) => printPacket(pdf, { copies: 1, sides: 'single' }, watch));
      if (outcome === 'cannot') message.info(t('cannotPrint'), 8);
      if (outcome === 'opened') message.info(t('openedToPrint'), 12);
    });
  return { attempt, save, print };
}
