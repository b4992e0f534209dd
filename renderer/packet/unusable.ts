// Why a source page cannot stand in the packet; build.ts adds the file and the page and makes it a Problem.

/** `detail` is a short code such as `jpeg-damaged`; the sentence is in the word files. */
export class Unusable extends Error {
  readonly detail: string;
  constructor(detail: string) {
    super(detail);
    this.name = 'Unusable';
    this.detail = detail;
  }
}
