// Pairs of hospital names that look alike and were said to be two hospitals, kept among the settings.

import { readSetting, removeSetting, writeSetting } from './setting.ts';
import type { Db } from './statement.ts';

type Pair = readonly [string, string];

const nameOf = (pair: Pair): string => `hospitals-apart:${JSON.stringify(pair.toSorted())}`;

export const areApart = (db: Db, pair: Pair): boolean => readSetting(db, nameOf(pair)) !== undefined;

export const setApart = (db: Db, pair: Pair, apart: boolean): void =>
  apart ? writeSetting(db, nameOf(pair), 'yes') : removeSetting(db, nameOf(pair));
