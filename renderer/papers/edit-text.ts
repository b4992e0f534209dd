// What was changed about a page, as its addresses name it.

import type { PaperPage } from '../../shared/domain.ts';
import { formatEdit } from '../../shared/page-edit.ts';

export const editText = ({ edit }: PaperPage): string => (edit ? formatEdit(edit) : '');
