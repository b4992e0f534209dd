// Takes back what was done: the steps an earlier call handed out, all or none.

import { Problem } from '../../shared/problems.ts';
import { inTransaction } from '../database/statement.ts';
import type { Context, Handler } from './context.ts';
import { findCall, parseInput } from './parse-input.ts';
import { handlers } from './table.ts';

/** They wait for other things, and a transaction must not. */
const never = [
  ...['undo.apply', 'scan.add', 'sample.write', 'sample.clear', 'packet.keep'],
  ...['watch.set', 'phone.open'],
];

export const applyUndo: Handler<'undo.apply'> = (context, { steps }) =>
  inTransaction(context.vault.db, () => {
    for (const step of steps) {
      const name = findCall(step.call);
      const { access } = name.call;
      if (access !== 'write' || never.includes(step.call)) {
        throw new Problem('not-allowed', { what: step.call });
      }
      const run = handlers[name.name] as (context: Context, input: unknown) => unknown;
      const result = run(context, parseInput(name.call.input, step.input));
      if (result instanceof Promise) {
        result.catch(() => undefined);
        throw new Problem('not-allowed', { what: step.call });
      }
    }
    return {};
  });
