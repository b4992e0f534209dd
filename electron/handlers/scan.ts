// Calls about scans: taking files in, and where a kept scan is used.

import { basename } from 'node:path';
import type { CallOutput, UndoStep } from '../../shared/calls.ts';
import type { Scan } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { findInboxItem, insertInboxItem, markInboxItemRemoved } from '../database/inbox-item.ts';
import { findPaper } from '../database/paper.ts';
import { asProblem } from '../database/problem.ts';
import { getScan, listScanPlaces } from '../database/scan.ts';
import { inTransaction } from '../database/statement.ts';
import { getVisit } from '../database/visit.ts';
import { expandPaths } from '../intake/expand.ts';
import { takeIn } from '../intake/take-in.ts';
import type { Context, Handler, ParsedInput } from './context.ts';
import { allPages } from './inbox.ts';
import { appendPages } from './paper.ts';

type Outcome = CallOutput<'scan.add'>;
type Placed = { added: boolean; undo: UndoStep[] };

/**
 * `kept`: the file is in its place now; `duplicate`: it was there already and nothing was added. In both, `places` says
 * where the same bytes are used. A file that cannot be kept is an answer, `refused`, so that a batch goes on.
 */
export const addScan: Handler<'scan.add'> = async (context, input) => {
  const file = input.fileName ?? basename(input.path);
  if (input.target) getVisit(context.vault.db, input.target.visitId);
  try {
    const { scan } = await takeIn(context, input.path, file);
    return settle(context, file, scan, input.target);
  } catch (error) {
    const problem = asProblem(error, context.vault.dir);
    if (problem instanceof Problem) return refused(file, problem);
    throw problem;
  }
};

function settle(context: Context, file: string, scan: Scan, target: Target): Outcome {
  const { db } = context.vault;
  return inTransaction(db, () => {
    const before = listScanPlaces(db, scan.id);
    const { added, undo } = target
      ? placeInPaper(context, scan, target)
      : placeInInbox(context, scan, before.length > 0);
    return {
      file,
      outcome: added ? 'kept' : 'duplicate',
      scan: scan.id,
      mediaType: scan.mediaType,
      pages: scan.pages,
      places: listScanPlaces(db, scan.id),
      problem: null,
      undo,
    } as const;
  });
}

type Target = ParsedInput<'scan.add'>['target'];

function placeInInbox({ vault: { db }, now }: Context, scan: Scan, placed: boolean): Placed {
  if (placed) return { added: false, undo: [] };
  const item = insertInboxItem(db, scan.id, now().toISOString());
  return { added: true, undo: [{ call: 'inbox.remove', input: { ids: [item.id] } }] };
}

/** A scan that waited in the inbox is sorted with this. */
function placeInPaper(context: Context, scan: Scan, target: NonNullable<Target>): Placed {
  const { db } = context.vault;
  const name = { ...target, title: '' };
  if (findPaper(db, name)?.pages.some((page) => page.scan === scan.id)) return { added: false, undo: [] };
  const { undo } = appendPages(db, name, allPages(scan));
  const waiting = findInboxItem(db, scan.id);
  if (!waiting) return { added: true, undo };
  markInboxItemRemoved(db, waiting.id, context.now().toISOString());
  return { added: true, undo: [...undo, { call: 'inbox.restore', input: { ids: [waiting.id] } }] };
}

const refused = (file: string, problem: Problem): Outcome => ({
  file,
  outcome: 'refused',
  scan: null,
  mediaType: null,
  pages: [],
  places: [],
  problem: problem.toFact(),
  undo: [],
});

export const findPlaces: Handler<'scan.get'> = ({ vault: { db } }, { id }) => ({
  scan: getScan(db, id),
  places: listScanPlaces(db, id),
});

export const expandFolders: Handler<'scan.expand'> = (_, { paths }) => expandPaths(paths);
