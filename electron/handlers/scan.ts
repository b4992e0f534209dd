// Calls about scans: taking files in, and where a kept scan is used.

import { basename, join } from 'node:path';
import type { CallOutput, FileOutcome, UndoStep } from '../../shared/calls.ts';
import type { PaperPage, Scan } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { allPages, findInboxItem, insertInboxItem, markInboxItemRemoved } from '../database/inbox-item.ts';
import { writeInTurn } from '../database/keeper.ts';
import { findPaper } from '../database/paper.ts';
import { asProblem } from '../database/problem.ts';
import { getScan, listScanPlaces } from '../database/scan.ts';
import { isToCompare, rememberToCompare } from '../database/scan-to-compare.ts';
import { type Db, inTransaction } from '../database/statement.ts';
import { getVisit } from '../database/visit.ts';
import { expandPaths } from '../intake/expand.ts';
import { enterLine, type PlaceInLine } from '../intake/line.ts';
import { findLookAlikes } from '../intake/look-alikes.ts';
import { asInnerProblem, isArchive, layOutArchive, startsLikeZip } from '../intake/open-archive.ts';
import { renewSome } from '../intake/renew-looks.ts';
import { type GivenFile, takeIn } from '../intake/take-in.ts';
import { attachFile } from './attachment.ts';
import type { Context, Handler, ParsedInput } from './context.ts';
import { appendPages, writingOf } from './paper.ts';

type Outcome = FileOutcome & { undo: UndoStep[] };
type Given = GivenFile & Pick<ParsedInput<'scan.add'>, 'lookAlikes'>;
type Placed = { added: boolean; undo: UndoStep[] };

/**
 * `kept`: the file is in its place now; `duplicate`: it was there already and nothing was added. In both, `places` says
 * where the same bytes are used. A file that cannot be kept is an answer, `refused`, so that a batch goes on.
 */
export const addScan: Handler<'scan.add'> = async (context, input) => {
  const place = enterLine(context.vault, input.order);
  try {
    return await addInTurn(context, input, place);
  } finally {
    place.leave();
  }
};

async function addInTurn(
  context: Context,
  input: ParsedInput<'scan.add'>,
  { turn }: PlaceInLine,
): Promise<CallOutput<'scan.add'>> {
  const { path, target, password, lookAlikes } = input;
  const name = input.fileName ?? basename(path);
  if (target) getVisit(context.vault.db, target.visitId);
  const given = { path, name, password, turn, lookAlikes };
  const outcome = await addFile(context, given, target);
  const unknownZip = isArchive(asError(outcome)) && (await startsLikeZip(path));
  return unknownZip ? addArchive(context, given, target) : { ...outcome, members: [] };
}

const asError = ({ problem }: Outcome): Problem | null =>
  problem ? new Problem(problem.code as Problem['code'], problem.params) : null;

async function addFile(context: Context, given: Given, target: Target): Promise<Outcome> {
  try {
    const { outcome, scan } = await takeIn(context, given);
    const asked = outcome === 'kept' ? given.lookAlikes : null;
    const settling = { file: given.name, scan, later: asked === 'later' };
    const settled = await writeInTurn(context.vault, () => settle(context, settling, target));
    // The file is in its place by now: what it looks like is only a question.
    return asked === 'now' ? { ...settled, lookAlikes: await lookAlikesOf(context, scan.id) } : settled;
  } catch (error) {
    const problem = asProblem(error, context.vault.dir);
    if (problem instanceof Problem) return refused(given.name, problem);
    throw problem;
  }
}

