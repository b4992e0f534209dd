// Words of the home screen.

import { both } from './both.ts';

export const homeWords = both({ title: '首页' }, { title: 'Home' });
