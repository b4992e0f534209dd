// Calls about what online portals take.

import { isDeepStrictEqual } from 'node:util';
import type { ListedProfile } from '../../shared/portal-calls.ts';
import { type PortalProfile, portalFields, shippedProfiles } from '../../shared/portal-profile.ts';
import { Problem } from '../../shared/problems.ts';
import {
  findStoredProfile,
  isStoredId,
  listStoredProfiles,
  removeStoredProfile,
  writeStoredProfile,
} from '../database/portal-profile.ts';
import { type Db, inTransaction } from '../database/statement.ts';
import type { Handler } from './context.ts';

const shippedOf = (id: string) => shippedProfiles.find((profile) => profile.id === id);

const listed = (profile: PortalProfile): ListedProfile => {
  const shipped = shippedOf(profile.id);
  return {
    ...profile,
    shipped: shipped !== undefined,
    changed: shipped !== undefined && !isDeepStrictEqual(shipped, profile),
  };
};

export const listProfiles: Handler<'portal.list'> = ({ vault: { db } }) => {
  const stored = listStoredProfiles(db);
  const own = stored.filter(({ id }) => !shippedOf(id));
  const shipped = shippedProfiles.map((profile) => stored.find(({ id }) => id === profile.id) ?? profile);
  return [...shipped, ...own].map(listed);
};

export const saveProfile: Handler<'portal.save'> = ({ vault: { db } }, { id: given, fields }) =>
  inTransaction(db, () => {
    const id = given ?? freeId(db);
    const before = findStoredProfile(db, id);
    const profile = { ...fields, id };
    if (isDeepStrictEqual(before ?? shippedOf(id), profile)) return { profile: listed(profile), undo: [] };
    writeStoredProfile(db, profile);
    const back = before
      ? { call: 'portal.save', input: { id, fields: portalFields.parse(before) } }
      : { call: 'portal.remove', input: { id } };
    return { profile: listed(profile), undo: [back] };
  });

function freeId(db: Db): string {
  for (let serial = 1; ; serial++) if (!isStoredId(db, `own-${serial}`)) return `own-${serial}`;
}

export const removeProfile: Handler<'portal.remove'> = ({ vault: { db } }, { id }) =>
  inTransaction(db, () => {
    const before = findStoredProfile(db, id);
    if (!before && !shippedOf(id)) throw new Problem('not-found', { what: 'portal-profile', id });
    removeStoredProfile(db, id);
    const undo = before ? [{ call: 'portal.save', input: { id, fields: portalFields.parse(before) } }] : [];
    return { undo };
  });
