// What a finding's button does on the spot: a stamp seen, copies made, an original back at home, a total read off the paper.

import { useTranslation } from 'react-i18next';
import type { UndoStep } from '../../shared/calls.ts';
import type { PaperFacts } from '../../shared/claim-life.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { call, queryClient } from '../client.ts';
import { useExplain } from '../shell/problem.tsx';
import { useUndo } from '../shell/undo.tsx';

export type Fix = 'stamped' | 'not-stamped' | 'copied' | 'original-here' | 'original-back';

/** Which acts on the spot a finding offers; its first is its own button. */
export function fixesOf({ code, remedy }: Finding): Fix[] {
  if (remedy.target === '') return [];
  if (code === 'stamp-not-confirmed') return ['stamped', 'not-stamped'];
  if (remedy.action === 'confirm-stamp') return ['stamped'];
  if (remedy.action === 'confirm-copies') return ['copied'];
  if (code === 'original-wanted') return ['original-here'];
  if (code === 'original-elsewhere') return ['original-back'];
  return [];
}

/** The total a list prints can be corrected where the difference is shown. */
export const asksPrintedTotal = ({ code, remedy }: Finding): boolean =>
  code === 'list-total-differs' && remedy.action === 'edit-paper' && remedy.target !== '';

async function changeFacts(
  finding: Finding,
  change: (facts: PaperFacts) => Partial<PaperFacts>,
): Promise<UndoStep[]> {
  if (!finding.visitId) return [];
  const known = await call('paper-facts.list', { visitId: finding.visitId });
  const facts = known.find(({ paperId }) => paperId === finding.remedy.target);
  if (!facts) return [];
  return (await call('paper-facts.save', { ...facts, ...change(facts) })).undo;
}

async function markOriginal(finding: Finding): Promise<UndoStep[]> {
  if (!finding.visitId) return [];
  const { papers } = await call('visit.get', { id: finding.visitId });
  const paper = papers.find(({ id }) => id === finding.remedy.target);
  if (!paper) return [];
  return (await call('paper.describe', { id: paper.id, title: paper.title, form: 'original' })).undo;
}

function perform(fix: Fix, finding: Finding): Promise<UndoStep[]> {
  switch (fix) {
    case 'stamped':
      return changeFacts(finding, () => ({ stamped: 'yes' }));
    case 'not-stamped':
      return changeFacts(finding, () => ({ stamped: 'no' }));
    case 'copied':
      return changeFacts(finding, ({ copies }) => ({
        copies: Math.max(copies, Number(finding.params.count)),
      }));
    case 'original-here':
      return markOriginal(finding);
    case 'original-back':
      return changeFacts(finding, () => ({ originalAt: 'home' }));
  }
}

/** Several findings at once become one entry to take back. */
export function useFix() {
  const { t } = useTranslation('board');
  const explain = useExplain();
  const { done } = useUndo();
  const tell = async (acts: (() => Promise<UndoStep[]>)[]) => {
    const steps: UndoStep[] = [];
    try {
      for (const act of acts) steps.unshift(...(await act()));
      done(t('fixed'), steps);
    } catch (error) {
      explain(error);
    } finally {
      await queryClient.invalidateQueries();
    }
  };
  return {
    fix: (fix: Fix, findings: readonly Finding[]) => tell(findings.map((one) => () => perform(fix, one))),
    setPrintedTotal: (finding: Finding, printedTotalFen: number) =>
      tell([() => changeFacts(finding, () => ({ printedTotalFen }))]),
  };
}
