// Tells what a file is by its bytes; its name is never asked.

import type { MediaType } from '../../shared/domain.ts';
import { namesInside } from './archive.ts';

/** Kinds that are known by sight and refused by name; the name is read by people of any language. */
export type RefusedType =
  | 'ZIP'
  | 'RAR'
  | '7-Zip'
  | 'GZIP'
  | 'Office'
  | 'SVG'
  | 'HTML'
  | 'TXT'
  | 'JPEG 2000'
  | 'ICO'
  | 'PSD'
  | 'RAW'
  | 'MP4/MOV'
  | 'MP3/WAV'
  | 'EXE'
  | '?';

export type Recognised = { mediaType: MediaType } | { refused: RefusedType };

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

type Sign = { text: string; kind: MediaType | RefusedType };
const signs: Sign[] = [
  { text: '\xff\xd8\xff', kind: 'image/jpeg' },
  { text: '\x89PNG\r\n\x1a\n', kind: 'image/png' },
  { text: 'GIF87a', kind: 'image/gif' },
  { text: 'GIF89a', kind: 'image/gif' },
  { text: '\0\0\0\x0cjP  \r\n', kind: 'JPEG 2000' },
  { text: '\xff\x4f\xff\x51', kind: 'JPEG 2000' },
  { text: '8BPS', kind: 'PSD' },
  { text: '\0\0\x01\0', kind: 'ICO' },
  { text: '\0\0\x02\0', kind: 'ICO' },
  { text: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', kind: 'Office' },
  { text: '{\\rtf', kind: 'Office' },
  { text: 'PK\x03\x04', kind: 'ZIP' },
  { text: 'PK\x05\x06', kind: 'ZIP' },
  { text: 'Rar!\x1a\x07', kind: 'RAR' },
  { text: "7z\xbc\xaf'\x1c", kind: '7-Zip' },
  { text: '\x1f\x8b', kind: 'GZIP' },
  { text: 'FUJIFILMCCD-RAW', kind: 'RAW' },
  { text: 'IIU\0', kind: 'RAW' },
  { text: 'ID3', kind: 'MP3/WAV' },
  { text: 'OggS', kind: 'MP3/WAV' },
  { text: 'fLaC', kind: 'MP3/WAV' },
  { text: '#!AMR', kind: 'MP3/WAV' },
  { text: '\x1a\x45\xdf\xa3', kind: 'MP4/MOV' },
  { text: 'MZ', kind: 'EXE' },
  { text: '\x7fELF', kind: 'EXE' },
];

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']);
const avifBrands = new Set(['avif', 'avis']);
const openBrands = new Set(['mif1', 'mif2', 'msf1', 'mif3', 'miaf']);

/** The `ftyp` box: its main brand, and where that says only "some picture", the compatible ones. */
function recogniseBoxes(bytes: Uint8Array): Recognised {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = Math.min(bytes.length, Math.max(16, view.getUint32(0)), 4096);
  const brands = [ascii(bytes, 8, 12)];
  for (let at = 16; at + 4 <= length; at += 4) brands.push(ascii(bytes, at, at + 4));
  const known = openBrands.has(brands[0] ?? '') ? brands : brands.slice(0, 1);
  if (known.some((brand) => avifBrands.has(brand))) return { mediaType: 'image/avif' };
  if (known.some((brand) => heicBrands.has(brand) || openBrands.has(brand))) {
    return { mediaType: 'image/heic' };
  }
  const first = brands[0] ?? '';
  if (first.startsWith('crx')) return { refused: 'RAW' };
  if (first.startsWith('j2k')) return { refused: 'JPEG 2000' };
  if (first.startsWith('M4A')) return { refused: 'MP3/WAV' };
  return { refused: /^(isom|iso\d|mp4\d|qt {2}|M4V|avc1|3g)/.test(first) ? 'MP4/MOV' : '?' };
}

/**
 * By the names inside, not by words anywhere in the bytes: an archive may hold such a file unpacked, or a picture named so.
 * GB/T 33190, 7.1: OFD.xml stands at the top. ISO/IEC 29500-2 and 26300-3: so do [Content_Types].xml and mimetype.
 */
function recogniseArchive(bytes: Uint8Array): Recognised {
  const names = new Set(namesInside(bytes).map((name) => name.replace(/^[\\/]+/, '').toLowerCase()));
  if (names.has('ofd.xml')) return { mediaType: 'application/ofd' };
  const isOffice = names.has('[content_types].xml') || (names.has('mimetype') && names.has('content.xml'));
  return { refused: isOffice ? 'Office' : 'ZIP' };
}

function recogniseRiff(bytes: Uint8Array): Recognised {
  const form = ascii(bytes, 8, 12);
  if (form === 'WEBP') return { mediaType: 'image/webp' };
  return { refused: form === 'WAVE' ? 'MP3/WAV' : form === 'AVI ' ? 'MP4/MOV' : '?' };
}

function isTiff(bytes: Uint8Array): boolean {
  const mark = ascii(bytes, 0, 4);
  return mark === 'II*\0' || mark === 'MM\0*' || mark === 'II+\0' || mark === 'MM\0+';
}

/** `BM`, then a header size that is one of the few in use. */
function isBitmap(bytes: Uint8Array): boolean {
  if (ascii(bytes, 0, 2) !== 'BM' || bytes.length < 26) return false;
  const headerBytes = new DataView(bytes.buffer, bytes.byteOffset, 18).getUint32(14, true);
  return headerBytes === 12 || (headerBytes >= 16 && headerBytes <= 124);
}

function readableText(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 4096);
  const mark = ascii(head, 0, 2);
  if (mark === '\xff\xfe') return new TextDecoder('utf-16le').decode(head.subarray(2));
  if (mark === '\xfe\xff') return new TextDecoder('utf-16be').decode(head.subarray(2));
  const strange = head.some((byte) => byte < 32 && ![9, 10, 12, 13, 27].includes(byte));
  return strange ? null : new TextDecoder('utf-8').decode(head);
}

