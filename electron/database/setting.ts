// What the person chose, and whether the vault is a sample: all SQL of the table `setting`.

import { type Settings, settings } from '../../shared/domain.ts';
import { type Db, sql } from './statement.ts';

const usual: Settings = {
  language: 'zh-CN',
  textSize: 'normal',
  theme: 'system',
  packetOrder: 'visit',
  notices: 'on',
};

/** A stored value that this version does not know counts as not stored. */
export function getSettings(db: Db): Settings {
  const stored: Record<string, unknown> = {};
  for (const name of Object.keys(usual) as (keyof Settings)[]) {
    const parsed = settings.shape[name].safeParse(readSetting(db, name));
    stored[name] = parsed.success ? parsed.data : usual[name];
  }
  return stored as Settings;
}

export function readSetting(db: Db, name: string): string | undefined {
  return sql<{ value: string }>(db, 'SELECT value FROM setting WHERE name = ?').get(name)?.value;
}

export function writeSetting(db: Db, name: string, value: string): void {
  sql(
    db,
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, value);
}

const asideOf = (name: string): string => `other-edition:${name}`;
/** A stored value as this version understands it, undefined when it does not. */
type Parse = (stored: string) => unknown;

/** A value of another edition of the program, of which this one understands nothing or not all, is put aside, not overwritten. */
export function writeOverSetting(db: Db, name: string, value: string, parse: Parse): void {
  const before = readSetting(db, name);
  const isFree = readSetting(db, asideOf(name)) === undefined;
  if (before !== undefined && isFree && !isWhole(before, parse(before)))
    writeSetting(db, asideOf(name), before);
  writeSetting(db, name, value);
}

/** A value that is not understood stays, or comes back when it was put aside. */
export function withdrawSetting(db: Db, name: string, parse: Parse): void {
  const before = readSetting(db, name);
  if (before === undefined || parse(before) === undefined) return;
  removeSetting(db, name);
  const aside = readSetting(db, asideOf(name));
  if (aside === undefined || parse(aside) !== undefined) return;
  writeSetting(db, name, aside);
  removeSetting(db, asideOf(name));
}

/** Whether all that is stored is in what was understood of it. */
const isWhole = (stored: string, understood: unknown): boolean =>
  understood !== undefined && isPart(JSON.parse(stored), understood);

function isPart(part: unknown, whole: unknown): boolean {
  if (typeof part !== 'object' || part === null) return part === whole;
  if (typeof whole !== 'object' || whole === null) return false;
  const all = new Map<string, unknown>(Object.entries(whole));
  return Object.entries(part).every(([name, value]) => isPart(value, all.get(name)));
}

export const removeSetting = (db: Db, name: string): void => {
  sql(db, 'DELETE FROM setting WHERE name = ?').run(name);
};

/** Those whose names begin so, in the order of their names. */
export const listSettings = (db: Db, prefix: string): { name: string; value: string }[] =>
  sql<{ name: string; value: string }>(
    db,
    'SELECT name, value FROM setting WHERE substr(name, 1, length(@prefix)) = @prefix ORDER BY name',
  ).all({ prefix });

/** True in a vault that the sample was written into: every packet from it says so. */
export const isSample = (db: Db): boolean => readSetting(db, 'sample') === 'yes';

export const markAsSample = (db: Db): void => writeSetting(db, 'sample', 'yes');
