// Proves pages of a finished packet in the child process: each is drawn and held against its source drawn by itself.

import sharp, { type Sharp } from 'sharp';
import type { MediaType } from '../../shared/domain.ts';
import { type Grey, greyOf, turnGrey } from '../../shared/packet-proof/compare.ts';
import type { ManifestPage, PacketManifest, PlacedSource } from '../../shared/packet-proof/manifest.ts';
import { type Finding, PROOF_DPI, provePage, type Reference } from '../../shared/packet-proof/prove-page.ts';
import { proveTexts } from '../../shared/packet-proof/prove-texts.ts';
import { findManifest } from '../../shared/packet-proof/read-manifest.ts';
import { drawReferencePage, referenceSize } from '../../shared/packet-proof/reference.ts';
import { noEdit, parseEdit, type SourceEdit } from '../../shared/page-edit.ts';
import { decoderFell } from '../../shared/pdfium/fell.ts';
import type { PdfDocument } from '../../shared/pdfium/pdfium.ts';
import { Problem } from '../../shared/problems.ts';
import { drawEdited, openPixels } from './edit/edited.ts';
import { withPdf, withPdfFile } from './pdf.ts';
import { openRaster } from './raster.ts';
import { storedPicture } from './stored-picture.ts';
import { findUntouched } from './untouched.ts';

export type ProofSource = { scan: string; mediaType: MediaType; bytes: Uint8Array };
/** `thorough`: packet pages (from 1) whose pictures are drawn at full size even where their bytes are proven untouched. */
export type ProofWish = {
  path: string;
  pages: ManifestPage[];
  sources: ProofSource[];
  thorough: readonly number[];
};
export type ReadPacket = { pageCount: number; manifest: PacketManifest | null; findings: Finding[] };

/** The packet's own manifest, null when it carries none, and what its pages fail to say of `given`, or else of its own. */
export const readPacket = (path: string, given?: PacketManifest): Promise<ReadPacket> =>
  withPdfFile(path, (pdf) => {
    const own = given ? readOwn(pdf) : findManifest(pdf);
    const manifest = own === 'unreadable' ? null : own;
    const wanted = given ?? manifest;
    const findings = wanted ? proveTexts(pdf, wanted) : [];
    if (own === 'unreadable') findings.push(differing);
    return { pageCount: pdf.pageCount, manifest, findings };
  });

const differing: Finding = { code: 'manifest-differs', fails: true, page: 1, detail: '', file: '' };

function readOwn(pdf: PdfDocument): PacketManifest | null | 'unreadable' {
  try {
    return findManifest(pdf);
  } catch (error) {
    if (error instanceof Problem) return 'unreadable';
    throw error;
  }
}

export const provePages = (wish: ProofWish): Promise<Finding[]> =>
  withPdfFile(wish.path, (pdf) => withPdfFile(wish.path, (look) => proveAll(wish, pdf, look)));

/** `look` is the same packet opened once more: stand-ins are put into it. */
async function proveAll(
  { pages, sources, thorough }: ProofWish,
  pdf: PdfDocument,
  look: PdfDocument,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const page of pages) {
    const untouched = thorough.includes(page.page)
      ? undefined
      : await proveUntouched(page, sources, { pdf, look });
    if (untouched) {
      findings.push(...untouched);
      continue;
    }
    const references: (Reference | undefined)[] = [];
    for (const placed of page.sources) {
      const source = sources.find(({ scan }) => scan === placed.scan);
      const reference = source && (await drawReference(source, placed));
      references.push(reference);
      const unknown = { fails: false, page: page.page, detail: '', file: placed.file };
      if (!source) findings.push({ code: 'source-missing', ...unknown });
      else if (!reference) findings.push({ code: 'source-unreadable', ...unknown });
    }
    findings.push(...provePage(pdf, page, references));
  }
  return findings;
}

/**
 * A page whose only source is a picture that lies in the packet as its own bytes: the stream, its description and its place
 * are held against the original, and the page is looked at with a small copy of the original in the picture's place, so
 * that nothing covers, cuts or hides it. Undefined when any of that is in doubt: then pixels decide.
 */
