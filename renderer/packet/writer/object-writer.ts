// Writes PDF objects as they become ready, so that a packet never has to stand in memory as a whole.

import { PDFContext, PDFRawStream, type PDFRef } from 'pdf-lib';
import { joinBytes } from './join-bytes.ts';

/** Chunks below this many bytes are gathered before they go to the sink. */
const SMALL = 65_536;

export type Sink = (chunk: Uint8Array) => void | Promise<void>;

const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Objects are registered in `context`; `flush` writes and forgets them; `finish` writes the cross-reference table. */
export class ObjectWriter {
  readonly context = PDFContext.create();
  private readonly offsets = new Map<number, number>();
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
      this.offsets.set(ref.objectNumber, this.position);
      const head = `${ref.objectNumber} 0 obj\n`;
      if (object instanceof PDFRawStream) {
        object.updateDict();
        await this.put(latin(`${head}${object.dict}\nstream\n`));
        await this.put(object.contents);
        await this.put(latin('\nendstream\nendobj\n'));
      } else {
        const body = new Uint8Array(object.sizeInBytes());
        object.copyBytesInto(body, 0);
        await this.put(latin(head));
        await this.put(body);
        await this.put(latin('\nendobj\n'));
      }
      this.context.delete(ref);
    }
  }

  /** `id` is 32 hex digits. An object that something points at but nobody wrote stays free, which readers take as null. */
  async finish(root: PDFRef, info: PDFRef, id: string): Promise<void> {
    await this.flush();
    const size = this.context.largestObjectNumber + 1;
    const lines = [`xref\n0 ${size}\n0000000000 65535 f \n`];
    for (let number = 1; number < size; number++) {
      const offset = this.offsets.get(number);
      lines.push(
        offset === undefined ? '0000000000 00001 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`,
      );
    }
    lines.push(
      `trailer\n<< /Size ${size} /Root ${root} /Info ${info} /ID [<${id}> <${id}>] >>\nstartxref\n${this.position}\n%%EOF\n`,
    );
    await this.put(latin(lines.join('')));
    await this.drain();
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
