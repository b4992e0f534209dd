// Words of the people screen.

import { both } from './both.ts';

export const peopleWords = both({ title: '家人' }, { title: 'People' });
