// Words of the intake screen.

import { both } from './both.ts';

export const intakeWords = both({ title: '放入文件' }, { title: 'Adding files' });
