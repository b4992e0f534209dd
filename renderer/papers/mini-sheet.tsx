// A paper as a sheet the size of a stamp: its real first page, or a dashed red gap where it is missing.

import { useTranslation } from 'react-i18next';
import type { PaperKind, PaperPage } from '../../shared/domain.ts';
import { PageThumb } from './page-thumb.tsx';
import { useShortName } from './short-name.ts';

/** `first` null means missing; `optional` leaves out the red of a missing paper that is not demanded. */
export function MiniSheet(props: {
  kind: PaperKind;
  first: PaperPage | null;
  pageCount?: number;
  optional?: boolean;
}) {
  const { kind, first, pageCount = 1, optional = false } = props;
  const { t } = useTranslation('visits');
  const name = useShortName()(kind);
  const state = first ? 'mini-sheet-present' : optional ? 'mini-sheet-optional' : 'mini-sheet-missing';
  return (
    <span className={`mini-sheet ${state}${pageCount > 1 ? ' mini-sheet-stack' : ''}`}>
      <span className="mini-sheet-page">{first ? <PageThumb page={first} edge={64} alt="" /> : null}</span>
      <span className="mini-sheet-name" aria-hidden>
        {name}
      </span>
      <span className="visually-hidden">{first ? name : t('missingPaper', { paper: name })}</span>
    </span>
  );
}
