// The manifest of a packet: which page came from which page of which file. It is attached inside the PDF, without clocks,
// so that the same input still makes the same bytes, and so that anybody can prove the packet again later.

import { z } from 'zod';
import { scanId, turns } from '../domain.ts';
import { sourceEdit } from '../page-edit.ts';
import { Problem } from '../problems.ts';

export const MANIFEST_NAME = 'manifest.json';
export const MANIFEST_FORMAT = 'guibao-packet-manifest';
/** A manifest of 2,000 pages takes about 1 MB. */
export const LARGEST_MANIFEST = 20_000_000;

/**
 * How a page of a PDF got in: its objects were copied; PDFium wrote the file anew first; it was drawn as a picture.
 * Pictures are always 'copied': their own bytes, or those that intake made of them.
 */
export const rungs = ['copied', 'rewritten', 'drawn'] as const;
export type Rung = (typeof rungs)[number];

export const placedSource = z.object({
  /** SHA-256 of the file as it came. */
  scan: scanId,
  /** From 0. */
  page: z.int().min(0),
  /** The family's own name of the file; '' in a packet, which others read. */
  file: z.string(),
  form: z.enum(['jpeg', 'png', 'pdf']),
  how: z.enum(rungs),
  /** Degrees clockwise that bring the stored page upright, after mirroring. */
  turn: z.literal(turns),
  mirrored: z.boolean(),
  /** Left, top, width, height on the packet's page in points; null where several papers share it. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  /** Pixels an inch on paper; null for pages of lines and letters. */
  dpi: z.int().nullable(),
  /** What was changed about the page; turn, mirrored and form are then those of the edited picture. */
  edit: sourceEdit.optional(),
});
export type PlacedSource = z.infer<typeof placedSource>;

export const manifestPage = z.object({
  /** From 1. */
  page: z.int().min(1),
  kind: z.string(),
  label: z.string(),
  sources: z.array(placedSource),
});
export type ManifestPage = z.infer<typeof manifestPage>;

export const packetManifest = z.object({
  format: z.literal(MANIFEST_FORMAT),
  version: z.literal(1),
  title: z.string(),
  number: z.string(),
  /** Texts that the packet's own pages must give back when they are read: names, total, total in capitals. */
  says: z.array(z.string()),
  pages: z.array(manifestPage),
  /** How many pages a person left out; which and why is the vault's to know. */
  leftOut: z.int().min(0).optional(),
});
export type PacketManifest = z.infer<typeof packetManifest>;

/** What may be handed over: the names that a family gives its files say more than the office needs. */
export const withoutNames = (manifest: PacketManifest): PacketManifest => nameSources(manifest, () => '');

/** With the names of the files again, for those who hold them. */
export const nameSources = (
  manifest: PacketManifest,
  nameOf: (source: PlacedSource) => string | undefined,
): PacketManifest => ({
  ...manifest,
  pages: manifest.pages.map((page) => ({
    ...page,
    sources: page.sources.map((source) => ({ ...source, file: nameOf(source) ?? source.file })),
  })),
});

/** JSON in ASCII alone, other signs as \\u escapes: the same bytes whatever writes them. */
export function writeManifest(manifest: PacketManifest): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(manifest).replace(
    /[^\x20-\x7e]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

/**
 * PDF/A-2 lets nothing be attached but PDF/A (ISO 19005-2, 6.8), so an archive copy carries its manifest as entries of the Info
 * dictionary; a string has at most 32,767 bytes (6.1.13).
 */
export const INFO_PIECE = 32_000;
/** Name of the n-th piece, from 0. */
export const infoName = (at: number): string => `GuibaoManifest${at + 1}`;

/** The manifest in ASCII pieces for the Info dictionary. */
export function manifestPieces(manifest: PacketManifest): string[] {
  const text = asText(writeManifest(manifest));
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += INFO_PIECE) pieces.push(text.slice(at, at + INFO_PIECE));
  return pieces;
}

function asText(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('');
}

/** Throws packet-check-failed { page: 1, detail: 'manifest' } for bytes that are no manifest. */
export function readManifest(bytes: Uint8Array | undefined): PacketManifest {
  try {
    return packetManifest.parse(JSON.parse(asText(bytes ?? new Uint8Array())));
  } catch {
    throw new Problem('packet-check-failed', { page: 1, detail: MANIFEST_NAME });
  }
}
