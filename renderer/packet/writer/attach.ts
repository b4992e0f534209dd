// A file attached inside the packet: every reader lists it, and the proof finds its manifest again.

import { type PDFContext, PDFHexString, PDFName, type PDFRef, PDFString } from 'pdf-lib';

/** Registers the file and answers the catalog's entries for it; no dates, so that the same input makes the same bytes. */
export function attachFile(context: PDFContext, name: string, bytes: Uint8Array): Record<string, PDFRef> {
  const file = context.flateStream(bytes, { Type: 'EmbeddedFile', Params: { Size: bytes.length } });
  file.dict.set(PDFName.of('Subtype'), PDFName.of('application/json'));
  const specification = context.obj({
    Type: 'Filespec',
    AFRelationship: 'Data',
    EF: { F: context.register(file) },
  });
  specification.set(PDFName.of('F'), PDFString.of(name));
  specification.set(PDFName.of('UF'), PDFHexString.fromText(name));
  const ref = context.register(specification);
  const list = context.obj([]);
  list.push(PDFString.of(name));
  list.push(ref);
  return {
    Names: context.register(context.obj({ EmbeddedFiles: { Names: list } })),
    AF: context.register(context.obj([ref])),
  };
}
