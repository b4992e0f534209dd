// Saves a visit and its invoices as one action with one undo; what is refused is told beside its field.

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { UndoStep } from '../../../shared/calls.ts';
import type { InvoiceFields } from '../../../shared/domain.ts';
import { Problem, type ProblemFact } from '../../../shared/problems.ts';
import { call, queryClient } from '../../client.ts';
import { useExplain } from '../../shell/problem.tsx';
import { useUndo } from '../../shell/undo.tsx';
import type { TwinChoice } from './twin-dialog.tsx';
import {
  type FieldProblems,
  type InvoiceDraft,
  isBlank,
  readInvoice,
  type VisitDraft,
} from './visit-draft.ts';

const visitFieldOf: Partial<Record<ProblemFact['code'], string>> = {
  'date-invalid': 'visit.date',
  'date-in-future': 'visit.date',
  'date-order': 'visit.endDate',
};
const invoiceFieldOf: Partial<Record<ProblemFact['code'], string>> = {
  'invoice-number-invalid': 'number',
  'invoice-code-invalid': 'code',
  'invoice-check-code-invalid': 'checkCode',
  'date-invalid': 'issueDate',
  'date-in-future': 'issueDate',
  'amount-invalid': 'total',
  'amount-negative': 'total',
  'amount-too-precise': 'total',
  'amount-too-large': 'total',
};

export type Saved = {
  /** null when not even the visit was saved. */
  visitId: string | null;
  /** The draft with the ids of what was saved. */
  draft: VisitDraft;
  problems: FieldProblems;
  /** True when everything is saved. */
  complete: boolean;
};
type Ask = (params: Problem['params']) => Promise<TwinChoice>;
type Known = { visitId: string | null; saved: VisitDraft | null };

class Unplaced extends Error {}

/** All amounts, before anything is written: nothing is saved by halves for a slip of the pen. */
function amountProblems(draft: VisitDraft): FieldProblems {
  const read = draft.invoices
    .filter((invoice) => !isBlank(invoice))
    .map((invoice) => readInvoice(invoice, 'visit-0000000000', draft.visit.date));
  return Object.assign({}, ...read.map((result) => ('problems' in result ? result.problems : {})));
}

const unchanged = (invoice: InvoiceDraft, saved: VisitDraft | null): boolean =>
  JSON.stringify(saved?.invoices.find(({ key }) => key === invoice.key)) === JSON.stringify(invoice);

/** Asks when the same invoice is there already; null when the person wants to change it or goes to the other one. */
async function saveInvoice(id: string | null, fields: InvoiceFields, onTwin: Ask) {
  try {
    return await call('invoice.save', { id, fields });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invoice-already-logged') throw error;
    const choice = await onTwin(error.params);
    return choice === 'keep' ? call('invoice.save', { id, fields, acceptTwin: true }) : null;
  }
}

export function useVisitSaver(ask: Ask) {
  const { t } = useTranslation('visits');
  const { done } = useUndo();
  const explain = useExplain();
  const navigate = useNavigate();

  const place = useCallback(
    (error: unknown, fields: Partial<Record<ProblemFact['code'], string>>, prefix = ''): FieldProblems => {
      const field = error instanceof Problem ? fields[error.code] : undefined;
      if (error instanceof Problem && field) return { [prefix + field]: error.toFact() };
      explain(error);
      return {};
    },
    [explain],
  );

  return useCallback(
    async (draft: VisitDraft, known: Known): Promise<Saved> => {
      const problems = amountProblems(draft);
      if (!draft.visit.personId) problems['visit.personId'] = { code: 'name-empty', params: {} };
      const early = { visitId: known.visitId, draft, complete: false };
      if (Object.keys(problems).length > 0) return { ...early, problems };
      const undo: UndoStep[][] = [];
      const result: Saved = { visitId: known.visitId, draft, problems: {}, complete: true };
      try {
        const saved = await call('visit.save', { id: known.visitId, fields: draft.visit });
        undo.unshift(saved.undo);
        result.visitId = saved.visit.id;
      } catch (error) {
        return { ...early, problems: place(error, visitFieldOf) };
      }
      const onTwin: Ask = async (params) => {
        const choice = await ask(params);
        if (choice === 'go' && params.visit) navigate(`/visits/${params.visit}`);
        return choice;
      };
      for (const invoice of draft.invoices) {
        if (isBlank(invoice) || unchanged(invoice, known.saved)) continue;
        const read = readInvoice(invoice, result.visitId, draft.visit.date);
        if ('problems' in read) throw new Unplaced('amounts were checked before');
        try {
          const saved = await saveInvoice(invoice.id, read.fields, onTwin);
          if (!saved) {
            result.complete = false;
            continue;
          }
          undo.unshift(saved.undo);
          result.draft = {
            ...result.draft,
            invoices: result.draft.invoices.map((other) =>
              other.key === invoice.key ? { ...other, id: saved.invoice.id } : other,
            ),
          };
        } catch (error) {
          Object.assign(result.problems, place(error, invoiceFieldOf, `${invoice.key}.`));
          result.complete = false;
        }
      }
      await queryClient.invalidateQueries();
      done(t(result.complete ? 'savedAll' : 'savedPart'), undo.flat());
      return result;
    },
    [ask, done, navigate, place, t],
  );
}
