// The digits that a PDF page is written with: two invoices of one hospital look alike to the eye and differ in date and number.

import { withPdf } from '../pdf.ts';
import type { KeptPage } from '../workshop.ts';
import { measureDpi } from './look-at-page.ts';

/** A page with less writing than this says nothing of its own. */
const FEWEST_CHARACTERS = 30;
const FEWEST_DIGITS = 8;

/**
 * All ASCII digits of the page's own writing, sorted, since printing a PDF anew may change the order of its words. Null for
 * anything but a PDF, for a scan (what was read on it may be misread) and for a page with little writing.
 */
export async function readOwnDigits({ bytes, mediaType, wish: { page } }: KeptPage): Promise<string | null> {
  if (mediaType !== 'application/pdf') return null;
  const text = await withPdf(bytes, (pdf) => (measureDpi(pdf, page) === undefined ? pdf.text(page) : ''));
  const written = text.normalize('NFKC').replace(/\s/g, '');
  const digits = written.replace(/[^0-9]/g, '');
  if (written.length < FEWEST_CHARACTERS || digits.length < FEWEST_DIGITS) return null;
  return [...digits].sort().join('');
}
