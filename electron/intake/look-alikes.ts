// Earlier pages that a new scan looks like, leaving out those a person has answered for.

import { setImmediate } from 'node:timers/promises';
import type { LookAlike } from '../../shared/calls.ts';
import { Problem } from '../../shared/problems.ts';
import { isPageInUse } from '../database/page-list.ts';
import {
  hasAnswer,
  isAnswered,
  listFingerprintHeads,
  type PageName,
  readFingerprint,
  readFingerprints,
} from '../database/page-look.ts';
import { getScan, listScanPlaces } from '../database/scan.ts';
import type { Db } from '../database/statement.ts';
import { LOOK_ALIKE, openCoarse, rankByRareWords } from '../engine/look/compare-fingerprints.ts';
import { FINGERPRINT_HEAD } from '../engine/look/fingerprint.ts';
import type { Context } from '../handlers/context.ts';
import { readKeptPage, readPageToLookAt } from './kept-page.ts';

/** Earlier pages that are looked at in full: for a page, and for all pages of a long document together. */
const MOST_FOR_PAGE = 5;
const MOST_FOR_SCAN = 40;
/** Of those that look alike, so many are laid over the page finely, which takes about half a second each. */
const MOST_IN_FINE = 2;
/** Heads that are compared before the window gets its turn. */
const AT_ONCE = 100;
/** Candidates whose places are looked up before the window gets its turn: a few statements each. */
const PLACES_AT_ONCE = 20;
/** The likest at first sight, which are ranked again by what only few of them have. */
const AT_FIRST_SIGHT = 120;

type Candidate = PageName & { like: number; head: Uint8Array };
type Likest = PageName & { likeness: number };

/**
 * One for each page of the scan at most, the likest. Only pages that are in use somewhere count. With `before` what is still to be
 * asked: only pages in use that nobody has answered for, held against those looked at before them.
 */
export async function findLookAlikes(context: Context, scan: string, before = false): Promise<LookAlike[]> {
  const { db } = context.vault;
  const prints = readFingerprints(db, scan).filter(({ page }) => !before || isToBeAsked(db, { scan, page }));
  const most = Math.max(1, Math.min(MOST_FOR_PAGE, Math.floor(MOST_FOR_SCAN / Math.max(1, prints.length))));
  const found: LookAlike[] = [];
  for (const { page, fingerprint } of prints) {
    const candidates = await listCandidates(context, { scan, page, fingerprint, most, before });
    const unlike = await leaveOutOtherWriting(context, { scan, page }, candidates);
    const likest = await chooseLikest(context, { scan, page, fingerprint }, unlike);
    if (!likest || !db.open) continue;
    const { fileName } = getScan(db, likest.scan);
    const likeness = Math.round(likest.likeness * 1000) / 1000;
    const earlier = { scan: likest.scan, page: likest.page };
    found.push({ page, earlier, fileName, places: listScanPlaces(db, likest.scan), likeness });
  }
  return found;
}

const isToBeAsked = (db: Db, page: PageName): boolean =>
  !hasAnswer(db, page) && isPageInUse(db, page.scan, page.page);

type Wanted = PageName & { fingerprint: Uint8Array; most: number; before: boolean };

