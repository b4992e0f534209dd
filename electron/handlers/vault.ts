// Reads the whole vault again and compares every original with its name.

import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { listScanIds, readScanBytes } from '../database/scan.ts';
import { listKeptPackets, readPacketBytes } from '../database/submission.ts';
import { listFileTroubles } from '../database/troubles.ts';
import type { Handler } from './context.ts';

export const checkVault: Handler<'vault.check'> = async ({ vault: { db } }) => {
  const troubles = listFileTroubles(db);
  const ids = listScanIds(db);
  let bytes = 0;
  for (const id of ids) {
    const original = readScanBytes(db, id);
    bytes += original.byteLength;
    if (createHash('sha256').update(original).digest('hex') !== id) troubles.push(`scan ${id}`);
    await setImmediate();
  }
  for (const sha256 of listKeptPackets(db)) {
    const packet = readPacketBytes(db, sha256);
    if (createHash('sha256').update(packet).digest('hex') !== sha256) troubles.push(`packet ${sha256}`);
    await setImmediate();
  }
  return { ok: troubles.length === 0, scans: ids.length, bytes, troubles };
};
