// A ZIP written for tests, where each header can be made to lie.

import { crc32, deflateRawSync } from 'node:zlib';

export type ZipEntry = {
  name: string | Uint8Array;
  bytes: Uint8Array;
  /** What the headers claim instead of the truth. */
  claims?: { size?: number; crc?: number; flags?: number; method?: number; madeBy?: number };
  stored?: boolean;
};

export function writeZip(entries: ZipEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, claims = {}, stored = false } of entries) {
    const label = typeof name === 'string' ? Buffer.from(name) : Buffer.from(name);
    const packed = stored ? Buffer.from(bytes) : deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(claims.flags ?? 0, 2);
    fields.writeUInt16LE(claims.method ?? (stored ? 0 : 8), 4);
    fields.writeUInt32LE(claims.crc ?? crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claims.size ?? bytes.length, 18);
    fields.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, label, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const mark = Buffer.from([0x50, 0x4b, 1, 2, 20, claims.madeBy ?? 0]);
    list.push(Buffer.concat([mark, fields, place, label]));
    bodies.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}
