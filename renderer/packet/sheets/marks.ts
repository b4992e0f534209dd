// Marks on source pages: 复印件 with a line to sign on copies, the purpose on identity, bank and social-security cards.

import type { PDFContext, PDFRef } from 'pdf-lib';
import type { Language, PaperKind } from '../../../shared/domain.ts';
import { type PacketOptions, usualPacketOptions } from '../../../shared/packet-options.ts';
import type { PacketPlan } from '../../../shared/packet-plan.ts';
import type { Entry } from '../claim-draft.ts';
import type { BodyPage, Dress } from '../draft.ts';
import { CONTENT } from '../layout/place.ts';
import { A4, operands, type Sheet } from '../layout/sheet.ts';
import { sizeToFit } from '../layout/wrap.ts';
import { sheetWords } from './words.ts';

/** The purpose is never printed over anything else: a mark on an invoice may spoil it. */
export const purposePapers: ReadonlySet<PaperKind> = new Set([
  'identity-card',
  'agent-identity',
  'bank-card',
  'social-security-card',
]);

/** Points kept free under a copy for its mark. */
const STRIP = 30;

export function dressPages(plan: PacketPlan, entry: Entry, pages: BodyPage[]): BodyPage[] {
  const options = plan.options ?? usualPacketOptions;
  const copy = entry.paper.form === 'copy' && options.copyMark !== 'none';
  const purpose = options.purposeMark && purposePapers.has(entry.paper.kind);
  if (!copy && !purpose) return pages;
  const dress: Dress = (sheet, operators, figure) => {
    sheet.within(figure, () => (copy ? drawSmaller(sheet, operators) : sheet.raw(operators)));
    if (purpose) drawPurpose(sheet, options.purposeWording || sheetWords[plan.language].purpose);
    if (copy) drawCopyMark(sheet, plan.language, options);
  };
  return pages.map((page) => ('source' in page ? { ...page, dress } : page));
}

/** Keeps the upper edge of the room and frees a strip under it. */
function drawSmaller(sheet: Sheet, operators: string): void {
  const scale = (CONTENT.height - STRIP) / CONTENT.height;
  const [x, y] = [A4.width / 2, A4.height - CONTENT.y];
  sheet.raw(`q ${operands([scale, 0, 0, scale, (1 - scale) * x, (1 - scale) * y])} cm`);
  sheet.raw(operators);
  sheet.raw('Q');
}

function drawCopyMark(sheet: Sheet, language: Language, { copyMark, copyWording }: PacketOptions): void {
  const words = sheetWords[language];
  const baseline = CONTENT.y + CONTENT.height - 7;
  const { font } = sheet;
  const width = font.width(words.copy, 11) + 14;
  const box = { x: CONTENT.x, y: baseline - 14, width, height: 20 };
  sheet.fill(box, 1);
  sheet.frame(box, { width: 0.9, grey: 0.1 });
  sheet.text(words.copy, box.x + width / 2, baseline, { size: 11, align: 'center', weight: true });
  if (copyMark !== 'line') return;
  let x = box.x + width + 12;
  const end = CONTENT.x + CONTENT.width;
  const sentence = copyWording || words.sameAsOriginal;
  const size = sizeToFit(font, sentence, 10.5, 190);
  sheet.text(sentence, x, baseline, { size });
  x += font.width(font.spell(sentence), size) + 14;
  const dateAt = end - 128;
  for (const [caption, from, to] of [
    [words.sign, x, dateAt - 10],
    [words.date, dateAt, end],
  ] as const) {
    sheet.text(caption, from, baseline, { size: 10.5 });
    const start = from + font.width(caption, 10.5) + 5;
    sheet.line({ x: start, y: baseline + 2.5 }, { x: to, y: baseline + 2.5 }, 0.5, 0.25);
  }
}

/** A veil: what lies under the words stays readable. */
function drawPurpose(sheet: Sheet, wording: string): void {
  const { font } = sheet;
  const text = font.spell(wording);
  const size = sizeToFit(font, text, 34, 430);
  const half = font.width(text, size) / 2;
  const [cosine, sine] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
  const shown = font.encode(text);
  for (const share of [0.2, 0.5, 0.8]) {
    const y = A4.height - (CONTENT.y + CONTENT.height * share);
    const matrix = [cosine, sine, -sine, cosine, A4.width / 2 - half * cosine, y - half * sine];
    sheet.tag('P', () =>
      sheet.raw(`q /Veil gs 0.2 g BT /F ${size.toFixed(2)} Tf ${operands(matrix)} Tm <${shown}> Tj ET Q`),
    );
  }
}

/** What the operators of a dressed page name. */
export const dressResources = (context: PDFContext): Record<string, Record<string, PDFRef>> => ({
  ExtGState: { Veil: context.register(context.obj({ Type: 'ExtGState', ca: 0.28 })) },
});
