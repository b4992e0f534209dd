// Objects copied from a damaged PDF that strict readers stumble over: a page with such an object is brought in another way.

import { PDFArray, type PDFContext, PDFInvalidObject, PDFName, PDFRawStream } from 'pdf-lib';
import { Unusable } from '../unusable.ts';

const FILTER = PDFName.of('Filter');
const ascii85 = new Set(['/ASCII85Decode', '/A85']);
const jpeg = new Set(['/DCTDecode', '/DCT']);

/** Looks at the objects numbered above `before`. Throws Unusable at the first that is not sound. */
export function refuseUnsound(target: PDFContext, before: number): void {
  for (const [ref, object] of target.enumerateIndirectObjects()) {
    if (ref.objectNumber <= before) continue;
    // The parser keeps what it cannot read as it stands, with the numbers of the other file.
    if (object instanceof PDFInvalidObject) throw new Unusable('pdf-copy');
    if (object instanceof PDFRawStream && !isReadable(object)) throw new Unusable('pdf-copy');
  }
}

function isReadable({ dict, contents }: PDFRawStream): boolean {
  const filter = dict.lookup(FILTER);
  const first = String(filter instanceof PDFArray ? dict.context.lookup(filter.get(0)) : filter);
  if (ascii85.has(first)) return isAscii85(contents);
  return !jpeg.has(first) || (contents[0] === 0xff && contents[1] === 0xd8);
}

/** ISO 32000-1, 7.4.3: `!` to `u`, `z`, white space, and the end mark. */
function isAscii85(bytes: Uint8Array): boolean {
  for (const byte of bytes) {
    if (byte === 0x7e) return true;
    const known = (byte >= 0x21 && byte <= 0x75) || byte === 0x7a || byte <= 0x20;
    if (!known) return false;
  }
  return true;
}
