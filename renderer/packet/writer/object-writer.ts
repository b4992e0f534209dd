// Writes PDF objects as they become ready, so that a packet never has to stand in memory as a whole.
//
// Streams go out as they are; everything else is gathered into object streams, and the table at the end is a stream too
// (ISO 32000-1, 7.5.7 and 7.5.8): a page of a photograph costs a few hundred bytes beside the photograph.

import { PDFContext, type PDFDict, type PDFObject, PDFRawStream, type PDFRef } from 'pdf-lib';
import { CrossReferences } from './cross-references.ts';
import { joinBytes } from './join-bytes.ts';

/** Chunks below this many bytes are gathered before they go to the sink. */
const SMALL = 65_536;

export type Sink = (chunk: Uint8Array) => void | Promise<void>;

const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** An object stream is closed at this many objects or bytes: a reader unpacks it as a whole. */
const MOST_OBJECTS = 200;
const MOST_BYTES = 65_536;

type Packed = { number: number; body: Uint8Array };

/** A slash ends what stands before it, so no line breaks are needed; texts in brackets are left alone. */
function compact(dict: PDFDict): string {
  const text = String(dict).replace(/^<<\n/, '<<').replace(/\n>>$/, '>>');
  return text.includes('(') ? text : text.replaceAll('\n/', '/');
}

/** Objects are registered in `context`; `flush` writes and forgets them; `finish` writes the cross-reference table. */
export class ObjectWriter {
  readonly context = PDFContext.create();
  private readonly references = new CrossReferences();
  private packed: Packed[] = [];
  private packedBytes = 0;
  private readonly sink: Sink;
  private position = 0;
  private waiting: Uint8Array[] = [];
  private waitingBytes = 0;

  constructor(sink: Sink) {
    this.sink = sink;
  }

  /** Bytes so far. */
  get written(): number {
    return this.position;
  }

  async start(): Promise<void> {
    await this.put(latin('%PDF-1.7\n%\xe5\xbd\x92\xe6\x8a\xa5\n'));
  }

  async flush(): Promise<void> {
    for (const [ref, object] of this.context.enumerateIndirectObjects()) {
      if (object instanceof PDFRawStream) await this.writeStream(ref.objectNumber, object);
      else await this.pack(ref.objectNumber, object);
      this.context.delete(ref);
    }
  }

  /** `id` is 32 hex digits. An object that something points at but nobody wrote stays free, which readers take as null. */
  async finish(root: PDFRef, info: PDFRef, id: string): Promise<void> {
    await this.flush();
    await this.closePacked();
    const own = this.context.nextRef().objectNumber;
    this.references.standsAt(own, this.position);
    const { rows, entries } = this.references.table(own + 1);
    const table = this.context.flateStream(rows, { Type: 'XRef', Size: own + 1, ...entries });
    table.dict.set(this.context.obj('Root'), root);
    table.dict.set(this.context.obj('Info'), info);
    const start = this.position;
    const known = latin(`/ID [<${id}> <${id}>]\n`);
    table.updateDict();
    const dict = String(table.dict).replace(/>>\s*$/, '');
    await this.put(joinBytes([latin(`${own} 0 obj\n${dict}`), known, latin('>>\nstream\n')]));
    await this.put(table.contents);
    await this.put(latin(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`));
    await this.drain();
  }

  private async writeStream(number: number, stream: PDFRawStream): Promise<void> {
    this.references.standsAt(number, this.position);
    stream.updateDict();
    await this.put(latin(`${number} 0 obj\n${compact(stream.dict)}\nstream\n`));
    await this.put(stream.contents);
    await this.put(latin('\nendstream\nendobj\n'));
  }

  private async pack(number: number, object: PDFObject): Promise<void> {
    const body = new Uint8Array(object.sizeInBytes());
    object.copyBytesInto(body, 0);
    this.packed.push({ number, body });
    this.packedBytes += body.length;
    if (this.packed.length >= MOST_OBJECTS || this.packedBytes >= MOST_BYTES) await this.closePacked();
  }

  private async closePacked(): Promise<void> {
    const objects = this.packed;
    if (objects.length === 0) return;
    this.packed = [];
    this.packedBytes = 0;
    const own = this.context.nextRef().objectNumber;
    const gap = Uint8Array.of(10);
    let at = 0;
    const places = objects.map(({ number, body }, index) => {
      this.references.standsIn(number, own, index);
      const place = `${number} ${at}`;
      at += body.length + 1;
      return place;
    });
    const head = latin(`${places.join(' ')}\n`);
    const content = joinBytes([head, ...objects.flatMap(({ body }) => [body, gap])]);
    const entries = { Type: 'ObjStm', N: objects.length, First: head.length };
    await this.writeStream(own, this.context.flateStream(content, entries));
  }

  private async put(chunk: Uint8Array): Promise<void> {
    this.position += chunk.length;
    if (chunk.length < SMALL) {
      this.waiting.push(chunk);
      this.waitingBytes += chunk.length;
      if (this.waitingBytes >= SMALL) await this.drain();
      return;
    }
    await this.drain();
    await this.sink(chunk);
  }

  private async drain(): Promise<void> {
    if (this.waitingBytes === 0) return;
    const chunk = joinBytes(this.waiting);
    this.waiting = [];
    this.waitingBytes = 0;
    await this.sink(chunk);
  }
}
