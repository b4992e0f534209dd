// Calls about the sample: put into an empty vault to look at, taken out before one's own papers come.

import { Problem } from '../../shared/problems.ts';
import { isVaultEmpty, markAllRemoved } from '../database/clear.ts';
import { isSample, writeSetting } from '../database/setting.ts';
import { inTransaction } from '../database/statement.ts';
import type { Handler } from './context.ts';

export const putSample: Handler<'sample.write'> = async (context) => {
  const { db } = context.vault;
  if (!isVaultEmpty(db) || isSample(db)) throw new Problem('not-allowed', { what: 'sample.write' });
  // The sample is written through the call table, which this file is part of.
  const { writeSample } = await import('../sample/write-sample.ts');
  const { person, claim } = await writeSample(context);
  return { personId: person, claimId: claim };
};

export const clearSample: Handler<'sample.clear'> = ({ vault: { db }, now }) =>
  inTransaction(db, () => {
    if (!isSample(db)) throw new Problem('not-allowed', { what: 'sample.clear' });
    markAllRemoved(db, now().toISOString());
    writeSetting(db, 'sample', 'no');
    return {};
  });
