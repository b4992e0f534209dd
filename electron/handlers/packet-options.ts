// Calls about what was chosen for the packet of a claim and the sheets beside it, and for every claim of the vault.

import { isDeepStrictEqual } from 'node:util';
import type { ClaimOptions } from '../../shared/claim-options-calls.ts';
import { sheetOptions, usualPacketOptions } from '../../shared/packet-options.ts';
import { getClaim } from '../database/claim.ts';
import {
  findClaimOptions,
  findUsualOptions,
  removeClaimOptions,
  removeUsualOptions,
  writeClaimOptions,
  writeUsualOptions,
} from '../database/claim-options.ts';
import { type Db, inTransaction } from '../database/statement.ts';
import type { Handler } from './context.ts';

/** What comes with the program. */
const plain = (): ClaimOptions => ({ packet: { ...usualPacketOptions }, sheets: sheetOptions.parse({}) });

const usualOf = (db: Db): ClaimOptions => findUsualOptions(db) ?? plain();

export const readUsualOptions: Handler<'options.usual'> = ({ vault: { db } }) => ({
  ...usualOf(db),
  asked: findUsualOptions(db) !== undefined,
});

export const saveUsualOptions: Handler<'options.set-usual'> = ({ vault: { db } }, { options }) =>
  inTransaction(db, () => {
    const before = findUsualOptions(db);
    if (options === null) removeUsualOptions(db);
    else writeUsualOptions(db, options);
    const same = isDeepStrictEqual(before ?? null, options);
    const undo = same ? [] : [{ call: 'options.set-usual', input: { options: before ?? null } }];
    return { options: options ?? plain(), undo };
  });

export const readClaimOptions: Handler<'claim.options'> = ({ vault: { db } }, { id }) => {
  const own = findClaimOptions(db, getClaim(db, id).id);
  return { ...(own ?? usualOf(db)), own: own !== undefined };
};

export const saveClaimOptions: Handler<'claim.set-options'> = ({ vault: { db } }, { id, options }) =>
  inTransaction(db, () => {
    getClaim(db, id);
    const own = findClaimOptions(db, id);
    if (isDeepStrictEqual(own ?? usualOf(db), options)) return { options, undo: [] };
    writeClaimOptions(db, id, options);
    return { options, undo: [stepBack(id, own)] };
  });

export const forgetClaimOptions: Handler<'claim.forget-options'> = ({ vault: { db } }, { id }) =>
  inTransaction(db, () => {
    getClaim(db, id);
    const own = findClaimOptions(db, id);
    removeClaimOptions(db, id);
    return { options: usualOf(db), undo: own ? [stepBack(id, own)] : [] };
  });

const stepBack = (id: string, own: ClaimOptions | undefined) =>
  own
    ? { call: 'claim.set-options', input: { id, options: own } }
    : { call: 'claim.forget-options', input: { id } };
