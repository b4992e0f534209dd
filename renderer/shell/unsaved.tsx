// Asks before what was typed is lost: on the way to another screen, and when the window or page is closed.

import { App, Modal } from 'antd';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';

/** For what closes without leaving the screen, as a drawer does: asks while `dirty`, else goes on at once. */
export function useAskUnsaved(dirty: boolean): (goOn: () => void) => void {
  const { t } = useTranslation('common');
  const { modal } = App.useApp();
  return useCallback(
    (goOn) => {
      if (!dirty) return goOn();
      modal.confirm({
        title: t('unsaved.title'),
        content: t('unsaved.text'),
        okText: t('unsaved.stay'),
        cancelText: t('unsaved.leave'),
        onCancel: goOn,
        keyboard: false,
      });
    },
    [dirty, modal, t],
  );
}

/** Give it true while a form holds unsaved changes; show the returned element anywhere in the screen. */
export function UnsavedGuard({ dirty }: { dirty: () => boolean }) {
  const { t } = useTranslation('common');
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && dirty(),
  );
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      if (dirty()) event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    return () => window.removeEventListener('beforeunload', onLeave);
  }, [dirty]);
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={t('unsaved.title')}
      okText={t('unsaved.stay')}
      cancelText={t('unsaved.leave')}
      closable={false}
      onOk={() => blocker.reset?.()}
      onCancel={() => blocker.proceed?.()}
      keyboard={false}
      mask={{ closable: false }}
    >
      <p>{t('unsaved.text')}</p>
    </Modal>
  );
}
