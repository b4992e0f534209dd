// What a paper is called on a stamp: the papers of every visit have a short name, the others their own.

import { useTranslation } from 'react-i18next';
import type { PaperKind } from '../../shared/domain.ts';

const shortKinds = [
  'invoice',
  'itemized-list',
  'prescription',
  'medical-record',
  'discharge-summary',
  'diagnosis-certificate',
] as const;

export function useShortName(): (kind: PaperKind) => string {
  const { t } = useTranslation(['visits', 'domain']);
  return (kind) => {
    const short = shortKinds.find((known) => known === kind);
    return short ? t(`visits:short.${short}`) : t(`domain:paper.${kind}`);
  };
}
