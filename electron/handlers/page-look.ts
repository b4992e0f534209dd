// What is seen on a page as it will be printed: of an edited page on the edited picture, of any other what intake saw.

import type { PaperPage } from '../../shared/domain.ts';
import { formatEdit, type PageEdit, settleEdit } from '../../shared/page-edit.ts';
import {
  confirmationOf,
  findingsTurned,
  type PageFinding,
  type PageFindingCode,
} from '../../shared/page-findings.ts';
import { Problem } from '../../shared/problems.ts';
import { listPageFindings } from '../database/page-look.ts';
import { getScan } from '../database/scan.ts';
import type { Vault } from '../database/vault.ts';
import { scanEditedLook } from '../intake/pictures.ts';
import type { Context, Handler } from './context.ts';

/** What is seen on an edited page; undefined for one that is judged by what intake saw. */
export type LookOf = (page: PaperPage) => PageFinding[] | undefined;

/** A vault that cannot keep pictures is not looked through again for every question. */
const seenBefore = new WeakMap<Vault, Map<string, PageFinding[]>>();

/** Moves with every edited page that was looked at. */
export const countLooks = (vault: Vault): number => seenBefore.get(vault)?.size ?? 0;

const nameOf = ({ scan, page }: PaperPage, edit: PageEdit): string => `${scan}/${page}/${formatEdit(edit)}`;

export async function findingsOf(context: Context, shown: PaperPage): Promise<PageFinding[]> {
  const seen = (await lookAhead(context, [shown]))(shown);
  return findingsTurned(seen ?? asTaken(shown, listPageFindings(context.vault.db, shown)), shown.turn);
}

/** Looks at the edited ones among `pages`. */
export async function lookAhead(context: Context, pages: readonly PaperPage[]): Promise<LookOf> {
  const { vault } = context;
  const seen = seenBefore.get(vault) ?? new Map<string, PageFinding[]>();
  seenBefore.set(vault, seen);
  await Promise.all(
    pages.map(async (page) => {
      const edit = settleEdit(page.edit);
      if (!edit || seen.has(nameOf(page, edit))) return;
      const findings = await lookOnce(context, page, edit);
      if (findings) seen.set(nameOf(page, edit), findings);
    }),
  );
  return (page) => {
    const edit = settleEdit(page.edit);
    return edit && seen.get(nameOf(page, edit));
  };
}

/** What is said of the file a page comes from holds however the page is edited. */
const isOfFile = (code: PageFindingCode): boolean => code === 'more-pictures';

/** Undefined where the edited page cannot be made: that is said where it is shown. */
async function lookOnce(
  context: Context,
  { scan, page }: PaperPage,
  edit: PageEdit,
): Promise<PageFinding[] | undefined> {
  try {
    const ofFile = listPageFindings(context.vault.db, { scan, page }).filter(({ code }) => isOfFile(code));
    return [...(await scanEditedLook(context, scan, page, edit)), ...ofFile];
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** What intake saw of it; evening out the light is what makes a dark or pale page readable. */
export function asTaken(page: PaperPage, seen: PageFinding[]): PageFinding[] {
  const mended: readonly PageFindingCode[] = page.edit?.enhance === 'paper' ? ['too-dark', 'too-light'] : [];
  return mended.length === 0 ? seen : seen.filter(({ code }) => !mended.includes(code));
}

/** Both of the page as it is shown; a place on it is one before its last turn. */
export const lookAtPage: Handler<'page.look'> = async (context, { page }) => {
  const kept = getScan(context.vault.db, page.scan).pages[page.page];
  if (!kept) throw new Problem('not-found', { what: 'page', id: page.page + 1 });
  return {
    findings: await findingsOf(context, page),
    confirmation: confirmationOf(kept.confirmed, page) ?? null,
  };
};
