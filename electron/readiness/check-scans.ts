// Pages that nobody at the counter could read, and blank ones: what intake saw on them, said at the paper they belong to.

import type { PaperPage } from '../../shared/domain.ts';
import type { PageFinding, PageFindingCode } from '../../shared/page-findings.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import type { PaperSeen } from './input.ts';
import { makeFinding } from './make-finding.ts';
import type { ClaimCase, VisitCase } from './visit-case.ts';

export const checkScans = ({ cases }: ClaimCase): Finding[] =>
  cases.flatMap((one) =>
    one.present.flatMap((seen) =>
      seen.paper.pages.flatMap((page, at) =>
        checkPage(one, seen, { page, at, look: seen.looks?.[at] ?? [] }),
      ),
    ),
  );

type Page = { page: PaperPage; at: number; look: readonly PageFinding[] };

/** One finding a page, the gravest. Small pictures only print soft; the others count when intake was sure of them. */
function checkPage({ visit }: VisitCase, { paper }: PaperSeen, { page, at, look }: Page): Finding[] {
  const said = {
    ...{ visitId: visit.id, paperKind: paper.kind, do: 'home' as const, action: 'rescan-paper' as const },
    target: paper.id,
  };
  const blank = look.find(({ code }) => code === 'nearly-blank');
  if (blank)
    return [
      makeFinding('scan-blank', blank.severity === 'strong' ? 'likely-returned' : 'advice', {
        ...{ ...said, params: { page: at + 1 } },
      }),
    ];
  const hidden = look.find(
    ({ code, severity }) => severity === 'strong' && hides.includes(code) && !isMended(page, code),
  );
  const trouble = hidden ?? look.find(({ code }) => code === 'low-resolution');
  if (!trouble) return [];
  return [
    makeFinding('scan-unreadable', hidden ? 'likely-returned' : 'advice', {
      ...{ ...said, params: { page: at + 1, trouble: trouble.code } },
    }),
  ];
}

const hides: readonly PageFindingCode[] = ['blurred', 'too-dark', 'too-light', 'glare'];

/** Evening out the light is what makes a dark or pale page readable; intake looked at the page as it came. */
const isMended = ({ edit }: PaperPage, code: PageFindingCode): boolean =>
  edit?.enhance === 'paper' && (code === 'too-dark' || code === 'too-light');