function recogniseText(text: string): Recognised {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  const lower = start.toLowerCase();
  if (/<svg[\s>]/.test(lower) && /^<(\?xml|!doctype svg|!--|svg)/.test(lower)) return { refused: 'SVG' };
  if (/^<(!doctype html|html|head|body)/.test(lower) || /<html[\s>]/.test(lower)) return { refused: 'HTML' };
  if (lower.startsWith('<?xml') || /^<[\p{L}_][\p{L}\p{N}_:.-]*[\s>/]/u.test(start)) {
    return { mediaType: 'application/xml' };
  }
  return { refused: 'TXT' };
}

const isMediaType = (kind: Sign['kind']): kind is MediaType =>
  kind.startsWith('image/') || kind.startsWith('application/');

/** `bytes`: the whole file (the parts of an archive are told by names that may stand at its end). */
export function recognise(bytes: Uint8Array): Recognised {
  const head = ascii(bytes, 0, 1100);
  const sign = signs.find(({ text }) => head.startsWith(text));
  if (sign?.kind === 'ZIP') return recogniseArchive(bytes);
  if (sign) return isMediaType(sign.kind) ? { mediaType: sign.kind } : { refused: sign.kind };
  if (isTiff(bytes)) return { mediaType: 'image/tiff' };
  if (head.startsWith('RIFF')) return recogniseRiff(bytes);
  if (bytes.length >= 16 && head.startsWith('ftyp', 4)) return recogniseBoxes(bytes);
  if (isBitmap(bytes)) return { mediaType: 'image/bmp' };
  const pdf = head.indexOf('%PDF-');
  if (pdf >= 0 && pdf <= 1024) return { mediaType: 'application/pdf' };
  const text = readableText(bytes);
  return text === null ? { refused: '?' } : recogniseText(text);
}
