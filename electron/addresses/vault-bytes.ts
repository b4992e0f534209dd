// What the vault keeps, by address: a picture of a page, the bytes the packet embeds, an original as it came.

import { scanId } from '../../shared/domain.ts';
import { type PageEdit, parseEdit, settleEdit } from '../../shared/page-edit.ts';
import { Problem } from '../../shared/problems.ts';
import { getScan, readScanBytes } from '../database/scan.ts';
import type { Context } from '../handlers/context.ts';
import { scanCompact } from '../intake/compact.ts';
import { scanPicture, scanPrintable, scanRescue } from '../intake/pictures.ts';
import { sandboxPolicy } from './content-security-policy.ts';
import { answerReply, bytesReply } from './replies.ts';

/** A scan's name is the hash of its bytes, so what is shown under an address of it never changes. */
const forGood = {
  'cache-control': 'private, max-age=31536000, immutable',
  'content-security-policy': sandboxPolicy,
};

const SMALLEST_EDGE = 64;
const LARGEST_EDGE = 4000;
const LARGEST_PAGE = 100_000;
const PRINTABLE_TYPES = { jpeg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf' };

function readScan(text: string | undefined): string {
  const parsed = scanId.safeParse(text);
  if (!parsed.success)
    throw new Problem('input-invalid', { field: 'scan', reason: String(text).slice(0, 80) });
  return parsed.data;
}

function readWhole(field: string, text: string | null | undefined, from: number, to: number): number {
  const value = /^\d{1,6}$/.test(text ?? '') ? Number(text) : Number.NaN;
  if (value >= from && value <= to) return value;
  throw new Problem('input-invalid', { field, reason: `${from}-${to}` });
}

/** The first two parts of an address: which page (from 0) of which scan. */
const readPage = ([scan, page]: string[]): { scan: string; page: number } => ({
  scan: readScan(scan),
  page: readWhole('page', page, 0, LARGEST_PAGE),
});

function readTurn(text: string | null): 0 | 90 | 180 | 270 {
  if (text === '90') return 90;
  if (text === '180') return 180;
  if (text === '270') return 270;
  if (text === null || text === '0') return 0;
  throw new Problem('input-invalid', { field: 'turn', reason: '0, 90, 180, 270' });
}

/** `parts` are scan and page; the query holds `edge` (pixels), `turn` (degrees clockwise) and perhaps `edit`. */
export async function servePicture(
  context: Context,
  parts: string[],
  query: URLSearchParams,
): Promise<Response> {
  const { scan, page } = readPage(parts);
  const edge = readWhole('edge', query.get('edge'), SMALLEST_EDGE, LARGEST_EDGE);
  const picture = await scanPicture(context, scan, page, edge, readTurn(query.get('turn')), readEdit(query));
  return bytesReply(picture, 'image/webp', forGood);
}

function readEdit(query: URLSearchParams): PageEdit | undefined {
  const text = query.get('edit') ?? '';
  const edit = parseEdit(text);
  if (text !== '' && !edit) throw new Problem('input-invalid', { field: 'edit', reason: text.slice(0, 80) });
  return settleEdit(edit);
}

/** `parts` are scan and page; the query may hold `edit`. */
export async function servePrintable(
  context: Context,
  parts: string[],
  query: URLSearchParams,
): Promise<Response> {
  const { scan, page } = readPage(parts);
  const printable = await scanPrintable(context, scan, page, readEdit(query));
  return bytesReply(printable.bytes, PRINTABLE_TYPES[printable.form], forGood);
}

/** `parts` are scan and page; the query holds `rung`. What comes differs with the program's version, so it is not kept. */
export async function serveRescue(
  context: Context,
  parts: string[],
  query: URLSearchParams,
): Promise<Response> {
  const { scan, page } = readPage(parts);
  const rung = query.get('rung');
  if (rung !== 'rewritten' && rung !== 'drawn')
    throw new Problem('input-invalid', { field: 'rung', reason: 'rewritten, drawn' });
  const { form, bytes, dpi } = await scanRescue(context, { scan, page }, rung);
  return bytesReply(bytes, PRINTABLE_TYPES[form], {
    'content-security-policy': sandboxPolicy,
    ...(dpi === null ? {} : { 'x-dpi': String(dpi) }),
  });
}

/** What a portal may ask a page to be; the longest is what a page of A4 has at 600 dots an inch. */
const SMALLEST_COMPACT = 200;
const LARGEST_COMPACT = 7016;

/** `parts` are scan and page; the query holds `edge`, `turn`, and for one step `make` (pixels) and `quality` (1 to 100). */
export async function serveCompact(
  context: Context,
  parts: string[],
  query: URLSearchParams,
): Promise<Response> {
  const place = {
    ...readPage(parts),
    extraTurn: readTurn(query.get('turn')),
    edit: readEdit(query),
  };
  const longEdge = readWhole('edge', query.get('edge'), SMALLEST_COMPACT, LARGEST_COMPACT);
  if (!query.has('make')) {
    const { jpeg: _, ...cost } = await scanCompact(context, place, { longEdge });
    return answerReply({ ok: true, value: cost });
  }
  const edge = readWhole('make', query.get('make'), 1, LARGEST_COMPACT);
  const quality = readWhole('quality', query.get('quality'), 1, 100);
  const { jpeg } = await scanCompact(context, place, { longEdge, make: { edge, quality } });
  if (!jpeg) throw new Error('the workshop made no picture');
  return bytesReply(jpeg, 'image/jpeg', { 'content-security-policy': sandboxPolicy });
}

/** `parts` is the scan. The file comes back as a download under the name it came with. */
export async function serveOriginal(context: Context, parts: string[]): Promise<Response> {
  const id = readScan(parts[0]);
  const scan = getScan(context.vault.db, id);
  const name = encodeURIComponent(scan.fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return bytesReply(readScanBytes(context.vault.db, id), scan.mediaType, {
    ...forGood,
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
  });
}
