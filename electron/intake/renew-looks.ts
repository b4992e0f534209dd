// Fingerprints of an older kind are taken anew from the kept originals, a few at a time, so that old pages are known again too.

import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '../../shared/problems.ts';
import { writeInTurn } from '../database/keeper.ts';
import { listOldFingerprints, type PageName, saveFingerprint } from '../database/page-look.ts';
import type { Vault } from '../database/vault.ts';
import { FINGERPRINT_KIND } from '../engine/look/fingerprint.ts';
import { reportBug } from '../files/bug-log.ts';
import type { Context } from '../handlers/context.ts';
import { readKeptPage } from './kept-page.ts';

/** Milliseconds between two pages: whoever works with the program goes first. */
const PAUSE = 400;
const AT_ONCE = 16;

/** Takes at most so many anew; answers whether any of an older kind may be left. */
export async function renewFingerprints(context: Context, most: number): Promise<boolean> {
  const { db } = context.vault;
  const old = listOldFingerprints(db, FINGERPRINT_KIND, most);
  for (const page of old) {
    if (!db.open) return false;
    await renewOne(context, page);
  }
  return old.length === most;
}

/** A page that can no longer be drawn has no fingerprint from now on, and is not tried again. */
async function renewOne(context: Context, page: PageName): Promise<void> {
  const { vault, workshop } = context;
  const print = await workshop.fingerprint(readKeptPage(vault.db, page)).catch((error: unknown) => {
    if (error instanceof Problem && error.code !== 'cancelled') return null;
    throw error;
  });
  if (vault.db.open) await writeInTurn(vault, () => saveFingerprint(vault.db, page, print));
}

type Renewing = { stop: AbortController; done: Promise<void> };
const renewing = new WeakMap<Vault, Renewing>();

/** In the background, until none of an older kind is left or `stopRenewing`; what goes wrong there ends nothing else. */
export function startRenewing(context: Context): void {
  const { vault } = context;
  if (renewing.has(vault)) return;
  const stop = new AbortController();
  renewing.set(vault, { stop, done: renewAll(context, stop.signal) });
}

async function renewAll(context: Context, signal: AbortSignal): Promise<void> {
  try {
    await wait(PAUSE, undefined, { signal });
    while (await renewFingerprints(context, 1)) await wait(PAUSE, undefined, { signal });
  } catch (error) {
    const ended = signal.aborted || error instanceof Problem;
    if (!ended) reportBug(error);
  }
}

export async function stopRenewing(vault: Vault): Promise<void> {
  const running = renewing.get(vault);
  renewing.delete(vault);
  running?.stop.abort();
  await running?.done;
}

/** Before pages are compared without a window that stays open: some at once. */
export const renewSome = (context: Context): Promise<boolean> =>
  context.way === 'command-line' ? renewFingerprints(context, AT_ONCE) : Promise.resolve(true);
