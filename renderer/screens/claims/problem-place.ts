// Where a problem of the packet is mended: the visit whose paper it is about, or the person.

import type { Claim } from '../../../shared/domain.ts';
import type { PacketPlan } from '../../../shared/packet-plan.ts';
import type { ProblemFact } from '../../../shared/problems.ts';

/** The address of the screen, and what is there; undefined when the problem names neither. */
export function problemPlace(
  { code, params }: ProblemFact,
  plan: PacketPlan,
  { personId, visitIds }: Pick<Claim, 'personId' | 'visitIds'>,
): { kind: 'paper' | 'person'; to: string } | undefined {
  const visit = plan.visits.findIndex(({ papers }) =>
    papers.some(({ pages }) =>
      pages.some(({ fileName, scan }) => fileName === params.file || scan === params.file),
    ),
  );
  if (visit >= 0) return { kind: 'paper', to: `/visits/${visitIds[visit]}` };
  if (code !== 'character-missing') return undefined;
  const characters = [...String(params.characters ?? '')].filter((sign) => sign.trim() !== '');
  const holds = (value: unknown) => characters.some((sign) => JSON.stringify(value).includes(sign));
  const spelled = plan.visits.findIndex(({ papers: _, ...told }) => holds(told));
  if (holds(plan.person) || spelled < 0) return { kind: 'person', to: `/people/${personId}` };
  return { kind: 'paper', to: `/visits/${visitIds[spelled]}` };
}
