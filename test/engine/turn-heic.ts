// Gives a HEIC file the properties that turn and mirror its picture. HEIC cannot be written here, but its boxes can be.

/**
 * ISO/IEC 23008-12:2022, 6.5.10 and 6.5.12: `quarters` anti-clockwise first, then mirrored: over the `level` axis top and bottom
 * change places (0 in the file), over the `upright` one left and right (1).
 */
export type HeicTurn = { quarters: 0 | 1 | 2 | 3; mirror?: 'upright' | 'level' };

type Box = { name: string; at: number; head: number; end: number };

function boxesIn(file: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to; ) {
    const size = file.readUInt32BE(at) || to - at;
    boxes.push({ name: file.toString('latin1', at + 4, at + 8), at, head: 8, end: at + size });
    at += size;
  }
  return boxes;
}

function find(boxes: Box[], name: string): Box {
  const box = boxes.find((one) => one.name === name);
  if (!box) throw new Error(`no ${name} box`);
  return box;
}

const property = (name: string, value: number): Buffer =>
  Buffer.concat([Buffer.from([0, 0, 0, 9]), Buffer.from(name, 'latin1'), Buffer.from([value])]);

/** Where the primary item's associations end, and how one is written. */
function findAssociations(file: Buffer, ipma: Box, primary: number) {
  const version = file[ipma.at + 8] ?? 0;
  const wide = ((file[ipma.at + 11] ?? 0) & 1) === 1;
  let at = ipma.at + 16;
  for (let count = file.readUInt32BE(ipma.at + 12); count > 0; count -= 1) {
    const item = version === 0 ? file.readUInt16BE(at) : file.readUInt32BE(at);
    const counted = at + (version === 0 ? 2 : 4);
    const end = counted + 1 + (file[counted] ?? 0) * (wide ? 2 : 1);
    if (item === primary) return { counted, end, wide };
    at = end;
  }
  throw new Error('the primary item has no properties');
}

/** Adds `by` to every offset into the file. ISO/IEC 14496-12, 8.11.3. */
function moveExtents(file: Buffer, iloc: Box, by: number): void {
  const version = file[iloc.at + 8] ?? 0;
  const [sizes, more] = [file[iloc.at + 12] ?? 0, file[iloc.at + 13] ?? 0];
  const [offsetSize, lengthSize, baseSize] = [sizes >> 4, sizes & 15, more >> 4];
  const indexSize = version === 0 ? 0 : more & 15;
  const add = (at: number, size: number) =>
    size > 0 && file.writeUIntBE(file.readUIntBE(at, size) + by, at, size);
  let at = iloc.at + 14;
  const items = version < 2 ? file.readUInt16BE(at) : file.readUInt32BE(at);
  at += version < 2 ? 2 : 4;
  for (let item = 0; item < items; item += 1) {
    at += version < 2 ? 2 : 4;
    const inFile = version === 0 || (file.readUInt16BE(at) & 15) === 0;
    at += (version === 0 ? 0 : 2) + 2;
    if (inFile) add(at, baseSize);
    at += baseSize;
    const extents = file.readUInt16BE(at);
    at += 2;
    for (let extent = 0; extent < extents; extent += 1) {
      at += indexSize;
      if (inFile && baseSize === 0) add(at, offsetSize);
      at += offsetSize + lengthSize;
    }
  }
}

export function turnHeic(heic: Buffer, { quarters, mirror }: HeicTurn): Buffer {
  const file = Buffer.from(heic);
  const meta = find(boxesIn(file, 0, file.length), 'meta');
  const inMeta = boxesIn(file, meta.at + 12, meta.end);
  const pitm = find(inMeta, 'pitm');
  const primary = file[pitm.at + 8] === 0 ? file.readUInt16BE(pitm.at + 12) : file.readUInt32BE(pitm.at + 12);
  const iprp = find(inMeta, 'iprp');
  const inProperties = boxesIn(file, iprp.at + 8, iprp.end);
  const [ipco, ipma] = [find(inProperties, 'ipco'), find(inProperties, 'ipma')];
  const known = boxesIn(file, ipco.at + 8, ipco.end).length;
  const added = [
    property('irot', quarters),
    ...(mirror ? [property('imir', mirror === 'level' ? 0 : 1)] : []),
  ];
  const { counted, end, wide } = findAssociations(file, ipma, primary);
  const links = Buffer.concat(
    added.map((_, at) => {
      const index = known + 1 + at;
      return wide ? Buffer.from([0x80 | (index >> 8), index & 255]) : Buffer.from([0x80 | index]);
    }),
  );
  const properties = Buffer.concat(added);
  const by = properties.length + links.length;
  const grow = (box: Box, more: number) => file.writeUInt32BE(file.readUInt32BE(box.at) + more, box.at);
  moveExtents(file, find(inMeta, 'iloc'), by);
  grow(meta, by);
  grow(iprp, by);
  grow(ipco, properties.length);
  grow(ipma, links.length);
  file[counted] = (file[counted] ?? 0) + added.length;
  return Buffer.concat([
    file.subarray(0, ipco.end),
    properties,
    file.subarray(ipco.end, end),
    links,
    file.subarray(end),
  ]);
}
