// Looks into ZIP archives, one level: what they claim is checked against the limits before a byte is unpacked.

import { crc32, inflateRawSync } from 'node:zlib';
import { isLeftBehind } from '../../shared/left-behind.ts';
import { Problem } from '../../shared/problems.ts';
import { limits } from './limits.ts';

/** `offset` is where the member's local header begins; sizes are bytes. */
export type ArchiveMember = {
  name: string;
  packed: number;
  size: number;
  method: number;
  crc: number;
  offset: number;
};

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const ENCRYPTED = 1;
const NAME_IS_UTF8 = 0x800;
const BEYOND_32_BITS = 0xffffffff;

const damaged = (detail: string) => new Problem('file-damaged', { detail });

/** The end record stands in the last 64 KB; a comment may follow it. APPNOTE.TXT 6.3.10, 4.3.16. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_MARK) return at;
  }
  throw damaged('the archive has no end');
}

type Entry = { name: string; flags: number; at: number };

/** APPNOTE.TXT 6.3.10, 4.4.2.2: which system wrote the entry; 0 is MS-DOS, which Windows still says of itself. */
const MADE_BY_WINDOWS = [0, 10, 11];

/**
 * Names are UTF-8 where that is stated or true; else what Windows in China writes, GB 18030. Two bytes a letter fit both
 * ("毛" and "ë" are the same bytes): there it counts who wrote the archive.
 */
function readName(bytes: Uint8Array, stated: boolean, madeBy: number): string {
  const inChinese = () => new TextDecoder('gb18030').decode(bytes);
  try {
    const name = new TextDecoder('utf-8', { fatal: !stated }).decode(bytes);
    const isDoubtful = !stated && MADE_BY_WINDOWS.includes(madeBy) && /^[\0-\u07ff]*$/.test(name);
    return isDoubtful ? inChinese() : name;
  } catch {
    return inChinese();
  }
}

/** The central directory, entry by entry. Throws 'file-damaged'. */
function* readEntries(view: DataView): Generator<Entry> {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let serial = 0; serial < count; serial += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY_MARK) throw damaged('a broken list');
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const written = new Uint8Array(view.buffer, view.byteOffset).subarray(at + 46, at + 46 + nameLength);
    const name = readName(written, (flags & NAME_IS_UTF8) !== 0, view.getUint8(at + 5));
    yield { name, flags, at };
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

/** The names of everything inside; of an archive that cannot be read, those up to where it breaks. */
export function namesInside(bytes: Uint8Array): string[] {
  const names: string[] = [];
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const { name } of readEntries(view)) names.push(name);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
  return names;
}

/** `..` in a name leads nowhere here: members are laid out under numbers. */
function isFile(name: string): boolean {
  const parts = name.split(/[\\/]/);
  const named = parts.filter((part) => !['', '.', '..'].includes(part));
  return parts.at(-1) !== '' && named.length > 0 && !named.some(isLeftBehind);
}

/**
 * The files inside, in the archive's order, without folders and what systems leave behind. Throws 'archive-password',
 * 'archive-too-many', 'archive-too-large', 'archive-empty', 'file-damaged', all from the headers alone.
 */
export function listMembers(bytes: Uint8Array): ArchiveMember[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const members: ArchiveMember[] = [];
  for (const { name, flags, at } of readEntries(view)) {
    if (!isFile(name)) continue;
    if (flags & ENCRYPTED) throw new Problem('archive-password');
    members.push({
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
  }
  checkMembers(members, bytes.length);
  return members;
}

function checkMembers(members: ArchiveMember[], archiveBytes: number): void {
  if (members.length === 0) throw new Problem('archive-empty');
  if (members.length > limits.archiveMembers) {
    throw new Problem('archive-too-many', { count: members.length, limit: limits.archiveMembers });
  }
  const total = members.reduce((sum, { size }) => sum + size, 0);
  const packed = members.reduce((sum, member) => sum + member.packed, 0);
  const largest = Math.max(...members.map(({ size }) => size));
  const tooTight = total > limits.archiveFreeBytes && total > packed * limits.archiveRatio;
  const tooMuch = total > limits.archiveBytes || largest > limits.fileBytes;
  if (tooTight || tooMuch || packed > archiveBytes || largest === BEYOND_32_BITS) {
    throw new Problem('archive-too-large', { limit: `${limits.archiveBytes / 1024 / 1024} MB` });
  }
}

/** The bytes of one member; never more than its header said. Throws 'file-damaged', 'file-empty', 'archive-unsupported'. */
export function unpackMember(bytes: Uint8Array, member: ArchiveMember): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, packed, size, method } = member;
  if (size === 0) throw new Problem('file-empty');
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_MARK) throw damaged('lost inside');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const body = bytes.subarray(start, start + packed);
  if (method !== 0 && method !== 8) throw new Problem('archive-unsupported', { type: 'ZIP' });
  const unpacked = method === 0 ? body : inflateRawSync(body, { maxOutputLength: size });
  if (unpacked.length !== size || crc32(unpacked) !== member.crc) throw damaged('its check sum is wrong');
  return unpacked;
}
