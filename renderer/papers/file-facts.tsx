// A kept file in words: its type and size, that a copy without its password lies beside it, and a link that saves the original.

import { DownloadOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { originalAddress } from '../../shared/addresses.ts';
import type { Scan } from '../../shared/domain.ts';
import { sayFileSize } from './file-size.ts';
import './papers.css';

export function FileFacts({ scan }: { scan: Scan }) {
  const { t } = useTranslation('files');
  return (
    <span className="file-facts small muted">
      <span>{t(`type.${scan.mediaType}`)}</span>
      <span>{sayFileSize(scan.byteLength)}</span>
      {scan.unlocked ? <span title={t('unlocked')}>{t('unlockedShort')}</span> : null}
    </span>
  );
}

/** Saves the very bytes that came, under the name they came with. */
export function SaveOriginal({ scan }: { scan: Scan }) {
  const { t } = useTranslation('files');
  return (
    <a className="file-save small" href={originalAddress(scan.id)} download={scan.fileName}>
      <DownloadOutlined aria-hidden /> {t('saveOriginal')}
    </a>
  );
}
