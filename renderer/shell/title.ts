// The window's title says which screen is open, so that taskbars, histories and screen readers do too.

import { useEffect, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** A screen that shows one thing gives its name; the frame gives the rest. */
export function useTitle(name: string | undefined): void {
  const { t } = useTranslation('common');
  useEffect(() => {
    if (name) document.title = t('screenTitle', { screen: name });
  }, [name, t]);
}

/** The frame's own: earlier than any screen's, so that the screen has the last word. */
export function useFrameTitle(name: string): void {
  const { t } = useTranslation('common');
  useLayoutEffect(() => {
    document.title = t('screenTitle', { screen: name });
  }, [name, t]);
}
