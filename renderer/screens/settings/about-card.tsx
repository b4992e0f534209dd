// Version, the promise about the data, and the licences of the fonts shipped with the program.

import licence from '@expo-google-fonts/noto-sans-sc/LICENSE_FONT?raw';
import { useTranslation } from 'react-i18next';

export function AboutCard({ version }: { version: string }) {
  const { t } = useTranslation('settings');
  return (
    <section className="card">
      <h2>{t('about')}</h2>
      <p>{t('version', { version })}</p>
      <p className="muted">{t('offline')}</p>
      <p className="muted">{t('fontsWhy')}</p>
      <details>
        <summary>{t('licence')}</summary>
        <pre lang="en">{licence}</pre>
      </details>
    </section>
  );
}
