// What stands on a page means something: headings, paragraphs, tables, pictures of papers (ISO 32000-1, 14.7 and 14.8).

import type { PDFRef } from 'pdf-lib';

export type Role = 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';

/** `kids` in the order they are read: elements, and numbers of marked contents of `page`. */
export type Element = {
  role: Role;
  kids: (Element | { page: PageStructure; mark: number })[];
  /** What is read out instead of a picture. */
  alt?: string;
  scope?: 'Row' | 'Column';
  /** Columns a cell covers when more than one. */
  span?: number;
  ref?: PDFRef;
};

export const makeElement = (role: Role, more: Omit<Partial<Element>, 'role'> = {}): Element => ({
  role,
  kids: [],
  ...more,
});

/** What one page holds: elements that begin on it, and the element of each marked content, by its number. */
export class PageStructure {
  readonly begun: Element[] = [];
  readonly marked: Element[] = [];
  ref?: PDFRef;

  mark(element: Element): number {
    const mark = this.marked.push(element) - 1;
    element.kids.push({ page: this, mark });
    return mark;
  }
}
