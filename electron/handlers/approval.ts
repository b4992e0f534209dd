// Calls about approvals of chronic diseases.

import { isDeepStrictEqual } from 'node:util';
import { type ApprovalFields, approvalFields } from '../../shared/claim-life.ts';
import * as table from '../database/approval.ts';
import { getPerson } from '../database/person.ts';
import { type Db, inTransaction } from '../database/statement.ts';
import type { Handler } from './context.ts';
import { checkProof, checkSpan } from './filing.ts';

export const listApprovals: Handler<'approval.list'> = ({ vault: { db } }, { personId }) =>
  table.listApprovals(db, personId);

export const saveApproval: Handler<'approval.save'> = ({ vault: { db }, now }, { id, fields: given }) =>
  inTransaction(db, () => {
    const fields = checkFields(db, given);
    const time = now().toISOString();
    if (id === null) {
      const approval = table.insertApproval(db, fields, time);
      return { approval, undo: [{ call: 'approval.remove', input: { id: approval.id } }] };
    }
    const before = table.getApproval(db, id);
    const old = approvalFields.parse(before);
    if (isDeepStrictEqual(old, fields)) return { approval: before, undo: [] };
    const approval = table.updateApproval(db, id, fields, time);
    return { approval, undo: [{ call: 'approval.save', input: { id, fields: old } }] };
  });

function checkFields(db: Db, given: ApprovalFields): ApprovalFields {
  getPerson(db, given.personId);
  checkSpan(given.from, given.to);
  checkProof(db, given.proofId, given.personId);
  const diseaseCode = given.diseaseCode.normalize('NFKC').trim().toUpperCase();
  return {
    ...given,
    diseaseCode,
    hospitals: given.hospitals.filter((name) => name !== ''),
  };
}

export const removeApproval: Handler<'approval.remove'> = ({ vault: { db }, now }, { id }) =>
  inTransaction(db, () => {
    table.getApproval(db, id);
    table.markApprovalRemoved(db, id, now().toISOString());
    return { undo: [{ call: 'approval.restore', input: { id } }] };
  });

export const restoreApproval: Handler<'approval.restore'> = ({ vault: { db } }, { id }) =>
  inTransaction(db, () => {
    getPerson(db, table.getApproval(db, id, true).personId);
    table.markApprovalRemoved(db, id, null);
    return { approval: table.getApproval(db, id) };
  });
