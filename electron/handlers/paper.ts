// Calls about papers: which pages of which scans, in which order and turn.

import type { UndoStep } from '../../shared/calls.ts';

import type { Paper, PaperKind, PaperPage } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import * as table from '../database/paper.ts';
import { type Db, inTransaction } from '../database/statement.ts';
import { getVisit } from '../database/visit.ts';
import type { Context, Handler } from './context.ts';

const LARGEST_PAPER = 2000;

export type Changed = { paper: Paper; undo: UndoStep[] };
/** Where to write, and when it is. */
export type Writing = { db: Db; time: string };

export const writingOf = ({ vault: { db }, now }: Context): Writing => ({ db, time: now().toISOString() });

/** Puts pages behind those of the visit's paper of this kind and title, which is made where there is none. */
export function appendPages(writing: Writing, name: table.PaperName, pages: readonly PaperPage[]): Changed {
  const { db } = writing;
  getVisit(db, name.visitId);
  const before = table.findOrInsertPaper(db, { ...name, title: titleFor(name.kind, name.title) });
  return changePages(writing, before, [...before.pages, ...pages]);
}

const titleFor = (kind: PaperKind, title: string): string => (kind === 'other' ? title.trim() : '');

export function changePages({ db, time }: Writing, before: Paper, pages: readonly PaperPage[]): Changed {
  if (pages.length > LARGEST_PAPER) {
    throw new Problem('input-invalid', { field: 'pages', reason: `${pages.length} > ${LARGEST_PAPER}` });
  }
  const paper = table.replacePages(db, before.id, { after: pages, time });
  return { paper, undo: [undoOfPages(paper, before.pages)] };
}

/** Back to `pages`; what comes meanwhile stays. */
export const undoOfPages = ({ id, pages: seen }: Paper, pages: readonly PaperPage[]): UndoStep => ({
  call: 'paper.set-pages',
  input: { id, pages, seen },
});

/** Whoever did not see a page did not mean to leave it out. */
function withUnseen(
  pages: readonly PaperPage[],
  now: readonly PaperPage[],
  seen: readonly PaperPage[],
): PaperPage[] {
  const nameOf = ({ scan, page }: PaperPage) => `${scan}/${page}`;
  const known = new Set([...seen, ...pages].map(nameOf));
  return [...pages, ...now.filter((page) => !known.has(nameOf(page)))];
}

export const attachPaper: Handler<'paper.attach'> = (context, { pages, ...name }) =>
  inTransaction(context.vault.db, () => appendPages(writingOf(context), name, pages));

export const setPages: Handler<'paper.set-pages'> = (context, { id, pages, seen }) =>
  inTransaction(context.vault.db, () => {
    const before = table.getPaper(context.vault.db, id);
    return changePages(writingOf(context), before, seen ? withUnseen(pages, before.pages, seen) : pages);
  });

export const movePages: Handler<'paper.move-pages'> = (context, input) => {
  const writing = writingOf(context);
  const { db } = writing;
  return inTransaction(db, () => {
    const source = table.getPaper(db, input.id);
    const positions = new Set(input.positions);
    const moved = source.pages.filter((_, at) => positions.has(at));
    if (moved.length !== positions.size) {
      throw new Problem('input-invalid', { field: 'positions', reason: input.positions.join(', ') });
    }
    const same = source.visitId === input.visitId && source.kind === input.kind;
    if (same) return { from: source, to: source, undo: [] };
    const left = changePages(
      writing,
      source,
      source.pages.filter((_, at) => !positions.has(at)),
    );
    const title = input.kind === source.kind ? source.title : '';
    const right = appendPages(writing, { visitId: input.visitId, kind: input.kind, title }, moved);
    const to = sameForm(db, right.paper, { source, begun: right.paper.pages.length === moved.length });
    return { from: left.paper, to: to.paper, undo: [...to.undo, ...right.undo, ...left.undo] };
  });
};

/** A paper that begins with pages of another is in the same form: a copy does not become an original by being moved. */
function sameForm(db: Db, paper: Paper, { source, begun }: { source: Paper; begun: boolean }): Changed {
  if (!begun || paper.form === source.form) return { paper, undo: [] };
  const { id, title, form } = paper;
  const described = table.describePaper(db, id, title, source.form);
  return { paper: described, undo: [{ call: 'paper.describe', input: { id, title, form } }] };
}

export const describePaper: Handler<'paper.describe'> = ({ vault: { db } }, input) =>
  inTransaction(db, () => {
    const before = table.getPaper(db, input.id);
    const title = titleFor(before.kind, input.title);
    if (before.title === title && before.form === input.form) return { paper: before, undo: [] };
    const other = table.findPaper(db, { visitId: before.visitId, kind: before.kind, title });
    if (other && other.id !== before.id && other.pages.length > 0 && before.title !== title) {
      throw new Problem('input-invalid', { field: 'title', reason: `"${title}"` });
    }
    const paper = table.describePaper(db, input.id, title, input.form);
    const old = { id: before.id, title: before.title, form: before.form };
    return { paper, undo: [{ call: 'paper.describe', input: old }] };
  });
