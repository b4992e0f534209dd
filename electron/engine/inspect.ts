// Looks into a given file: its kind by its bytes, its limits, its pages and what makes each upright.

import { createHash } from 'node:crypto';
import type { Sharp } from 'sharp';
import type { MediaType, ScanPage } from '../../shared/domain.ts';
import { Problem, type ProblemCode } from '../../shared/problems.ts';
import { countOtherPictures } from './heic.ts';
import { limits, PREVIEW_EDGE } from './limits.ts';
import { lookAtPage, takeView } from './look/look-at-page.ts';
import { type RefusedType, recognise } from './media-type.ts';
import { decideUpright } from './orientation.ts';
import { withPdf } from './pdf.ts';
import { shrinkPicture } from './picture.ts';
import { openRaster, type RasterType } from './raster.ts';
import { readGivenFile } from './read-file.ts';
import type { Inspected, Look } from './workshop.ts';

/** Throws 'pdf-password' and 'pdf-password-wrong' beside what opening, measuring and decoding throw. */
export async function inspectFile(path: string, fileName: string, password = ''): Promise<Inspected> {
  const bytes = await readGivenFile(path, fileName);
  const mediaType = expectAccepted(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (isWithoutPages(mediaType)) return { mediaType, sha256, pages: [] };
  if (mediaType === 'application/pdf') return { mediaType, sha256, ...(await inspectPdf(bytes, password)) };
  return { mediaType, sha256, ...(await inspectRaster(bytes, mediaType)) };
}

const isWithoutPages = (mediaType: MediaType): mediaType is 'application/ofd' | 'application/xml' =>
  mediaType === 'application/ofd' || mediaType === 'application/xml';

function expectAccepted(bytes: Uint8Array): MediaType {
  const found = recognise(bytes);
  if ('refused' in found) throw new Problem(refusalOf(found.refused), { type: found.refused });
  return found.mediaType;
}

/** What has to be done about it differs: unpacked, photographed from the screen, or printed as PDF. */
function refusalOf(type: RefusedType): ProblemCode {
  if (['RAR', '7-Zip', 'GZIP'].includes(type)) return 'archive-unsupported';
  if (type === 'EXE') return 'program-refused';
  return type === 'MP4/MOV' || type === 'MP3/WAV' ? 'film-unsupported' : 'file-type-unsupported';
}

function checkPageCount(pages: number): void {
  if (pages > limits.pages) throw new Problem('pdf-too-many-pages', { pages, limit: limits.pages });
}

type Pages = Pick<Inspected, 'pages' | 'looks' | 'readable' | 'preview'>;

/** A password is tried only where none does not do: with one set, PDFium turns away files that anyone may open. */
async function inspectPdf(bytes: Uint8Array, password: string): Promise<Pages> {
  try {
    return { pages: await measurePdf(bytes) };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'pdf-password' || password === '') throw error;
  }
  const readable = await withPdf(bytes, (pdf) => pdf.saveCopy(), password);
  return { pages: await measurePdf(readable), readable };
}

function measurePdf(bytes: Uint8Array): Promise<ScanPage[]> {
  return withPdf(bytes, (pdf) => {
    if (pdf.pageCount === 0) throw new Problem('pdf-no-pages');
    checkPageCount(pdf.pageCount);
    return Array.from({ length: pdf.pageCount }, (_, page) => ({
      ...pdf.pageSize(page),
      unit: 'pt' as const,
      mirrored: false,
      turn: pdf.pageRotation(page),
    }));
  });
}

const severalPages = (mediaType: MediaType): boolean => mediaType === 'image/tiff';
/** libvips applies the turns of an AVIF itself, so what EXIF says there must not be applied again. */
const orientedByExif = (mediaType: MediaType): boolean =>
  ['image/jpeg', 'image/png', 'image/webp', 'image/tiff'].includes(mediaType);

async function inspectRaster(bytes: Uint8Array, mediaType: RasterType): Promise<Pages> {
  const first = await openRaster(bytes, mediaType);
  const count = severalPages(mediaType) ? ((await first.metadata()).pages ?? 1) : 1;
  checkPageCount(count);
  if (count === 1 && (await isSlowToOpen(first, mediaType))) {
    const others = mediaType === 'image/heic' ? countOtherPictures(bytes) : 0;
    return inspectLarge(first, mediaType, others);
  }
  const seen = [await inspectRasterPage(first, mediaType)];
  for (let page = 1; page < count; page += 1) {
    seen.push(await inspectRasterPage(await openRaster(bytes, mediaType, page), mediaType));
  }
  return { pages: seen.map(({ page }) => page), looks: seen.map(({ look }) => look) };
}

/** A HEIC takes ten times as long as a JPEG; others are worth a preview where they are much larger than it. */
async function isSlowToOpen(picture: Sharp, mediaType: MediaType): Promise<boolean> {
  const { width, height } = await picture.metadata();
  return mediaType === 'image/heic' || width * height > PREVIEW_EDGE * PREVIEW_EDGE * 2;
}

/** `others`: pictures of the file beside this one, which are left out. */
async function inspectLarge(picture: Sharp, mediaType: MediaType, others: number): Promise<Pages> {
  const page = await measurePage(picture, mediaType);
  const { pixels, preview } = await shrinkPicture(picture);
  const look = lookAtPage(await takeView(pixels()), page);
  if (others > 0)
    look?.findings.push({ code: 'more-pictures', severity: 'hint', box: null, measure: others });
  return { pages: [page], looks: [look], preview: await preview() };
}

type SeenPage = { page: ScanPage; look: Look | undefined };

/** Decodes the page to its last line, so that half a picture is found now and not at the counter. */
async function inspectRasterPage(picture: Sharp, mediaType: RasterType): Promise<SeenPage> {
  const page = await measurePage(picture, mediaType);
  return { page, look: lookAtPage(await takeView(picture), page) };
}

async function measurePage(picture: Sharp, mediaType: MediaType): Promise<ScanPage> {
  const { width, pageHeight, height, orientation } = await picture.metadata();
  const upright = decideUpright(orientedByExif(mediaType) ? orientation : 1);
  return { width, height: pageHeight ?? height, unit: 'px', ...upright };
}
