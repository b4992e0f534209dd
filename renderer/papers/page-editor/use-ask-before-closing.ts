// Closing the editor asks first when changes would be lost; one question at a time.

import { App } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

export function useAskBeforeClosing(changed: boolean, onClose: () => void): () => void {
  const { t } = useTranslation('pageEdit');
  const { modal } = App.useApp();
  const asking = useRef(false);
  const answered = (leave: boolean) => {
    asking.current = false;
    if (leave) onClose();
  };
  return () => {
    if (!changed) return onClose();
    if (asking.current) return;
    asking.current = true;
    modal.confirm({
      title: t('discard.title'),
      content: t('discard.text'),
      okText: t('discard.stay'),
      cancelText: t('discard.leave'),
      onOk: () => answered(false),
      onCancel: () => answered(true),
      // What was done is not thrown away by one Esc too many.
      keyboard: false,
    });
  };
}
