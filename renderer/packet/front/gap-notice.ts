// What a page says that keeps the place of a missing paper.

import type { PacketPlan, PacketVisit } from '../../../shared/packet-plan.ts';
import { domainWords } from '../../../shared/words/domain.ts';
import type { Entry } from '../claim-draft.ts';
import type { Notice } from '../draft.ts';
import { packetWords } from '../words.ts';

export function gapNotice(plan: PacketPlan, visit: PacketVisit, { paper, label, visit: at }: Entry): Notice {
  const words = packetWords[plan.language];
  const { paper: paperNames, visitKind } = domainWords[plan.language];
  const steps: Record<string, string> = words.gapSteps;
  const choices = paper.anyOf.length > 1 ? paper.anyOf.map((kind) => paperNames[kind]) : [];
  const wanted = paper.anyOf.length > 0 ? paper.anyOf : [paper.kind];
  const advice = wanted.map((kind) => steps[kind] ?? '').filter(Boolean);
  return {
    title: words.gapTitle(label),
    lead: words.gapLead,
    facts: [
      { name: words.gapVisit, value: words.gapVisitRow(at + 1) },
      { name: words.visitDate, value: datesOf(plan, visit) },
      { name: words.hospital, value: visit.hospital },
      {
        name: words.kindAndDisease,
        value: [visitKind[visit.kind], visit.diseaseName || visit.diagnosis].filter(Boolean).join(' · '),
      },
      { name: words.invoiceNumber, value: visit.invoices.map(({ number }) => number).join('\n') },
      ...(choices.length > 0 ? [{ name: words.gapAnyOf, value: choices.join(' / ') }] : []),
    ].filter(({ value }) => value !== ''),
    advice: { title: words.gapWhat, steps: [...advice, words.gapSteps.general] },
  };
}

export const datesOf = (plan: PacketPlan, visit: PacketVisit): string =>
  visit.endDate && visit.endDate !== visit.date
    ? packetWords[plan.language].dateRange(visit.date, visit.endDate)
    : visit.date;
