// What online portals take, as this vault has it: one setting a profile, so that one that is not understood hides no other.

import { type PortalProfile, portalProfile } from '../../shared/portal-profile.ts';
import { listSettings, readSetting, withdrawSetting, writeOverSetting } from './setting.ts';
import type { Db } from './statement.ts';

const PREFIX = 'portal-profile:';

/** In the order of their ids. */
export const listStoredProfiles = (db: Db): PortalProfile[] =>
  listSettings(db, PREFIX).flatMap(({ value }) => parseProfile(value) ?? []);

/** Undefined also for a stored value that this version does not understand. */
export const findStoredProfile = (db: Db, id: string): PortalProfile | undefined =>
  parseProfile(readSetting(db, PREFIX + id));

function parseProfile(stored: string | undefined): PortalProfile | undefined {
  if (stored === undefined) return undefined;
  try {
    return portalProfile.safeParse(JSON.parse(stored)).data;
  } catch {
    return undefined;
  }
}

export const writeStoredProfile = (db: Db, profile: PortalProfile): void =>
  writeOverSetting(db, PREFIX + profile.id, JSON.stringify(profile), parseProfile);

export const removeStoredProfile = (db: Db, id: string): void =>
  withdrawSetting(db, PREFIX + id, parseProfile);

/** True while anything stands under this id, understood or not. */
export const isStoredId = (db: Db, id: string): boolean => readSetting(db, PREFIX + id) !== undefined;
