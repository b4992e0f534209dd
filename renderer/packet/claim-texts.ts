// What a person typed and the packet prints, field by field: a character the font lacks is named with its field.

import type { PacketPlan } from '../../shared/packet-plan.ts';
import type { PacketDraft } from './draft.ts';

export function claimTexts(plan: PacketPlan): PacketDraft['texts'] {
  const { person } = plan;
  const names = [
    'name',
    'citizenId',
    'insuredPlaceCode',
    'insuredPlaceName',
    'livingPlaceName',
    'phone',
    'socialSecurityCard',
    'payeeName',
    'bankName',
    'bankAccount',
  ] as const;
  return [
    ...names.map((field) => ({ field, text: person[field] })),
    ...plan.visits.flatMap((visit) => [
      { field: 'hospital', text: visit.hospital },
      { field: 'department', text: visit.department },
      { field: 'diagnosis', text: visit.diagnosis },
      { field: 'diseaseName', text: visit.diseaseName },
      ...visit.invoices.map(({ number }) => ({ field: 'invoiceNumber', text: number })),
      ...visit.papers.map(({ title }) => ({ field: 'paperTitle', text: title })),
    ]),
    ...(plan.cover?.filings ?? []).map(({ place }) => ({ field: 'filingPlace', text: place })),
    ...plan.visits.map(({ hospitalFacts }) => ({ field: 'hospital', text: hospitalFacts?.code ?? '' })),
    { field: 'claimNumber', text: plan.number },
    { field: 'claimTitle', text: plan.title },
    ...replyTexts(plan),
  ];
}

function replyTexts({ supplement }: PacketPlan): PacketDraft['texts'] {
  if (!supplement) return [];
  const { first, returned, wanted, removed } = supplement;
  return [
    { field: 'office', text: first.office },
    { field: 'receiptNumber', text: first.receiptNumber },
    { field: 'officeNote', text: returned?.note ?? '' },
    ...wanted.map(({ note }) => ({ field: 'officeNote', text: note })),
    ...[...wanted, ...removed].map(({ visit }) => ({ field: 'hospital', text: visit?.hospital ?? '' })),
    ...removed.map(({ title }) => ({ field: 'paperTitle', text: title })),
  ];
}
