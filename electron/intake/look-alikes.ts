// Earlier pages that a new scan looks like, leaving out those a person has answered for.

import type { LookAlike } from '../../shared/calls.ts';
import { findLookAlikeAnswer, listFingerprints, readFingerprints } from '../database/page-look.ts';
import { getScan, listScanPlaces } from '../database/scan.ts';
import type { Db } from '../database/statement.ts';
import { compareFingerprints, LOOK_ALIKE } from '../engine/look/compare-fingerprints.ts';

/** One for each page of the scan at most, the likest. Only earlier scans that are in use somewhere count. */
export function findLookAlikes(db: Db, scan: string): LookAlike[] {
  const best = new Map<number, { scan: string; page: number; likeness: number }>();
  const prints = readFingerprints(db, scan);
  if (prints.length === 0) return [];
  for (const earlier of listFingerprints(db, scan)) {
    for (const { page, fingerprint } of prints) {
      const likeness = compareFingerprints(fingerprint, earlier.fingerprint);
      if (likeness < LOOK_ALIKE || likeness <= (best.get(page)?.likeness ?? 0)) continue;
      if (findLookAlikeAnswer(db, { scan, page }, earlier)) continue;
      best.set(page, { scan: earlier.scan, page: earlier.page, likeness });
    }
  }
  return [...best].flatMap(([page, found]) => {
    const places = listScanPlaces(db, found.scan);
    if (places.length === 0) return [];
    const { fileName } = getScan(db, found.scan);
    const earlier = { scan: found.scan, page: found.page };
    return [{ page, earlier, fileName, places, likeness: Math.round(found.likeness * 1000) / 1000 }];
  });
}
