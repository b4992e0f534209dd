// Pictures and printable bytes of kept scans: from the derived cache, else made in the workshop, each only once.

import type { MediaType, Scan, ScanPage, Turn } from '../../shared/domain.ts';
import { formatEdit, type PageEdit, parseEdit, type SourceEdit } from '../../shared/page-edit.ts';
import type { PageFinding } from '../../shared/page-findings.ts';
import { Problem } from '../../shared/problems.ts';
import { type Derived, derivedStore } from '../database/derived.ts';
import { findScan, readReadableBytes } from '../database/scan.ts';
import type { Vault } from '../database/vault.ts';
import type { EditWish } from '../engine/edit/edited.ts';
import type { FoundCorners } from '../engine/edit/find-corners.ts';
import { keptForm } from '../engine/kept-as-it-came.ts';
import { PREVIEW_EDGE } from '../engine/limits.ts';
import type { Printable, RescuedPage, RescueRung } from '../engine/workshop.ts';
import type { Context } from '../handlers/context.ts';

const SMALLEST_EDGE = 64;
const LARGEST_EDGE = 4000;
/** First byte of every PNG. */
const PNG_START = 0x89;
/** Only their bytes tell whether they go into a packet as they came. */
const KEPT_MOSTLY: MediaType[] = ['image/jpeg', 'image/png', 'application/pdf'];

/** Under which a scan's preview, made when it came in, is kept; without it small pictures are made from the scan itself. */
export const previewKey = (scanId: string): string => `preview/${PREVIEW_EDGE}/${scanId}`;

/** A WebP picture of one page (0-based), upright and turned by `extraTurn`, longer side at most `edge` pixels. */
export async function scanPicture(
  context: Context,
  scanId: string,
  page: number,
  edge: number,
  extraTurn: Turn,
  edit?: PageEdit,
): Promise<Uint8Array> {
  const { scan, scanPage } = findPage(context, scanId, page);
  const pixels = Math.round(Math.min(LARGEST_EDGE, Math.max(SMALLEST_EDGE, edge)));
  const turn = edit ? scanPage.turn : (((scanPage.turn + extraTurn) % 360) as Turn);
  const edited = edit && { edit, extraTurn };
  const wish = { page, edge: pixels, mirrored: scanPage.mirrored, turn, edited };
  const key = `picture/${scanId}/${page}/${pixels}/${extraTurn}${edit ? `/${formatEdit(edit)}` : ''}`;
  return makeOnce(context.vault, key, async () => {
    const preview =
      edit || pixels > PREVIEW_EDGE ? undefined : derivedStore(context.vault).get(previewKey(scanId));
    const draw = () =>
      preview
        ? context.workshop.picture(preview.bytes, 'image/jpeg', wish)
        : context.workshop.picture(readReadable(context, scan), scan.mediaType, wish);
    return { mediaType: 'image/webp', bytes: await attempt(context.vault, scan, draw) };
  });
}

/** What the packet embeds for one page: the original JPEG, PNG or PDF, or a PNG or JPEG made of it. */
export async function scanPrintable(
  context: Context,
  scanId: string,
  page: number,
  edit?: PageEdit,
): Promise<Printable> {
  const { scan, scanPage } = findPage(context, scanId, page);
  if (edit) return printEdited(context, scan, { page, ...scanPage, edit });
  if (KEPT_MOSTLY.includes(scan.mediaType)) {
    const bytes = readReadable(context, scan);
    const form = keptForm(bytes, scan.mediaType);
    if (form) return { form, bytes };
  }
  const make = () =>
    attempt(context.vault, scan, () =>
      context.workshop.printable(readReadable(context, scan), scan.mediaType, page),
    );
  const bytes = await makeOnce(context.vault, `printable/${scanId}/${page}`, async () => {
    const { form, bytes } = await make();
    return { mediaType: `image/${form}`, bytes };
  });
  return { form: bytes[0] === PNG_START ? 'png' : 'jpeg', bytes };
}

/** The same for a page as a packet's plan names it. */
export const sourcePrintable = (
  context: Context,
  { scan, page, edit }: { scan: string; page: number; edit?: SourceEdit | undefined },
): Promise<Printable> => scanPrintable(context, scan, page, edit && parseEdit(edit.text));