/** The likest by the coarse part of their fingerprints, which is all that is read of thousands of pages. */
async function listCandidates({ vault }: Context, wanted: Wanted): Promise<Candidate[]> {
  const { scan, page, fingerprint, most, before } = wanted;
  const likenessOf = openCoarse(fingerprint);
  const candidates: Candidate[] = [];
  for (let row = 0; vault.db.open; ) {
    const part = { row, most: AT_ONCE, bytes: FINGERPRINT_HEAD, before };
    const heads = listFingerprintHeads(vault.db, scan, part);
    for (const head of heads) {
      const like = likenessOf(head.fingerprint);
      if (like > 0) candidates.push({ scan: head.scan, page: head.page, like, head: head.fingerprint });
    }
    const last = heads.at(-1);
    keepLikest(candidates, AT_FIRST_SIGHT * 4);
    if (!last || heads.length < AT_ONCE) break;
    row = last.row;
    await setImmediate();
  }
  const usable: Candidate[] = [];
  for (const [at, other] of candidates.entries()) {
    if (at % PLACES_AT_ONCE === 0) await setImmediate();
    if (usable.length === AT_FIRST_SIGHT || !vault.db.open) break;
    const answered = isAnswered(vault.db, { scan, page }, other);
    if (!answered && isPageInUse(vault.db, other.scan, other.page)) usable.push(other);
  }
  await setImmediate();
  const ranks = rankByRareWords(
    fingerprint,
    usable.map(({ head }) => head),
  );
  const ranked = usable.map((candidate, at) => ({ ...candidate, like: ranks[at] ?? 0 }));
  keepLikest(ranked, most);
  return ranked;
}

/** Sorts and shortens the list itself. */
function keepLikest(candidates: Candidate[], most: number): void {
  candidates.sort((one, other) => other.like - one.like);
  candidates.length = Math.min(most, candidates.length);
}

/** Two e-invoices on one form are told apart by what is written in them, which a small picture hardly shows. */
async function leaveOutOtherWriting(
  context: Context,
  wanted: PageName,
  candidates: readonly Candidate[],
): Promise<Candidate[]> {
  const own = candidates.length > 0 ? await digitsOf(context, wanted) : null;
  if (own === null) return [...candidates];
  const left: Candidate[] = [];
  for (const candidate of candidates) {
    const digits = await digitsOf(context, candidate);
    if (digits === null || digits === own) left.push(candidate);
  }
  return left;
}

/** Null where they cannot be read: then the pictures decide. */
async function digitsOf({ vault: { db }, workshop }: Context, { scan, page }: PageName) {
  if (!db.open || getScan(db, scan).mediaType !== 'application/pdf') return null;
  try {
    return await workshop.ownDigits(readKeptPage(db, { scan, page }));
  } catch (error) {
    if (error instanceof Problem && error.code !== 'cancelled') return null;
    throw error;
  }
}

/** The likest that is alike in fine as well. */
async function chooseLikest(
  context: Context,
  { fingerprint, ...wanted }: PageName & { fingerprint: Uint8Array },
  candidates: readonly Candidate[],
): Promise<Likest | undefined> {
  const { vault, workshop } = context;
  const known = candidates.flatMap((candidate) => {
    const print = vault.db.open && readFingerprint(vault.db, candidate);
    return print ? [{ ...candidate, print }] : [];
  });
  let [waiting, compared] = [known, [] as Likest[]];
  for (let tried = 0; tried < MOST_IN_FINE && vault.db.open; tried += 1) {
    // Once one is certain the rest are not compared: they are when that one turns out to be another paper.
    const likes = waiting.length > 0 ? await workshop.compare(fingerprint, waiting.map(printOf)) : [];
    const now = likes.flatMap((likeness, at) => {
      const { scan, page } = waiting[at] ?? wanted;
      return likeness >= LOOK_ALIKE ? [{ scan, page, likeness }] : [];
    });
    compared = [...compared, ...now].sort((one, other) => other.likeness - one.likeness);
    waiting = waiting.slice(likes.length);
    const likest = compared.shift();
    if (!likest || !(await areTwoPapers(context, wanted, likest))) return likest;
  }
  return undefined;
}

const printOf = ({ print }: { print: Uint8Array }): Uint8Array => print;

/** Where it cannot be told, a person is asked. */
async function areTwoPapers({ vault, workshop }: Context, one: PageName, other: PageName) {
  if (!vault.db.open) return false;
  try {
    return await workshop.areTwoPapers(readPageToLookAt(vault, one), readPageToLookAt(vault, other));
  } catch (error) {
    if (error instanceof Problem && error.code !== 'cancelled') return false;
    throw error;
  }
}
