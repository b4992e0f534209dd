// The kinds of paper that can be recorded with a person.

import { type PaperKind, personPaperKinds } from '../../../shared/domain.ts';

export const standingKinds: readonly PaperKind[] = [...personPaperKinds, 'other'];