async function lookAlikesOf(context: Context, scan: string): Promise<Outcome['lookAlikes']> {
  try {
    await renewSome(context);
    return await findLookAlikes(context, scan);
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}

/** Each file inside has an outcome of its own; an archive inside an archive is refused like any other kind. */
async function addArchive(context: Context, given: Given, target: Target): Promise<CallOutput<'scan.add'>> {
  const members: Outcome[] = [];
  const parent = join(context.vault.dir, 'incoming');
  try {
    for await (const inner of layOutArchive(context.workshop, { ...given, parent })) {
      const file = 'path' in inner ? { ...given, ...inner } : null;
      const outcome = file
        ? await addFile(context, file, target)
        : 'problem' in inner
          ? refused(inner.name, inner.problem)
          : null;
      if (outcome) members.push(asInner(outcome));
    }
  } catch (error) {
    const problem = asProblem(error, context.vault.dir);
    if (!(problem instanceof Problem)) throw problem;
    if (members.length === 0) return { ...refused(given.name, problem), members };
    members.push(refused(given.name, problem));
  }
  const best = (['kept', 'duplicate'] as const).find((wanted) =>
    members.some(({ outcome }) => outcome === wanted),
  );
  return {
    ...refused(given.name, new Problem('archive-empty', { file: given.name })),
    ...(best ? { outcome: best, problem: null } : {}),
    undo: [...members].reverse().flatMap(({ undo }) => undo),
    members,
  };
}

function asInner(outcome: Outcome): Outcome {
  const problem = asError(outcome);
  return problem ? { ...outcome, problem: asInnerProblem(problem).toFact() } : outcome;
}

type Settling = { file: string; scan: Scan; later: boolean };

function settle(context: Context, { file, scan, later }: Settling, target: Target): Outcome {
  const { db } = context.vault;
  return inTransaction(db, () => {
    const before = listScanPlaces(db, scan.id);
    const { added, undo } = target
      ? placeInPaper(context, scan, target)
      : placeInInbox(context, scan, before.length > 0);
    if (later && scan.pages.length > 0) rememberToCompare(db, scan.id, context.now().toISOString());
    return {
      file,
      outcome: added ? 'kept' : 'duplicate',
      scan: scan.id,
      mediaType: scan.mediaType,
      pages: scan.pages,
      places: listScanPlaces(db, scan.id),
      problem: null,
      lookAlikes: [],
      toCompare: isToCompare(db, scan.id),
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
  if (scan.pages.length === 0) return placeAsAttachment(context, scan, target);
  const name = { ...target, title: '' };
  if (findPaper(db, name)?.pages.some((page) => page.scan === scan.id)) return { added: false, undo: [] };
  const { undo } = appendPages(writingOf(context), name, pagesAsWaiting(db, scan));
  return { added: true, undo: [...undo, ...leaveInbox(context, scan)] };
}

/** What was tidied while it waited stays tidied; a page that was left out there comes behind the others. */
function pagesAsWaiting(db: Db, scan: Scan): PaperPage[] {
  const waiting = findInboxItem(db, scan.id)?.pages ?? [];
  const others = allPages(scan).filter(({ page }) => !waiting.some((one) => one.page === page));
  return [...waiting, ...others];
}

/** OFD and XML have no pages: they stand beside the paper, go into the folder of originals, and never into the packet. */
function placeAsAttachment(context: Context, scan: Scan, target: NonNullable<Target>): Placed {
  const time = context.now().toISOString();
  const undo = attachFile(context.vault.db, { ...target, scan: scan.id, time });
  if (undo.length === 0) return { added: false, undo };
  return { added: true, undo: [...undo, ...leaveInbox(context, scan)] };
}

function leaveInbox({ vault: { db }, now }: Context, scan: Scan): UndoStep[] {
  const waiting = findInboxItem(db, scan.id);
  if (!waiting) return [];
  markInboxItemRemoved(db, waiting.id, now().toISOString());
  return [{ call: 'inbox.restore', input: { ids: [waiting.id] } }];
}

const refused = (file: string, problem: Problem): Outcome => ({
  file,
  outcome: 'refused',
  scan: null,
  mediaType: null,
  pages: [],
  places: [],
  problem: problem.toFact(),
  lookAlikes: [],
  toCompare: false,
  undo: [],
});

export const findPlaces: Handler<'scan.get'> = ({ vault: { db } }, { id }) => ({
  scan: getScan(db, id),
  places: listScanPlaces(db, id),
});

export const expandFolders: Handler<'scan.expand'> = (_, { paths }) => expandPaths(paths);

export const takeHanded: Handler<'scan.handed'> = ({ handedFiles }) => ({ paths: handedFiles?.() ?? [] });
