// Calls about what was chosen for the packet of a claim and the sheets beside it.

import { isDeepStrictEqual } from 'node:util';
import type { ClaimOptions } from '../../shared/claim-options-calls.ts';
import { sheetOptions, usualPacketOptions } from '../../shared/packet-options.ts';
import { getClaim } from '../database/claim.ts';
import { findClaimOptions, writeClaimOptions } from '../database/claim-options.ts';
import { inTransaction } from '../database/statement.ts';
import type { Handler } from './context.ts';

const usual = (): ClaimOptions => ({ packet: { ...usualPacketOptions }, sheets: sheetOptions.parse({}) });

export const readClaimOptions: Handler<'claim.options'> = ({ vault: { db } }, { id }) =>
  findClaimOptions(db, getClaim(db, id).id) ?? usual();

export const saveClaimOptions: Handler<'claim.set-options'> = ({ vault: { db } }, { id, options }) =>
  inTransaction(db, () => {
    getClaim(db, id);
    const before = findClaimOptions(db, id) ?? usual();
    if (isDeepStrictEqual(before, options)) return { options, undo: [] };
    writeClaimOptions(db, id, options);
    return { options, undo: [{ call: 'claim.set-options', input: { id, options: before } }] };
  });
