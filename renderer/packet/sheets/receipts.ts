// The receipts of a claim as things of paper: number, date, amount, and how large the sheet of paper is.

import { type PasteOptions, type ReceiptForm, usualPasteSizes } from '../../../shared/packet-options.ts';
import type { PacketPlan, PacketVisit } from '../../../shared/packet-plan.ts';
import { visitTitle } from '../claim-draft.ts';
import { sheetWords } from './words.ts';

/** `size` in millimetres. `serial` counts all receipts of the claim from 1, in the order of the claim sheet. */
export type Receipt = {
  serial: number;
  number: string;
  date: string;
  hospital: string;
  totalFen: number;
  size: { width: number; height: number; verified: boolean };
};
/** Receipts that may share sheets; `title` '' when there is only one such group. */
export type PasteGroup = { title: string; receipts: Receipt[] };

type Invoice = PacketVisit['invoices'][number];

/** By the lengths of code and number (domain.md section 4.1): 20 digits, 8 + 10, 10 or 12 + 8, anything else. */
export function receiptForm({ number, code }: Invoice): ReceiptForm {
  if (/^\d{20}$/.test(number)) return 'digital';
  if (/^\d{8}$/.test(code) && /^\d{10}$/.test(number)) return 'fiscal';
  if (/^\d{10}(\d{2})?$/.test(code) && /^\d{8}$/.test(number)) return 'vat';
  return 'paper';
}

export function pasteGroups(plan: PacketPlan, options: PasteOptions): PasteGroup[] {
  let serial = 0;
  const groups = new Map<string, Receipt[]>();
  for (const visit of plan.visits) {
    for (const invoice of visit.invoices) {
      serial += 1;
      const title = groupOf(plan, visit, options);
      const group = groups.get(title) ?? [];
      groups.set(title, group);
      group.push({
        serial,
        number: invoice.number,
        date: invoice.issueDate || visit.date,
        hospital: visit.hospital,
        totalFen: invoice.totalFen,
        size: options.sizes[receiptForm(invoice)] ?? usualPasteSizes[receiptForm(invoice)],
      });
    }
  }
  return [...groups].map(([title, receipts]) => ({ title, receipts }));
}

function groupOf(plan: PacketPlan, visit: PacketVisit, { groupBy, hospitalGrades }: PasteOptions): string {
  if (groupBy === 'visit') return visitTitle(visit);
  if (groupBy === 'none') return '';
  return hospitalGrades[visit.hospital] || sheetWords[plan.language].noGrade;
}
