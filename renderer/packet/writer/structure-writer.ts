// Writes what pages mean as they are written: the elements of a page, its entry in the parent tree, and at the end the root.

import { type PDFContext, PDFHexString, PDFName, type PDFObject, type PDFRef } from 'pdf-lib';
import type { Element, PageStructure } from '../layout/structure.ts';

const name = (text: string): PDFName => PDFName.of(text);

export class StructureWriter {
  private readonly context: PDFContext;
  private readonly root: PDFRef;
  private readonly whole: PDFRef;
  private readonly begun: PDFRef[] = [];
  /** The elements of the marked contents of each page that has any, in the order of the pages. */
  private readonly parents: PDFRef[] = [];

  constructor(context: PDFContext) {
    this.context = context;
    this.root = context.nextRef();
    this.whole = context.nextRef();
  }

  /** A table may go on on a page that is not written yet. */
  pageRef(page: PageStructure): PDFRef {
    page.ref ??= this.context.nextRef();
    return page.ref;
  }

  /** Call it when the page is drawn. Answers the page's number in the parent tree, undefined without marks. */
  add(page: PageStructure): number | undefined {
    for (const element of page.begun) this.begun.push(this.write(element, this.whole));
    if (page.marked.length === 0) return undefined;
    const elements = page.marked.map((element) => this.refOf(element));
    return this.parents.push(this.context.register(this.context.obj(elements))) - 1;
  }

  /** Entries for the catalog. */
  finish(): Record<string, PDFObject> {
    const { context } = this;
    context.assign(
      this.whole,
      context.obj({ Type: 'StructElem', S: 'Document', P: this.root, K: this.begun }),
    );
    const numbered = this.parents.flatMap((parent, at) => [at, parent]);
    context.assign(
      this.root,
      context.obj({
        Type: 'StructTreeRoot',
        K: this.whole,
        ParentTree: context.register(context.obj({ Nums: numbered })),
        ParentTreeNextKey: this.parents.length,
      }),
    );
    return { StructTreeRoot: this.root, MarkInfo: context.obj({ Marked: true }) };
  }

  private refOf(element: Element): PDFRef {
    element.ref ??= this.context.nextRef();
    return element.ref;
  }

  private write(element: Element, parent: PDFRef): PDFRef {
    const { context } = this;
    const ref = this.refOf(element);
    const pages = new Set(element.kids.flatMap((kid) => ('mark' in kid ? [kid.page] : [])));
    const [page] = pages;
    const kids = element.kids.map((kid) => {
      if (!('mark' in kid)) return this.write(kid, ref);
      if (pages.size === 1) return kid.mark;
      return context.obj({ Type: 'MCR', Pg: this.pageRef(kid.page), MCID: kid.mark });
    });
    const dict = context.obj({
      S: element.role,
      P: parent,
      ...(page && pages.size === 1 ? { Pg: this.pageRef(page) } : {}),
      ...(kids.length === 1 ? { K: kids[0] } : kids.length > 1 ? { K: kids } : {}),
    });
    if (element.alt) dict.set(name('Alt'), PDFHexString.fromText(element.alt));
    const table = {
      ...(element.scope ? { Scope: element.scope } : {}),
      ...(element.span ? { ColSpan: element.span } : {}),
    };
    if (Object.keys(table).length > 0) dict.set(name('A'), context.obj({ O: 'Table', ...table }));
    context.assign(ref, dict);
    return ref;
  }
}
