// Calls about what the person chose.

import { getSettings, writeSetting } from '../database/setting.ts';
import { inTransaction } from '../database/statement.ts';
import type { Handler } from './context.ts';

export const readSettings: Handler<'settings.get'> = ({ vault }) => getSettings(vault.db);

export const saveSettings: Handler<'settings.set'> = ({ vault: { db } }, changes) =>
  inTransaction(db, () => {
    for (const [name, value] of Object.entries(changes)) {
      if (value !== undefined) writeSetting(db, name, value);
    }
    return getSettings(db);
  });
