// One step of a claim as it is being typed, and what is sent: which fields each step has, and what is still missing.

import {
  type ClaimEventFields,
  type ClaimStep,
  claimChannels,
  type Payer,
  type ReturnReason,
} from '../../../shared/claim-life.ts';
import type { PaperKind } from '../../../shared/domain.ts';
import type { ProblemFact } from '../../../shared/problems.ts';
import { readAmount } from '../visits/visit-draft.ts';

export type Channel = (typeof claimChannels)[number];
export const knownChannels = claimChannels.filter((one) => one !== '');

export type WantedDraft = { key: string; visitId: string | null; kind: PaperKind; note: string };
export type StepDraft = {
  step: ClaimStep;
  on: string;
  payer: Payer;
  office: string;
  channel: Channel;
  receiptNumber: string;
  reasons: ReturnReason[];
  wanted: WantedDraft[];
  until: string;
  amount: string;
  note: string;
  freeze: boolean;
};

export type StepField =
  | 'payer'
  | 'office'
  | 'channel'
  | 'receiptNumber'
  | 'reasons'
  | 'wanted'
  | 'until'
  | 'amount'
  | 'freeze';

/** What is asked at each step; the day and a note always are. */
export const fieldsOfStep: Record<ClaimStep, readonly StepField[]> = {
  ready: [],
  'handed-in': ['payer', 'office', 'channel', 'receiptNumber', 'amount', 'freeze'],
  accepted: ['office', 'receiptNumber'],
  returned: ['office', 'reasons', 'wanted', 'until'],
  supplemented: ['office', 'channel', 'receiptNumber', 'freeze'],
  decided: ['payer', 'amount'],
  paid: ['payer', 'amount'],
  refused: ['payer', 'reasons'],
  withdrawn: [],
  reopened: [],
};

/** Begins with what the step before says, so that an office is typed once. */
export function emptyStep(
  step: ClaimStep,
  today: string,
  last?: Pick<ClaimEventFields, 'payer' | 'office'>,
): StepDraft {
  return {
    step,
    on: today,
    payer: last?.payer ?? 'basic',
    office: last?.office ?? '',
    channel: '',
    receiptNumber: '',
    reasons: [],
    wanted: [],
    until: '',
    amount: '',
    note: '',
    freeze: true,
  };
}

export type StepTrouble = { field: 'reasons' | 'amount'; problem: ProblemFact | null };

/** The fields to send, or what is missing: an amount that cannot be read, a return without a reason. */
export function readStep(
  draft: StepDraft,
  claimId: string,
): { fields: ClaimEventFields } | { trouble: StepTrouble } {
  const has = (field: StepField) => fieldsOfStep[draft.step].includes(field);
  const amount = has('amount') ? readAmount(draft.amount) : undefined;
  if (typeof amount === 'object') return { trouble: { field: 'amount', problem: amount } };
  if (draft.step === 'paid' && !amount) return { trouble: { field: 'amount', problem: null } };
  if (draft.step === 'returned' && draft.reasons.length === 0)
    return { trouble: { field: 'reasons', problem: null } };
  return {
    fields: {
      claimId,
      step: draft.step,
      on: draft.on,
      payer: draft.payer,
      office: has('office') ? draft.office.trim() : '',
      channel: has('channel') ? draft.channel : '',
      receiptNumber: has('receiptNumber') ? draft.receiptNumber.trim() : '',
      reasons: has('reasons') ? draft.reasons : [],
      wanted: has('wanted') ? draft.wanted.map(({ key: _, ...one }) => one) : [],
      until: has('until') ? draft.until : '',
      amountFen: amount ?? null,
      note: draft.note.trim(),
    },
  };
}
