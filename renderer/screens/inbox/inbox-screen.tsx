// The inbox screen.

import { useTranslation } from 'react-i18next';

export function InboxScreen() {
  const { t } = useTranslation('inbox');
  return <h1>{t('title')}</h1>;
}