async function proveUntouched(
  page: ManifestPage,
  sources: ProofSource[],
  { pdf, look }: { pdf: PdfDocument; look: PdfDocument },
): Promise<Finding[] | undefined> {
  const [placed, ...others] = page.sources;
  const source = sources.find(({ scan }) => scan === placed?.scan);
  if (!placed || others.length > 0 || !source || page.page > pdf.pageCount) return undefined;
  if (placed.edit || placed.page !== 0 || placed.how !== 'copied') return undefined;
  try {
    const stored = await storedPicture(source.bytes, source.mediaType);
    if (!stored) return undefined;
    const at = page.page - 1;
    const where = { placed, page: pdf.pageSize(at) };
    const image = pdf.images(at, (images) => findUntouched(images, stored, where));
    if (image === undefined) return undefined;
    const small = await drawSmall(source, placed);
    const draw: PdfDocument['draw'] = (_, wish) => look.drawWith(at, image, small.stored, wish);
    const findings = provePage({ pageCount: pdf.pageCount, draw }, page, [{ shown: small.upright }]);
    return findings.some(({ fails }) => fails) ? undefined : findings;
  } catch (error) {
    if (decoderFell(error)) throw error;
    return undefined;
  }
}

/** A picture at the size of the comparison, as it is stored and as it should stand. */
async function drawSmall(
  source: ProofSource,
  placed: PlacedSource,
): Promise<{ stored: Grey; upright: Grey }> {
  const { width, height } = referenceSize(placed);
  const sideways = placed.turn % 180 !== 0;
  const box: PlacedSource['box'] = sideways ? [0, 0, height, width] : [0, 0, width, height];
  const pixels = { ...placed, box: box.map((side) => (side * 72) / PROOF_DPI) as PlacedSource['box'] };
  const stored = await drawPicture(source, { ...pixels, mirrored: false, turn: 0 });
  return { stored, upright: turnGrey(stored, placed) };
}

/** Undefined for a source that this engine cannot draw, though another could copy it. */
async function drawReference(source: ProofSource, placed: PlacedSource): Promise<Reference | undefined> {
  try {
    if (placed.edit) return { shown: await drawEditedSource(source, placed, placed.edit) };
    return source.mediaType === 'application/pdf'
      ? await withPdf(source.bytes, (pdf) => drawReferencePage(pdf, placed))
      : { shown: await drawPicture(source, placed) };
  } catch (error) {
    if (decoderFell(error)) throw error;
    return undefined;
  }
}

async function drawPicture({ bytes, mediaType }: ProofSource, placed: PlacedSource): Promise<Grey> {
  if (mediaType === 'application/pdf' || mediaType === 'application/ofd' || mediaType === 'application/xml')
    throw new Problem('page-unusable', { page: placed.page + 1, detail: mediaType });
  const picture = await openRaster(bytes, mediaType, placed.page);
  return greyPicture(picture.flop(placed.mirrored), placed);
}

/** The edit is made again from the file as it came. */
async function drawEditedSource(
  { bytes, mediaType }: ProofSource,
  placed: PlacedSource,
  { text, mirrored, turn }: SourceEdit,
): Promise<Grey> {
  const edit = parseEdit(text) ?? noEdit;
  const pixels = await drawEdited(bytes, mediaType, { page: placed.page, mirrored, turn, edit });
  return greyPicture(openPixels(pixels), placed);
}

async function greyPicture(picture: Sharp, placed: PlacedSource): Promise<Grey> {
  const { data, info } = await picture
    .rotate(placed.turn)
    .resize({ ...referenceSize(placed), fit: 'fill', kernel: 'linear' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  if (channels === 1) return { width, height, data };
  const rgba =
    channels === 4
      ? data
      : await sharp(data, { raw: { width, height, channels } }).ensureAlpha().raw().toBuffer();
  return greyOf({ width, height, rgba });
}
