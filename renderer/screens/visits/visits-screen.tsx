// The visits screen.

import { useTranslation } from 'react-i18next';

export function VisitsScreen() {
  const { t } = useTranslation('visits');
  return <h1>{t('title')}</h1>;
}
