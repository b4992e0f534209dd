// One run of the command line: its options, the vault opened for reading or writing, and the calls made on it.

import { resolve } from 'node:path';
import type { CallInput, CallName, CallOutput } from '../../shared/calls.ts';
import type { Language } from '../../shared/domain.ts';
import { Problem, type ProblemCode } from '../../shared/problems.ts';
import { openVault } from '../database/open.ts';
import { openWorkshop } from '../engine/workshop.ts';
import { usualVaultFolder } from '../files/vault-folder.ts';
import { answer } from '../handlers/answer.ts';
import type { Context } from '../handlers/context.ts';
import { printJson, printText } from './output.ts';
import { type Say, sayIn } from './words.ts';

export type RunOptions = { vault?: string; json?: boolean; language: Language };
export type OpenWish = { access: 'read' | 'write'; create?: boolean };

export type Session = {
  context: Context;
  language: Language;
  say: Say;
  ask: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  /** `value` as JSON, or what `describe` says of it. */
  print: (value: unknown, describe: () => string) => void;
};

/** What one command line asks for and leaves behind. */
export class Run {
  options: RunOptions = { language: 'zh-CN' };
  exitCode = 0;
  /** Set by Ctrl+C: finish the current file, then stop. */
  readonly stop = { aborted: false };

  get say(): Say {
    return sayIn(this.options.language);
  }
  get vaultDir(): string {
    return this.options.vault === undefined ? usualVaultFolder() : resolve(this.options.vault);
  }
  print(value: unknown, describe: () => string): void {
    if (this.options.json) printJson(value);
    else printText(describe());
  }
  /** Opens the vault for `work` and closes it after, whatever happens. */
  async withSession(wish: OpenWish, work: (session: Session) => Promise<void>): Promise<void> {
    const vault = openVault(this.vaultDir, { way: 'command-line', ...wish });
    const workshop = openWorkshop();
    const context: Context = { vault, workshop, way: 'command-line', now: () => new Date() };
    try {
      await work({
        context,
        language: this.options.language,
        say: this.say,
        ask: (name, input) => askVault(context, name, input),
        print: (value, describe) => this.print(value, describe),
      });
    } finally {
      await workshop.close();
      vault.close();
    }
  }
}

/** Throws the Problem that the answer carries. */
export async function askVault<N extends CallName>(
  context: Context,
  name: N,
  input: unknown,
): Promise<CallOutput<N>> {
  const reply = await answer(context, name, input);
  if (!reply.ok) throw new Problem(reply.problem.code as ProblemCode, reply.problem.params);
  return reply.value as CallOutput<N>;
}
