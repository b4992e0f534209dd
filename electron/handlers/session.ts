// What the program is and what it has open.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { calendarDate } from '../../shared/dates.ts';
import { isSample } from '../database/setting.ts';
import { countListed } from '../database/vault-counts.ts';
import type { Handler } from './context.ts';

export const about: Handler<'session.about'> = ({ vault, way, now }) => ({
  way,
  version: programVersion(),
  vault: vault.dir,
  writable: vault.writable,
  sample: isSample(vault.db),
  today: calendarDate(now()),
});

/** As the lists of each place show them. */
export const counts: Handler<'session.counts'> = ({ vault: { db } }) => countListed(db);

/** From the program's own package.json, which lies above this file both as source and as built. */
function programVersion(folder = import.meta.dirname): string {
  const file = join(folder, 'package.json');
  if (existsSync(file)) {
    const { name, version } = JSON.parse(readFileSync(file, 'utf8'));
    if (name === 'guibao') return String(version);
  }
  return dirname(folder) === folder ? '' : programVersion(dirname(folder));
}
