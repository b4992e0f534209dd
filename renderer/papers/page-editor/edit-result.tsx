// How the page will look: the very picture that thumbnail and packet show, a moment after the last change.

import { Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureAddress } from '../../../shared/addresses.ts';
import type { PaperPage } from '../../../shared/domain.ts';
import { formatEdit } from '../../../shared/page-edit.ts';
import type { PageVersion } from './page-draft.ts';

const RESULT_EDGE = 1000;
const PAUSE_MS = 300;

export function EditResult({ page, version, alt }: { page: PaperPage; version: PageVersion; alt: string }) {
  const { t } = useTranslation('pageEdit');
  const { turn, edit } = version;
  const wanted = pictureAddress(page.scan, page.page, RESULT_EDGE, turn, edit ? formatEdit(edit) : '');
  const [address, setAddress] = useState(wanted);
  const [settled, setSettled] = useState('');
  const [failed, setFailed] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAddress(wanted), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  return (
    <div className="page-edit-result" aria-busy={settled !== wanted && failed !== wanted}>
      {failed === address ? (
        <p role="alert">{t('failed')}</p>
      ) : (
        <img
          src={address}
          alt={alt}
          draggable={false}
          onLoad={() => setSettled(address)}
          onError={() => setFailed(address)}
        />
      )}
      {settled !== wanted && failed !== wanted ? (
        <span className="page-edit-wait">
          <Spin size="small" /> {t('making')}
        </span>
      ) : null}
    </div>
  );
}
