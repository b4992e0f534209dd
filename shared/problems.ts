// A problem is expected (bad input, full disk, locked vault): it has a code, a remedy in the word files, and no stack.
// A bug is anything else that is thrown.

/** Every code has a sentence and a remedy in `words/problems.ts`, in both languages; a test counts them. */
export const problemCodes = [
  // the door
  'input-invalid', // field, reason
  'not-found', // what, id
  'unknown-call', // call
  'not-allowed', // what
  'bug', // id
  // the vault
  'vault-missing', // dir
  'vault-in-use', // dir, holder
  'vault-newer', // dir, version, known
  'vault-not-database', // dir
  'vault-damaged', // dir, detail
  'vault-exists', // dir
  'vault-read-only', // dir
  'disk-full', // path
  'path-unreadable', // path, reason
  'path-unwritable', // path, reason
  // a person, a visit, an invoice
  'name-empty',
  'citizen-id-invalid', // value
  'place-code-invalid', // value
  'date-invalid', // value
  'date-in-future', // value
  'date-order', // from, to
  'amount-invalid', // value
  'amount-negative', // value
  'amount-too-precise', // value
  'amount-too-large', // value
  'invoice-number-invalid', // value
  'invoice-code-invalid', // value
  'invoice-check-code-invalid', // value
  'invoice-already-logged', // number, person, date, hospital, visit, invoice
  'visit-of-other-person', // visit
  'visit-in-other-claim', // visit, claim
  'claim-empty',
  'claim-incomplete', // count
  'has-dependents', // what, count
  'hospital-code-invalid', // value
  'hospital-codes-differ', // name, code, other, otherCode
  // the life of a claim
  'claim-step-order', // from, step
  'claim-step-not-last', // step
  'status-from-steps', // number
  'amount-above-left', // amount, left
  'nothing-left-to-claim', // number
  'claim-not-handed-in', // number
  'supplement-empty', // number, version
  'folder-not-empty', // dir
  'rule-invalid', // rule, detail
  // a file
  'file-empty', // file
  'file-too-large', // file, limit
  'file-type-unsupported', // file, type
  'film-unsupported', // file, type
  'archive-unsupported', // file, type
  'program-refused', // file, type
  'file-damaged', // file, detail
  'file-is-folder', // file
  'file-timeout', // file, seconds
  'file-too-hungry', // file
  'picture-too-large', // file, megapixels, limit
  'pdf-password', // file
  'pdf-password-wrong', // file
  'pdf-no-pages', // file
  'pdf-too-many-pages', // file, pages, limit
  'archive-too-large', // file, limit
  'archive-too-many', // file, count, limit
  'archive-password', // file
  'archive-empty', // file
  'no-pages-to-print', // file, type
  'cancelled',
  // the packet
  'character-missing', // characters, field
  'page-unusable', // file, page, detail
  'packet-check-failed', // detail, page
  'export-same-file', // path
] as const;

export type ProblemCode = (typeof problemCodes)[number];
export type ProblemParams = Record<string, string | number>;
/** How a problem crosses a process: a code and what to fill into its sentence, never a class. */
export type ProblemFact = { code: ProblemCode; params: ProblemParams };

export class Problem extends Error {
  readonly code: ProblemCode;
  readonly params: ProblemParams;
  constructor(code: ProblemCode, params: ProblemParams = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'Problem';
    this.code = code;
    this.params = params;
  }
  toFact(): ProblemFact {
    return { code: this.code, params: this.params };
  }
}
