// Bookmarks: one nested list of titles and pages, written as PDF outline items.

import { type PDFContext, PDFHexString, type PDFRef } from 'pdf-lib';

/** `page` counts from 1. */
export type Bookmark = { title: string; page: number; children: Bookmark[] };

/** Registers the tree and answers its root, or undefined when there is nothing to list. */
export function writeOutline(
  context: PDFContext,
  bookmarks: Bookmark[],
  pages: PDFRef[],
): PDFRef | undefined {
  if (bookmarks.length === 0) return undefined;
  const root = context.nextRef();
  const { first, last } = writeLevel(context, bookmarks, root, pages);
  const count = countAll(bookmarks);
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: count }));
  return root;
}

function writeLevel(context: PDFContext, bookmarks: Bookmark[], parent: PDFRef, pages: PDFRef[]) {
  const refs = bookmarks.map(() => context.nextRef());
  for (const [at, { title, page, children }] of bookmarks.entries()) {
    const ref = refs[at] as PDFRef;
    const inner = children.length > 0 ? writeLevel(context, children, ref, pages) : undefined;
    const item = context.obj({
      Parent: parent,
      Prev: refs[at - 1],
      Next: refs[at + 1],
      Dest: [pages[page - 1], 'Fit'],
      ...(inner ? { First: inner.first, Last: inner.last, Count: countAll(children) } : {}),
    });
    item.set(context.obj('Title'), PDFHexString.fromText(title));
    context.assign(ref, item);
  }
  return { first: refs[0] as PDFRef, last: refs.at(-1) as PDFRef };
}

const countAll = (bookmarks: Bookmark[]): number =>
  bookmarks.reduce((total, { children }) => total + 1 + countAll(children), 0);
