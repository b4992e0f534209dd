// Calls about a newer edition of shipped packs: what changed since a person last saw them; own rules stay whatever changed.

import { isDeepStrictEqual } from 'node:util';
import { type RulePack, rulePack } from '../../shared/rules/rule-pack.ts';
import { listPeople } from '../database/person.ts';
import { listSeenPacks, putSeenPack, type SeenPack } from '../database/rule-pack-seen.ts';
import { type Db, inTransaction } from '../database/statement.ts';
import { mergeUpdate } from '../rules/merge-update.ts';
import { chainOf } from '../rules/resolve-pack.ts';
import { shippedPacks } from '../rules/shipped-packs.ts';
import type { Context, Handler } from './context.ts';
import { packOf } from './own-pack.ts';

const asSeen = (pack: RulePack): SeenPack => ({ place: pack.place, version: pack.version, pack });
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The shipped packs that speak for a place, nearest first. */
const shippedFor = (place: string): RulePack[] => {
  const chain = chainOf(place);
  return shippedPacks()
    .filter((pack) => chain.includes(pack.place))
    .toSorted((a, b) => chain.indexOf(a.place) - chain.indexOf(b.place));
};

/** Remembers the packs for these places as they are shipped now, where nothing is remembered yet. */
export function rememberPacks(db: Db, places: readonly string[], now: string): void {
  const known = new Set(listSeenPacks(db).map(({ place }) => place));
  const wanted = new Map(
    places
      .filter((place) => /^[1-9]\d{5}$/.test(place))
      .flatMap(shippedFor)
      .map((pack) => [pack.place, pack]),
  );
  for (const pack of wanted.values()) if (!known.has(pack.place)) putSeenPack(db, asSeen(pack), now);
}

/** For everybody's insured place, once a program that may write is open. */
export function rememberPacksOfPeople({ vault, now }: Context): void {
  if (!vault.writable) return;
  const places = listPeople(vault.db, true).map(({ insuredPlaceCode }) => insuredPlaceCode);
  inTransaction(vault.db, () => rememberPacks(vault.db, [...new Set(places)], now().toISOString()));
}

export const listUpdates: Handler<'rule-pack.updates'> = ({ vault: { db } }, { place }) => {
  const chain = place === undefined ? null : chainOf(place);
  return listSeenPacks(db)
    .filter((seen) => chain === null || chain.includes(seen.place))
    .flatMap((seen) => compareEdition(db, seen));
};

/** Nothing when the shipped pack is as it was seen. An edition in a shape of another program is only named. */
function compareEdition(db: Db, seen: SeenPack) {
  const now = shippedPacks().find((pack) => pack.place === seen.place);
  if (!now || isDeepStrictEqual(plain(now), seen.pack)) return [];
  const before = rulePack.safeParse(seen.pack);
  const merged = before.success ? mergeUpdate(before.data, now, packOf(db, seen.place)).differences : [];
  const differences = merged.map(({ before: old, after, ...rest }) => ({
    ...rest,
    before: old && { rule: { ...old.rule }, source: old.source },
    after: after && { rule: { ...after.rule }, source: after.source },
  }));
  if (before.success && differences.length === 0) return [];
  return [{ place: seen.place, name: now.name, from: seen.version, to: now.version, differences }];
}

export const acceptUpdates: Handler<'rule-pack.accept'> = ({ vault: { db }, now }, { place }) =>
  inTransaction(db, () => {
    const shipped = shippedFor(place);
    const before = listSeenPacks(db).filter((seen) => shipped.some((pack) => pack.place === seen.place));
    for (const pack of shipped) putSeenPack(db, asSeen(pack), now().toISOString());
    const changed = before.filter(
      (seen) => !isDeepStrictEqual(seen.pack, plain(shipped.find((pack) => pack.place === seen.place))),
    );
    if (changed.length === 0) return { undo: [] };
    return { undo: [{ call: 'rule-pack.recall', input: { packs: changed } }] };
  });

export const recallPacks: Handler<'rule-pack.recall'> = ({ vault: { db }, now }, { packs }) =>
  inTransaction(db, () => {
    for (const pack of packs) putSeenPack(db, pack, now().toISOString());
    return {};
  });
