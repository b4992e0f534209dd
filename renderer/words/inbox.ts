// Words of the inbox screen.

import { both } from './both.ts';

export const inboxWords = both({ title: '收件箱' }, { title: 'Inbox' });
