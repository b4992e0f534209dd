// The people screen.

import { useTranslation } from 'react-i18next';

export function PeopleScreen() {
  const { t } = useTranslation('people');
  return <h1>{t('title')}</h1>;
}
