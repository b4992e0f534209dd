// What a page says that stands for a source page nobody could embed.

import type { Language } from '../../shared/domain.ts';
import type { PacketSource } from '../../shared/packet-plan.ts';
import type { ProblemFact } from '../../shared/problems.ts';
import type { Notice } from './draft.ts';
import { packetWords } from './words.ts';

export function unusableNotice(language: Language, source: PacketSource, problem: ProblemFact): Notice {
  const words = packetWords[language];
  const reasons = words.unusableReasons;
  const detail = String(problem.params.detail ?? reasons.other);
  return {
    title: words.unusableTitle,
    lead: words.unusableLead,
    facts: [
      { name: words.unusableFile, value: source.fileName },
      { name: words.unusablePage, value: String(source.page + 1) },
      {
        name: words.unusableReason,
        value: problem.code === 'page-unusable' ? detail : (reasons.other ?? ''),
      },
    ],
    advice: { title: words.gapWhat, steps: [words.unusableWhat] },
  };
}
