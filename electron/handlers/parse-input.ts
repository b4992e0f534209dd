// The door: which call, and does its input have the shape the table asks for.

import type { z } from 'zod';
import { type CallName, calls } from '../../shared/calls.ts';
import { Problem, type ProblemCode, problemCodes } from '../../shared/problems.ts';

type Found = {
  name: CallName;
  call: { access: 'read' | 'write'; input: z.ZodType; output: z.ZodType };
};

/** Throws `unknown-call`. */
export function findCall(name: string): Found {
  if (!Object.hasOwn(calls, name)) throw new Problem('unknown-call', { call: name });
  const known = name as CallName;
  return { name: known, call: calls[known] };
}

/** The input as its schema reads it; throws `input-invalid`, or the problem that the schema itself names. */
export function parseInput<T>(schema: z.ZodType<T>, raw: unknown): T {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw asInputProblem(parsed.error.issues, raw);
}

type Issue = z.core.$ZodIssue;

function asInputProblem(issues: readonly Issue[], raw: unknown): Problem {
  const all = issues.flatMap((issue) => spread(issue));
  const named = all.find((issue) => isProblemCode(issue.message));
  const issue = named ?? all[0];
  const path = issue?.path ?? [];
  const value = shown(valueAt(raw, path));
  if (issue && isProblemCode(issue.message)) return new Problem(issue.message, { value });
  const field = path.map(String).join('.');
  if (issue && field.endsWith('Fen')) return new Problem(amountCode(issue), { value });
  return new Problem('input-invalid', { field, reason: issue?.message ?? '' });
}

/** The choices of a union stand inside its one issue. */
function spread(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const inner = issue.errors
    .flat()
    .flatMap((one) => spread(one).map((leaf) => ({ ...leaf, path: [...issue.path, ...leaf.path] })));
  return inner.length > 0 ? inner : [issue];
}

function amountCode(issue: Issue): ProblemCode {
  if (issue.code === 'too_small') return 'amount-negative';
  return issue.code === 'too_big' ? 'amount-too-large' : 'amount-invalid';
}

const isProblemCode = (text: string): text is ProblemCode =>
  (problemCodes as readonly string[]).includes(text);

const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    raw,
  );

const shown = (value: unknown): string => String(value ?? '').slice(0, 100);
