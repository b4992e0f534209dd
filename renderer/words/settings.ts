// Words of the settings screen.

import { both } from './both.ts';

export const settingsWords = both({ title: '设置' }, { title: 'Settings' });
