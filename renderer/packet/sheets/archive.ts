// What PDF/A-2b asks of the file as a whole: the colours' meaning (sRGB), and the title as XMP beside the Info dictionary.

import type { PDFContext, PDFRef } from 'pdf-lib';
import { PDFString } from 'pdf-lib';
import { makeSrgbProfile } from './srgb-profile.ts';

/** ASCII only, so that the bytes are the same in every encoding. */
const spellXml = (text: string): string =>
  text.replace(/[&<>"]|[^ -~]/gu, (one) => `&#${one.codePointAt(0)};`);

/** Entries for the catalog. Source PDFs whose own pages break the rules (fonts not embedded) are not mended by this. */
export function archiveEntries(
  context: PDFContext,
  { title, author }: { title: string; author: string },
): Record<string, PDFRef | PDFRef[]> {
  const profile = context.register(context.flateStream(makeSrgbProfile(), { N: 3 }));
  const intent = context.obj({ Type: 'OutputIntent', S: 'GTS_PDFA1', DestOutputProfile: profile });
  for (const name of ['OutputConditionIdentifier', 'Info'])
    intent.set(context.obj(name), PDFString.of('sRGB IEC61966-2.1'));
  // Metadata stays readable without any decoder (ISO 19005-2, 6.6.2.1).
  const meta = context.register(
    context.stream(metadata(title, author), { Type: 'Metadata', Subtype: 'XML' }),
  );
  return { OutputIntents: [context.register(intent)], Metadata: meta };
}

const metadata = (
  title: string,
  author: string,
): string => `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
   <pdfaid:part>2</pdfaid:part>
   <pdfaid:conformance>B</pdfaid:conformance>
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${spellXml(title)}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>${spellXml(author)}</rdf:li></rdf:Seq></dc:creator>
   <xmp:CreatorTool>${spellXml(author)}</xmp:CreatorTool>
   <pdf:Producer>${spellXml(author)}</pdf:Producer>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