async function printEdited(context: Context, scan: Scan, wish: EditWish): Promise<Printable> {
  const { page, mirrored, turn, edit } = wish;
  const bytes = await makeOnce(context.vault, `edited/${scan.id}/${page}/${formatEdit(edit)}`, async () => {
    const make = () =>
      context.workshop.edited(readReadable(context, scan), scan.mediaType, { page, mirrored, turn, edit });
    const made = await attempt(context.vault, scan, make);
    return { mediaType: `image/${made.form}`, bytes: made.bytes };
  });
  return { form: bytes[0] === PNG_START ? 'png' : 'jpeg', bytes };
}

/** Looks taken by a program that sees other things are taken anew. */
const LOOK_EDITION = 2;

/** What is seen on an edited page, placed on it as it is before its last turn; looked at once. */
export async function scanEditedLook(
  context: Context,
  scanId: string,
  page: number,
  edit: PageEdit,
): Promise<PageFinding[]> {
  const { scan, scanPage: stored } = findPage(context, scanId, page);
  const key = `look-${LOOK_EDITION}/${scanId}/${page}/${formatEdit(edit)}`;
  const bytes = await makeOnce(context.vault, key, async () => {
    const look = () =>
      context.workshop.lookEdited(readReadable(context, scan), scan.mediaType, { page, stored, edit });
    const findings = await attempt(context.vault, scan, look);
    return { mediaType: 'application/json', bytes: Buffer.from(JSON.stringify(findings)) };
  });
  return JSON.parse(Buffer.from(bytes).toString()) as PageFinding[];
}

/** The corners of the paper photographed on a page (0-based); null when nothing like one is seen. */
export function scanCorners(context: Context, scanId: string, page: number): Promise<FoundCorners | null> {
  const { scan, scanPage } = findPage(context, scanId, page);
  const { mirrored, turn } = scanPage;
  return attempt(context.vault, scan, () =>
    context.workshop.corners(readReadable(context, scan), scan.mediaType, { page, mirrored, turn }),
  );
}

/** A page of a kept PDF in another form: the whole file written anew once, kept for next time, or a picture of this page. */
export async function scanRescue(
  context: Context,
  place: { scan: string; page: number },
  rung: RescueRung,
): Promise<RescuedPage> {
  const { scan } = findPage(context, place.scan, place.page);
  const make = () =>
    attempt(context.vault, scan, () =>
      context.workshop.rescue(readReadable(context, scan), place.page, rung),
    );
  if (rung === 'drawn') return make();
  const bytes = await makeOnce(context.vault, `rewritten/${scan.id}`, async () => ({
    mediaType: 'application/pdf',
    bytes: (await make()).bytes,
  }));
  return { form: 'pdf', bytes, page: place.page, dpi: null };
}

function findPage(context: Context, scanId: string, page: number): { scan: Scan; scanPage: ScanPage } {
  const scan = findScan(context.vault.db, scanId);
  if (!scan) throw new Problem('not-found', { what: 'scan', id: scanId });
  const scanPage = scan.pages[page];
  if (!scanPage) throw new Problem('not-found', { what: 'page', id: page + 1 });
  return { scan, scanPage };
}

function readReadable(context: Context, scan: Scan): Uint8Array {
  return readReadableBytes(context.vault.db, scan.id);
}

const stuck = new WeakMap<Vault, Map<string, Problem>>();

/**
 * A scan that kept the workshop busy to its limit is not tried again until the program starts anew: a list of its pages
 * would hold up all other pictures. The workshop sees bytes only, so the file's name is added here.
 */
async function attempt<T>(vault: Vault, scan: Scan, work: () => Promise<T>): Promise<T> {
  const known = stuck.get(vault) ?? new Map<string, Problem>();
  stuck.set(vault, known);
  const before = known.get(scan.id);
  if (before) throw before;
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const problem = new Problem(error.code, { ...error.params, file: scan.fileName });
    if (error.code === 'file-timeout' || error.code === 'file-too-hungry') known.set(scan.id, problem);
    throw problem;
  }
}

const underWay = new WeakMap<Vault, Map<string, Promise<Derived>>>();

/** Two wishes for the same thing share one job; what is made is kept for the next wish. */
async function makeOnce(vault: Vault, key: string, make: () => Promise<Derived>): Promise<Uint8Array> {
  const kept = derivedStore(vault).get(key);
  if (kept) return kept.bytes;
  const jobs = underWay.get(vault) ?? new Map<string, Promise<Derived>>();
  underWay.set(vault, jobs);
  const running = jobs.get(key);
  if (running) return (await running).bytes;
  const job = make().finally(() => jobs.delete(key));
  jobs.set(key, job);
  const { mediaType, bytes } = await job;
  if (vault.db.open) derivedStore(vault).put(key, mediaType, bytes);
  return bytes;
}
