// Answers one call from any way in: every call settles, problems as codes, bugs as a number.

import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../shared/calls.ts';
import { Problem } from '../../shared/problems.ts';
import { asProblem } from '../database/problem.ts';
import { reportBug } from '../files/bug-log.ts';
import type { Context } from './context.ts';
import { findCall, parseInput } from './parse-input.ts';
import { handlers } from './table.ts';

/** Never throws. `rawInput` is whatever came over the wall. */
export async function answer(context: Context, name: string, rawInput: unknown): Promise<Answer<unknown>> {
  try {
    return { ok: true, value: await run(context, name, rawInput) };
  } catch (error) {
    const problem = asProblem(error, context.vault.dir);
    if (problem instanceof Problem) return { ok: false, problem: problem.toFact() };
    return { ok: false, problem: { code: 'bug', params: { id: noteBug(context, name, error) } } };
  }
}

async function run(context: Context, name: string, rawInput: unknown): Promise<unknown> {
  const found = findCall(name);
  const { vault } = context;
  if (found.call.access === 'write' && !vault.writable) {
    throw new Problem('vault-read-only', { dir: vault.dir });
  }
  const input = parseInput(found.call.input, rawInput);
  const handle = handlers[found.name] as (context: Context, input: unknown) => unknown;
  return found.call.output.parse(await handle(context, input));
}

/** The vault's own log helps whoever is asked for help later; a log that cannot be written must not hide the bug. */
function noteBug({ vault }: Context, name: string, error: unknown): string {
  const id = reportBug(error);
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  try {
    appendFileSync(join(vault.dir, 'bugs.log'), `${id} ${new Date().toISOString()} ${name}\n${text}\n`);
  } catch {
    // Standard error has it.
  }
  return id;
}
