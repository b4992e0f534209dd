// Where a problem of the packet is mended: the visit whose paper it is about, or the person.

import type { PacketPlan } from '../../../shared/packet-plan.ts';
import type { ProblemFact } from '../../../shared/problems.ts';

/** The address of the screen, and what is there; undefined when the problem names neither. */
export function problemPlace(
  { code, params }: ProblemFact,
  plan: PacketPlan,
  personId: string,
): { kind: 'paper' | 'person'; to: string } | undefined {
  const visit = plan.visits.find(({ papers }) =>
    papers.some(({ pages }) =>
      pages.some(({ fileName, scan }) => fileName === params.file || scan === params.file),
    ),
  );
  if (visit) return { kind: 'paper', to: `/visits/${visit.id}` };
  if (code !== 'character-missing') return undefined;
  const characters = [...String(params.characters ?? '')].filter((sign) => sign.trim() !== '');
  const holds = (value: unknown) => characters.some((sign) => JSON.stringify(value).includes(sign));
  const spelled = plan.visits.find(({ papers: _, ...told }) => holds(told));
  if (holds(plan.person) || !spelled) return { kind: 'person', to: `/people/${personId}` };
  return { kind: 'paper', to: `/visits/${spelled.id}` };
}
