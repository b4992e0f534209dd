// Hands a finished file over and says where it went; what goes wrong is shown, never thrown.

import { App } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../../shared/problems.ts';
import { useExplain } from '../../../shell/problem.tsx';
import { printPacket, savePacket } from '../save-packet.ts';

export function useHandOver(claimId: string) {
  const { t } = useTranslation('outputs');
  const { message } = App.useApp();
  const explain = useExplain();
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
      const path = await savePacket(claimId, name, bytes);
      message.success(path ? t('saved', { path }) : t('downloaded', { file: name }), 8);
    });
  const print = (pdf: Blob) =>
    attempt(async () => {
      if (!(await printPacket(pdf))) message.info(t('cannotPrint'), 8);
    });
  return { attempt, save, print };
}
