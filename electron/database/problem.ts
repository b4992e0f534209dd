// The one place where SQLite's and the disk's refusals become problems with a remedy.

import { Problem, type ProblemCode } from '../../shared/problems.ts';

type Coded = { code: string; message: string };

const isCoded = (error: unknown): error is Coded =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

const codes: [RegExp, ProblemCode][] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)$/, 'disk-full'],
  [/^SQLITE_NOTADB$/, 'vault-not-database'],
  [/^SQLITE_CORRUPT/, 'vault-damaged'],
  [/^SQLITE_READONLY/, 'vault-read-only'],
  [/^SQLITE_(BUSY|LOCKED)/, 'vault-in-use'],
  [
    /^(SQLITE_IOERR|SQLITE_CANTOPEN|SQLITE_PERM|EACCES$|EPERM$|EROFS$|EIO$|ENOTDIR$|EEXIST$)/,
    'path-unwritable',
  ],
];

/** The problem behind an error of SQLite or the file system; an unknown error comes back as it is: it is a bug. */
export function asProblem(error: unknown, dir: string): unknown {
  if (error instanceof Problem || !isCoded(error)) return error;
  const code = codes.find(([shape]) => shape.test(error.code))?.[1];
  if (!code) return error;
  return new Problem(code, {
    dir,
    path: dir,
    detail: error.message,
    reason: error.message,
    holder: '?',
  });
}
