// What the program sees on a page before the counter does: hints with a place and a figure, never a refusal.

import { z } from 'zod';
import { type PaperPage, type Turn, toTurn } from './domain.ts';
import { formatEdit, noEdit, settleEdit } from './page-edit.ts';

export const pageFindingCodes = [
  'low-resolution', // measure: dots per inch when the page fills A4
  'blurred', // measure: how little sharpening is left, 0 to 1
  'too-dark', // measure: gray level of the paper, 0 to 255
  'too-light', // measure: how far the writing stands out from the paper, gray levels
  'glare', // measure: share of the page that is burnt out
  'touches-edge', // measure: strokes cut by this edge
  'nearly-blank', // measure: share of the page that is ink
  'several-papers', // measure: how many papers
  'more-pictures', // measure: how many pictures of its file are left out, beside this one
  'not-upright', // measure: the turn clockwise that sets it upright, 90, 180 or 270
] as const;
export type PageFindingCode = (typeof pageFindingCodes)[number];

/** Parts of the upright page, 0 to 1 from its top left. */
export const pageBox = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type PageBox = z.infer<typeof pageBox>;

/** The same part of the page after a turn clockwise. */
export function turnBox({ x, y, width, height }: PageBox, turn: Turn): PageBox {
  if (turn === 90) return { x: 1 - y - height, y: x, width: height, height: width };
  if (turn === 180) return { x: 1 - x - width, y: 1 - y - height, width, height };
  if (turn === 270) return { x: y, y: 1 - x - width, width: height, height: width };
  return { x, y, width, height };
}

export const pageFinding = z.object({
  code: z.enum(pageFindingCodes),
  severity: z.enum(['strong', 'hint']),
  /** Null when it concerns the whole page. */
  box: pageBox.nullable(),
  measure: z.number(),
});
export type PageFinding = z.infer<typeof pageFinding>;

/** Somebody looked at the page as it is shown with this turn and edit (as `formatEdit` writes it) and found it readable. */
export const pageConfirmation = z.object({
  turn: z.literal([0, 90, 180, 270]),
  edit: z.string(),
  /** What was seen on the page then; what is seen later is asked about anew. */
  codes: z.array(z.enum(pageFindingCodes)),
  /** ISO time. */
  at: z.string(),
});
export type PageConfirmation = z.infer<typeof pageConfirmation>;

/** What was said about the page as it is shown now. */
export function confirmationOf<C extends PageConfirmation>(
  said: readonly C[] | undefined,
  { turn, edit }: Pick<PaperPage, 'turn' | 'edit'>,
): C | undefined {
  const text = formatEdit(settleEdit(edit) ?? noEdit);
  return said?.find((one) => one.turn === turn && one.edit === text);
}

/** The turn clockwise that sets a page upright which is shown with `turn`; 0 when it stands right or nobody can tell. */
export function turnToUpright(findings: readonly PageFinding[], turn: Turn): Turn {
  const wanted = findings.find(({ code }) => code === 'not-upright')?.measure ?? turn;
  return toTurn(wanted - turn);
}

/** What is left of `findings` once the page is shown with `turn`: turning it right is what mends it. */
export const findingsTurned = (findings: readonly PageFinding[], turn: Turn): PageFinding[] =>
  findings.filter(({ code }) => code !== 'not-upright' || turnToUpright(findings, turn) !== 0);

/** Those of `findings` that nobody has called a false alarm. */
export const openFindings = (
  findings: readonly PageFinding[],
  said: PageConfirmation | undefined,
): PageFinding[] => findings.filter(({ code }) => !said?.codes.includes(code));
