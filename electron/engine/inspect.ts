// Looks into a given file: its kind by its bytes, its limits, its pages and what makes each upright.

import { createHash } from 'node:crypto';
import type { Sharp } from 'sharp';
import type { MediaType, ScanPage } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { limits } from './limits.ts';
import { recognise } from './media-type.ts';
import { decideUpright } from './orientation.ts';
import { withPdf } from './pdf.ts';
import { openRaster, type RasterType } from './raster.ts';
import { readGivenFile } from './read-file.ts';
import type { Inspected } from './workshop.ts';

export async function inspectFile(path: string, fileName: string): Promise<Inspected> {
  const bytes = await readGivenFile(path, fileName);
  const mediaType = expectAccepted(bytes);
  const pages =
    mediaType === 'application/pdf' ? await inspectPdf(bytes) : await inspectRaster(bytes, mediaType);
  return { mediaType, pages, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function expectAccepted(bytes: Uint8Array): RasterType | 'application/pdf' {
  const found = recognise(bytes);
  if ('refused' in found) throw new Problem('file-type-unsupported', { type: found.refused });
  const { mediaType } = found;
  if (mediaType === 'application/ofd') throw new Problem('file-type-unsupported', { type: 'OFD' });
  if (mediaType === 'application/xml') throw new Problem('file-type-unsupported', { type: 'XML' });
  return mediaType;
}

function checkPageCount(pages: number): void {
  if (pages > limits.pages) throw new Problem('pdf-too-many-pages', { pages, limit: limits.pages });
}

function inspectPdf(bytes: Uint8Array): Promise<ScanPage[]> {
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

async function inspectRaster(bytes: Uint8Array, mediaType: RasterType): Promise<ScanPage[]> {
  const first = await openRaster(bytes, mediaType);
  const count = severalPages(mediaType) ? ((await first.metadata()).pages ?? 1) : 1;
  checkPageCount(count);
  const pages = [await inspectRasterPage(first, mediaType)];
  for (let page = 1; page < count; page += 1) {
    pages.push(await inspectRasterPage(await openRaster(bytes, mediaType, page), mediaType));
  }
  return pages;
}

/** Decodes the page to its last line, so that half a picture is found now and not at the counter. */
async function inspectRasterPage(picture: Sharp, mediaType: RasterType): Promise<ScanPage> {
  const { width, pageHeight, height, orientation } = await picture.metadata();
  await picture.resize({ width: 64, height: 64, fit: 'inside' }).raw().toBuffer();
  const upright = decideUpright(orientedByExif(mediaType) ? orientation : 1);
  return { width, height: pageHeight ?? height, unit: 'px', ...upright };
}
