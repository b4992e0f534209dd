// Looks at a page once it is open: its faults and its fingerprint. Whatever goes wrong here is no fault of the file.

import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { type ScanPage, type Turn, toTurn } from '../../../shared/domain.ts';
import type { PdfDocument } from '../../../shared/pdfium/pdfium.ts';
import { Problem } from '../../../shared/problems.ts';
import { limits } from '../limits.ts';
import { withPdf } from '../pdf.ts';
import { readGivenFile } from '../read-file.ts';
import type { Look, LookSource } from '../workshop.ts';
import { openAskLine } from './ask-line.ts';
import { findFaults } from './find-faults.ts';
import { findTurn } from './find-turn.ts';
import { takeFingerprint } from './fingerprint.ts';
import { VIEW_EDGE } from './thresholds.ts';
import { makeUpright, measureTiles, type Tiles, type View } from './view.ts';

/** Decodes the picture to its last line into a small gray view, still in stored position. */
export async function takeView(picture: Sharp): Promise<View> {
  const { data, info } = await picture
    .resize({ width: VIEW_EDGE, height: VIEW_EDGE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, gray: firstChannel(data, info.channels) };
}

function firstChannel(data: Buffer, channels: number): Uint8Array {
  if (channels === 1) return data;
  return Uint8Array.from({ length: data.length / channels }, (_, at) => data[at * channels] ?? 0);
}

/** Of a page of a PDF: dots per inch of the scan it is, and the turn its text asks for (see readPageTurn). */
type PdfFacts = { dpi: number | undefined; turn: Turn | undefined };

/** `stored` is in stored position. Undefined when the look failed. */
export function lookAtPage(stored: View, page: ScanPage, facts?: PdfFacts): Look | undefined {
  try {
    const view = makeUpright(stored, page);
    const tiles = measureTiles(view);
    const findings = findFaults(page, view, tiles, facts?.dpi);
    const turn = facts?.turn ?? findTurnOrNothing(view, tiles);
    if (turn) findings.push({ code: 'not-upright', severity: 'hint', box: null, measure: turn });
    return { findings, fingerprint: takeFingerprint(view) };
  } catch {
    return undefined;
  }
}

/** Without the model, or with another one, nobody can tell; what else is seen on the page stays. */
function findTurnOrNothing(view: View, tiles: Tiles): Turn | undefined {
  try {
    return findTurn(view, tiles, openAskLine());
  } catch {
    return undefined;
  }
}

/** Of a long PDF only the first pages, and no longer than a person would wait. */
export async function lookAtPdf(
  source: LookSource,
  pages: readonly ScanPage[],
): Promise<(Look | undefined)[]> {
  const end = performance.now() + limits.lookSeconds * 1000;
  const bytes = 'path' in source ? await readUnchanged(source) : source;
  return withPdf(bytes, async (pdf) => {
    const looks: (Look | undefined)[] = [];
    for (const [at, page] of pages.slice(0, limits.lookPages).entries()) {
      if (performance.now() > end) break;
      looks.push(lookAtPage(await drawView(pdf, at), page, readFacts(pdf, at)));
    }
    return looks;
  });
}

/** A page in stored position. */
export function drawView(pdf: PdfDocument, page: number): Promise<View> {
  const { width, height, rgba } = pdf.draw(page, { width: VIEW_EDGE, height: VIEW_EDGE, turn: 0 });
  return takeView(sharp(rgba, { raw: { width, height, channels: 4 } }));
}

/** What a scanner's program read into a scan is no witness: it reads what lies upside down as it lies. */
function readFacts(pdf: PdfDocument, at: number): PdfFacts {
  const dpi = measureDpi(pdf, at);
  const turn = dpi === undefined ? pdf.textTurn(at) : undefined;
  return { dpi, turn: turn === undefined ? undefined : toTurn(turn - pdf.pageRotation(at)) };
}

/** Pictures that cover less than this share of their page are no scan of it: letters and lines print sharp at any size. */
const SCANNED = 0.5;

/** Dots per inch of a scanned page, as it prints: on A4, never enlarged (210 by 297 mm, ISO 216). As measureOwnDpi. */
export function measureDpi(pdf: PdfDocument, at: number): number | undefined {
  const page = pdf.pageSize(at);
  const dpi = measureOwnDpi(pdf, at);
  if (dpi === undefined) return undefined;
  const long = Math.max(page.width, page.height) / ((297 * 72) / 25.4);
  const short = Math.min(page.width, page.height) / ((210 * 72) / 25.4);
  return Math.round(dpi * Math.max(1, long, short));
}

/** Of a scanned page at its own size. Undefined where the page is no scan. Strips of one scan count by their area. */
export function measureOwnDpi(pdf: PdfDocument, at: number): number | undefined {
  const page = pdf.pageSize(at);
  const images = pdf.images(at, (all) =>
    all.map(({ width, height, matrix: [a, b, c, d] }) => {
      const [wide, high] = [Math.hypot(a, b), Math.hypot(c, d)];
      return { area: wide * high, dpi: 72 * Math.min(width / wide, height / high) };
    }),
  );
  const known = images.filter(({ area, dpi }) => area > 0 && Number.isFinite(dpi) && dpi > 0);
  const area = known.reduce((sum, image) => sum + image.area, 0);
  if (area < page.width * page.height * SCANNED) return undefined;
  return known.reduce((sum, image) => sum + image.dpi * image.area, 0) / area;
}

async function readUnchanged({ path, sha256 }: { path: string; sha256: string }): Promise<Uint8Array> {
  const bytes = await readGivenFile(path, path);
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
  throw new Problem('file-damaged', { detail: 'it changed while it was being read' });
}
