// The visit screen.

import { useTranslation } from 'react-i18next';

export function VisitScreen() {
  const { t } = useTranslation('visits');
  return <h1>{t('title')}</h1>;
}
