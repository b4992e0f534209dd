// The claim screen.

import { useTranslation } from 'react-i18next';

export function ClaimScreen() {
  const { t } = useTranslation('claims');
  return <h1>{t('title')}</h1>;
}
