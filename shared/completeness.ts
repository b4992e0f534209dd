// Which papers a visit must have, and which it lacks. Rules are data with a source; rule packs of insured places come on top.

import type { Paper, PaperKind, Visit, VisitKind } from './domain.ts';

/** Any one of `anyOf` satisfies the demand; `source` says where it is written and how sure that is. */
export type PaperDemand = { anyOf: readonly PaperKind[]; source: 'four-papers' | 'national-inpatient' };

/**
 * Outpatient: the four papers people who claim by hand are asked for (invoice, list, prescription, record).
 * Inpatient: item 住院费用报销 of the national list as Jiangsu's province-wide guide prints it (2022 edition):
 * receipt, itemized list, and a diagnosis certificate or discharge summary.
 */
export const paperDemands: Record<VisitKind, readonly PaperDemand[]> = {
  'chronic-outpatient': outpatientDemands(),
  outpatient: outpatientDemands(),
  emergency: outpatientDemands(),
  inpatient: [
    { anyOf: ['invoice'], source: 'national-inpatient' },
    { anyOf: ['itemized-list'], source: 'national-inpatient' },
    { anyOf: ['discharge-summary', 'diagnosis-certificate'], source: 'national-inpatient' },
  ],
};

function outpatientDemands(): readonly PaperDemand[] {
  const kinds = ['invoice', 'itemized-list', 'prescription', 'medical-record'] as const;
  return kinds.map((kind) => ({ anyOf: [kind], source: 'four-papers' as const }));
}

/** The demands a visit does not meet yet, in the order of the demands. A paper without pages is no paper. */
export function missingPapers(
  visit: Pick<Visit, 'kind'>,
  papers: readonly Pick<Paper, 'kind' | 'pages'>[],
): PaperDemand[] {
  const present = new Set(papers.filter((paper) => paper.pages.length > 0).map((paper) => paper.kind));
  return paperDemands[visit.kind].filter((demand) => !demand.anyOf.some((kind) => present.has(kind)));
}
