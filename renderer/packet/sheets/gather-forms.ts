// Several source pages on one sheet: each becomes a form of its own, so that their operators and names stay apart.

import type { PDFContext, PDFRef } from 'pdf-lib';
import type { PacketSource } from '../../../shared/packet-plan.ts';
import { A4 } from '../layout/sheet.ts';
import type { SourceDesk } from '../source-desk.ts';

/** The forms `X0`, `X1`, ... in the order of `sources`, each in the coordinates of a whole A4 page. Seals are inside. */
export async function gatherForms(
  context: PDFContext,
  desk: SourceDesk,
  sources: readonly PacketSource[],
): Promise<Record<string, Record<string, PDFRef>>> {
  const forms: Record<string, PDFRef> = {};
  for (const [at, source] of sources.entries()) {
    const { operators, resources } = await desk.place(source);
    const dict = {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, A4.width, A4.height],
      Resources: resources,
    };
    forms[`X${at}`] = context.register(context.flateStream(operators, dict));
  }
  return { XObject: forms };
}
