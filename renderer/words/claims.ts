// Words of the claims screen.

import { both } from './both.ts';

export const claimsWords = both({ title: '报销包' }, { title: 'Claims' });
