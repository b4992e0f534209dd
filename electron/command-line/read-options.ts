// Reads a JSON file of choices and checks it against its shape.

import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { Problem } from '../../shared/problems.ts';

/** Throws path-unreadable, and input-invalid with the fields that are wrong. */
export async function readOptions<Shape extends z.ZodType>(
  path: string,
  shape: Shape,
  field: string,
): Promise<z.infer<Shape>> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Problem('path-unreadable', { path, reason: error.code ?? '' });
  });
  const parsed = shape.safeParse(parseJson(text, field));
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => issue.path.join('.') || issue.code);
  throw new Problem('input-invalid', { field, reason: wrong.join(', ') });
}

function parseJson(text: string, field: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Problem('input-invalid', { field, reason: 'JSON' });
  }
}
