// Stands where something could not be read: the sentence, the remedy, and a button to try again.

import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isDisconnection } from './connection.ts';
import { asFact, useProblemWords } from './problem.tsx';

export function Trouble({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation('common');
  const inWords = useProblemWords();
  // The frame already says that the program is gone.
  if (isDisconnection(error)) return null;
  const { sentence, remedy } = inWords(asFact(error));
  const again = <Button onClick={retry}>{t('retry')}</Button>;
  return <Alert type="error" showIcon role="alert" title={sentence} description={remedy} action={again} />;
}
