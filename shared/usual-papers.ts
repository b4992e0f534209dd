// The papers usually asked for, where no rule of an insured place is there to say so: a visit not saved yet, a place unknown.

import type { PaperKind, VisitKind } from './domain.ts';

/** The four papers people who claim by hand are asked for (invoice, list, prescription, record). */
const four: readonly PaperKind[][] = [['invoice'], ['itemized-list'], ['prescription'], ['medical-record']];

/**
 * Each a list of kinds of which one is enough. Inpatient: item 住院费用报销 of the national list as Jiangsu's province-wide guide
 * prints it (2022 edition): receipt, itemized list, and a discharge summary or diagnosis certificate.
 */
export const usualPapers: Record<VisitKind, readonly PaperKind[][]> = {
  ...{ 'chronic-outpatient': four, outpatient: four, emergency: four },
  inpatient: [['invoice'], ['itemized-list'], ['discharge-summary', 'diagnosis-certificate']],
};
