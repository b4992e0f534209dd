// A kept file in words: its type and size, that a copy without its password lies beside it, and a link that saves the original.

import { DownloadOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { originalAddress } from '../../shared/addresses.ts';
import type { PaperPage, Scan } from '../../shared/domain.ts';
import { useCall } from '../client.ts';
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

/** Says of a page whose file asks for a password that both are kept, the original and the open copy that is printed. */
export function UnlockedNote({ page }: { page: PaperPage }) {
  const { t } = useTranslation('files');
  const scan = useCall('scan.get', { id: page.scan }).data?.scan;
  if (scan?.id !== page.scan || !scan.unlocked) return null;
  return (
    <span className="small muted" title={t('unlocked')}>
      {t('unlockedShort')}
    </span>
  );
}
