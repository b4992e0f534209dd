// Words of the visits screen.

import { both } from './both.ts';

export const visitsWords = both({ title: '就诊' }, { title: 'Visits' });
