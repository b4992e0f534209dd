// Pages that nobody at the counter could read, blank ones and those that lie the wrong way: what is seen on them as they print, said at the paper they belong to.

import type { PaperPage } from '../../shared/domain.ts';
import { type PageFinding, type PageFindingCode, turnToUpright } from '../../shared/page-findings.ts';
import type { Finding, Severity } from '../../shared/rules/finding.ts';
import type { PageConfirmed, PaperSeen } from './input.ts';
import { makeFinding } from './make-finding.ts';
import type { ClaimCase, VisitCase } from './visit-case.ts';

export const checkScans = ({ cases }: ClaimCase): Finding[] =>
  cases.flatMap((one) =>
    one.present.flatMap((seen) =>
      seen.paper.pages.flatMap((page, at) =>
        checkPage(one, seen, { page, at, look: seen.looks?.[at] ?? [], said: seen.confirmed?.[at] }),
      ),
    ),
  );

type Page = { page: PaperPage; at: number; look: readonly PageFinding[]; said: PageConfirmed | undefined };

/** What a person looked at and called readable is no reason to send it back, but whoever hands it in is told. */
function checkPage({ visit }: VisitCase, { paper }: PaperSeen, { page, at, look, said }: Page): Finding[] {
  const about = {
    ...{ visitId: visit.id, paperKind: paper.kind, do: 'home' as const, action: 'rescan-paper' as const },
    target: paper.id,
  };
  const place = { page: at + 1, scan: page.scan, scanPage: page.page + 1 };
  const unanswered = look.filter(({ code }) => !said?.codes.includes(code));
  const open = findTrouble(unanswered);
  if (open) {
    const { code, severity, trouble } = open;
    const params = code === 'scan-blank' ? place : { ...place, trouble };
    return [makeFinding(code, severity, { ...about, params })];
  }
  if (turnToUpright(unanswered, page.turn) !== 0)
    return [makeFinding('scan-turned', 'advice', { ...about, action: 'edit-paper', params: place })];
  const confirmed = said && findTrouble(look);
  if (!confirmed) return [];
  const params = { ...place, trouble: confirmed.trouble, confirmedOn: said.on };
  return [makeFinding('scan-confirmed', 'advice', { ...about, params })];
}

type Trouble = { code: 'scan-blank' | 'scan-unreadable'; severity: Severity; trouble: PageFindingCode };

/** One a page, the gravest. Small pictures only print soft; the others count when the look was sure of them. */
function findTrouble(look: readonly PageFinding[]): Trouble | undefined {
  const blank = look.find(({ code }) => code === 'nearly-blank');
  if (blank) {
    const severity = blank.severity === 'strong' ? 'likely-returned' : 'advice';
    return { code: 'scan-blank', severity, trouble: blank.code };
  }
  const hidden = look.find(({ code, severity }) => severity === 'strong' && hides.includes(code));
  const trouble = hidden ?? look.find(({ code }) => code === 'low-resolution');
  const severity = hidden ? 'likely-returned' : 'advice';
  return trouble && { code: 'scan-unreadable', severity, trouble: trouble.code };
}

const hides: readonly PageFindingCode[] = ['blurred', 'too-dark', 'too-light', 'glare'];
