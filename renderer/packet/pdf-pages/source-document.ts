// One source PDF while its pages are being copied: opened once, its fonts and pictures written once.

import { type PDFContext, PDFDocument, PDFObjectCopier, type PDFPageLeaf } from 'pdf-lib';
import { Unusable } from '../unusable.ts';
import { type Appearance, appearancesOf } from './appearances.ts';
import { isArchivable } from './archive-rules.ts';
import { hiddenLayers, type Layers } from './layers.ts';
import { formOfPage, type PageForm } from './page-form.ts';
import { refuseUnsound } from './sound-copies.ts';

export type SourcePage = PageForm & { appearances: Appearance[] };

export class SourceDocument {
  private readonly document: PDFDocument;
  private readonly target: PDFContext;
  private copier: PDFObjectCopier;

  private constructor(document: PDFDocument, target: PDFContext) {
    this.document = document;
    this.target = target;
    this.copier = PDFObjectCopier.for(document.context, target);
  }

  /** A PDF that needs no password to be read opens too, whatever it forbids. */
  static async open(bytes: Uint8Array, target: PDFContext): Promise<SourceDocument> {
    try {
      const options = { updateMetadata: false, password: '', parseSpeed: Number.POSITIVE_INFINITY };
      return new SourceDocument(await PDFDocument.load(bytes, options), target);
    } catch (error) {
      throw new Unusable(
        error instanceof Error && /password/i.test(error.message) ? 'pdf-password' : 'pdf-open',
      );
    }
  }

  /** Copies page `index` (from 0) as a form XObject with its annotations' pictures; throws Unusable. */
  page(index: number): SourcePage {
    const before = this.target.largestObjectNumber;
    try {
      const node = this.nodeAt(index);
      const form = formOfPage(node, this.copier, this.target);
      const appearances = appearancesOf(node, this.copier);
      refuseUnsound(this.target, before);
      return { ...form, appearances };
    } catch (error) {
      this.forget(before);
      throw error instanceof Unusable ? error : new Unusable('pdf-copy');
    }
  }

  /** Throws Unusable when the page has what an archive does not take. */
  refuseForArchive(index: number): void {
    if (!isArchivable(this.nodeAt(index))) throw new Unusable('pdf-archive');
  }

  layers(): Layers | undefined {
    return hiddenLayers(this.document, this.copier);
  }

  private nodeAt(index: number): PDFPageLeaf {
    const page = this.document.getPages()[index];
    if (!page) throw new Unusable('pdf-page-missing');
    return page.node;
  }

  /** Half a copy must not reach the file; the next page starts with a fresh copier. */
  private forget(before: number): void {
    for (const [ref] of this.target.enumerateIndirectObjects()) {
      if (ref.objectNumber > before) this.target.delete(ref);
    }
    this.copier = PDFObjectCopier.for(this.document.context, this.target);
  }
}
