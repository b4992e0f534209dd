// A two-tone PNG in the packet: as fax lines where they are shorter than its own rows, which they mostly are.

import type { PDFContext, PDFRawStream } from 'pdf-lib';
import { encodeGroup4 } from './group4.ts';
import type { Png } from './png-chunks.ts';
import { unpackRows } from './png-samples.ts';

/** Rows that shrank less than this are dots, not letters, and fax lines make dots longer. */
const WORTH_TRYING = 0.6;

/** Undefined where the PNG's own rows are the better choice. The pixels are the same either way. */
export function faxImage(
  context: PDFContext,
  png: Png,
  entries: Parameters<PDFContext['stream']>[1],
): PDFRawStream | undefined {
  const { width, height } = png;
  const stride = Math.ceil(width / 8);
  if (png.depth !== 1 || png.interlaced || png.data.length > stride * height * WORTH_TRYING) return undefined;
  const rows = unpackRows(png);
  const inkIsSet = countSet(rows) * 2 < width * height;
  if (!inkIsSet) for (let at = 0; at < rows.length; at++) rows[at] = ~(rows[at] ?? 0);
  const data = encodeGroup4({ width, height, rows }, png.data.length);
  return (
    data &&
    context.stream(data, {
      ...entries,
      Filter: 'CCITTFaxDecode',
      DecodeParms: { K: -1, Columns: width, Rows: height, BlackIs1: inkIsSet },
    })
  );
}

const setBits = Uint8Array.from({ length: 256 }, (_, value) => {
  let count = 0;
  for (let rest = value; rest > 0; rest >>= 1) count += rest & 1;
  return count;
});

function countSet(rows: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < rows.length; at++) count += setBits[rows[at] ?? 0] ?? 0;
  return count;
}
