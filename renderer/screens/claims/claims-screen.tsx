// The claims screen.

import { useTranslation } from 'react-i18next';

export function ClaimsScreen() {
  const { t } = useTranslation('claims');
  return <h1>{t('title')}</h1>;
}
