// Calls about what was taken out of its place: the list of it, and putting it back. Nothing is ever erased.

import type { UndoStep } from '../../shared/calls.ts';
import { standingPaperFields } from '../../shared/claim-life.ts';
import type { PaperKind, PaperPage } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import type { TrashEntry, TrashOrigin } from '../../shared/trash-calls.ts';
import { getAttachment, listAttachments, markAttachmentRemoved } from '../database/attachment.ts';
import { getPaper } from '../database/paper.ts';
import { getScan, listScanPlaces } from '../database/scan.ts';
import {
  getStandingPaper,
  markStandingPaperRemoved,
  updateStandingPaper,
} from '../database/standing-paper.ts';
import { type Db, inTransaction } from '../database/statement.ts';
import {
  findLastPlaces,
  findPlaceFacts,
  isPersonGone,
  listUnplaced,
  type Unplaced,
} from '../database/trash.ts';
import type { Handler } from './context.ts';
import { changePages, type Writing, writingOf } from './paper.ts';
import { returnToInbox } from './return-to-inbox.ts';
import { bringVisitBack } from './visit.ts';

/** A page with the place in the list it had; a file without pages has none. */
type Removed = { position: number; page: PaperPage | null; removedAt: string | null; origin: TrashOrigin };
type Group = { scan: string; origin: TrashOrigin; removed: Removed[] };

export const listTrash: Handler<'trash.list'> = ({ vault: { db } }) =>
  groupRemoved(db, listUnplaced(db))
    .map((group) => toEntry(db, group))
    .sort((a, b) => (b.removedAt ?? '').localeCompare(a.removedAt ?? ''));

const toEntry = (db: Db, { scan, origin, removed }: Group): TrashEntry => ({
  scan: getScan(db, scan),
  pages: pagesOf(removed),
  origin,
  removedAt: removed.map(({ removedAt }) => removedAt).reduce(later, null),
});

const pagesOf = (removed: readonly Removed[]): PaperPage[] => removed.flatMap(({ page }) => page ?? []);
const later = (one: string | null, other: string | null) => ((one ?? '') > (other ?? '') ? one : other);

/** What left the same place goes together, in the order it had there. */
function groupRemoved(db: Db, unplaced: readonly Unplaced[]): Group[] {
  const groups = new Map<string, Group>();
  for (const one of unplaced) {
    for (const removed of describeRemoved(db, one)) {
      const key = `${one.scan} ${removed.origin.placeId}`;
      const group = groups.get(key) ?? { scan: one.scan, origin: removed.origin, removed: [] };
      group.removed.push(removed);
      groups.set(key, group);
    }
  }
  for (const { removed } of groups.values()) removed.sort((a, b) => a.position - b.position);
  return [...groups.values()];
}

/** More than one where the page stood in its place more than once, as the halves of a page do. */
function describeRemoved(db: Db, one: Unplaced): Removed[] {
  const places = findLastPlaces(db, one);
  const page = one.page === null ? null : { scan: one.scan, page: one.page, turn: 0 as const };
  if (places.length === 0) return [{ position: one.page ?? 0, page, removedAt: null, origin: unknownOrigin }];
  return places.map(({ placeId, position, removedAt, page: stood }) => ({
    ...{ position, removedAt, page: stood ?? page },
    origin: describeOrigin(db, placeId),
  }));
}

const unknownOrigin: TrashOrigin = {
  kind: 'unknown',
  placeId: null,
  visitId: null,
  ownerRemoved: false,
  paperKind: null,
  title: '',
  personName: '',
  hospital: '',
  date: '',
};

function describeOrigin(db: Db, placeId: string): TrashOrigin {
  const kind = placeId.slice(0, placeId.indexOf('-')) as Exclude<TrashOrigin['kind'], 'unknown'>;
  const facts = findPlaceFacts(db, placeId);
  return {
    ...unknownOrigin,
    ...facts,
    paperKind: (facts?.paperKind ?? null) as PaperKind | null,
    kind,
    placeId,
  };
}

export const restoreTrash: Handler<'trash.restore'> = (context, { scan, pages, to }) => {
  const writing = writingOf(context);
  return inTransaction(writing.db, () => {
    const wanted = listUnplaced(writing.db).filter(
      (one) => one.scan === scan && (pages.length === 0 || (one.page !== null && pages.includes(one.page))),
    );
    if (wanted.length === 0 || wanted.length < new Set(pages).size)
      throw new Problem('not-found', { what: 'scan', id: scan });
    const steps = groupRemoved(writing.db, wanted).map((group) => {
      const gone = isPersonGone(writing.db, group.origin.placeId ?? '');
      return putBack[to === 'inbox' || gone ? 'inbox' : group.origin.kind](writing, group);
    });
    // What was done last is taken back first.
    const undo = steps.reverse().flat();
    return { places: listScanPlaces(writing.db, scan), undo };
  });
};

type PutBack = (writing: Writing, group: Group) => UndoStep[];

/** Each page where it was, as far as the list still reaches; none that is there already. */
function insertPages(now: readonly PaperPage[], removed: readonly Removed[]): PaperPage[] {
  const pages = [...now];
  for (const { page, position } of removed)
    if (page && !now.some((one) => one.scan === page.scan && one.page === page.page))
      pages.splice(position, 0, page);
  return pages;
}

const putIntoPaper: PutBack = (writing, { origin, removed }) => {
  const visit = bringOwnerBack(writing, origin);
  const before = getPaper(writing.db, origin.placeId ?? '');
  const after = insertPages(before.pages, removed);
  return [...(after.length > before.pages.length ? changePages(writing, before, after).undo : []), ...visit];
};

function bringOwnerBack({ db }: Writing, { visitId, ownerRemoved }: TrashOrigin): UndoStep[] {
  if (!ownerRemoved || visitId === null) return [];
  bringVisitBack(db, visitId);
  return [{ call: 'visit.remove', input: { id: visitId } }];
}

const putIntoStanding: PutBack = ({ db, time }, { origin, removed }) => {
  const id = origin.placeId ?? '';
  if (origin.ownerRemoved) markStandingPaperRemoved(db, id, null);
  const owner = origin.ownerRemoved ? [{ call: 'standing-paper.remove', input: { id } }] : [];
  const before = getStandingPaper(db, id);
  const fields = standingPaperFields.parse(before);
  const pages = insertPages(before.pages, removed);
  if (pages.length === before.pages.length) return owner;
  updateStandingPaper(db, id, { ...fields, pages }, time);
  return [{ call: 'standing-paper.save', input: { id, fields } }, ...owner];
};

const putBesidePaper: PutBack = (writing, { origin }) => {
  const visit = bringOwnerBack(writing, origin);
  const { id, visitId } = getAttachment(writing.db, origin.placeId ?? '');
  // The visit alone was removed: with it the file is back.
  if (listAttachments(writing.db, visitId).some((one) => one.id === id)) return visit;
  markAttachmentRemoved(writing.db, id, null);
  return [{ call: 'attachment.remove', input: { id } }, ...visit];
};

const putIntoInbox: PutBack = (writing, { scan, removed }) =>
  returnToInbox(writing, { scan, pages: pagesOf(removed) });

const putBack: Record<TrashOrigin['kind'], PutBack> = {
  paper: putIntoPaper,
  standing: putIntoStanding,
  attachment: putBesidePaper,
  inbox: putIntoInbox,
  unknown: putIntoInbox,
};
