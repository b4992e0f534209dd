// A two-tone PNG in the packet: as fax lines where they are shorter than its own rows, which they mostly are.

import type { PDFContext, PDFRawStream } from 'pdf-lib';
import { encodeGroup4 } from './group4.ts';
import type { Png } from './png-chunks.ts';
import { unfilterRows } from './png-samples.ts';

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
  const rows = unfilterRows(png);
  const paperIsSet = isMostlySet(rows);
  const data = encodeGroup4({ width, height, rows, lead: 1, paperIsSet }, png.data.length);
  return (
    data &&
    context.stream(data, {
      ...entries,
      Filter: 'CCITTFaxDecode',
      DecodeParms: { K: -1, Columns: width, Rows: height, BlackIs1: !paperIsSet },
    })
  );
}

/** Judged by every 61st byte; a wrong guess costs some length and nothing else. */
function isMostlySet(rows: Uint8Array): boolean {
  let most = 0;
  for (let at = 0; at < rows.length; at += 61) most += (rows[at] ?? 0) > 127 ? 1 : -1;
  return most > 0;
}
