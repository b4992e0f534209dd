// What goes on beside the calls while a program is open: the watched folder and the phone's page, begun and ended with it.

import { startRenewing, stopRenewing } from '../intake/renew-looks.ts';
import { closePhone } from '../phone/phone-desk.ts';
import { startWatching, stopWatching } from '../watch/watch-desk.ts';
import type { Context } from './context.ts';
import { stopExports } from './person-export.ts';
import { rememberPacksOfPeople } from './rule-pack-update.ts';

export function openWaysIn(context: Context): void {
  rememberPacksOfPeople(context);
  startWatching(context);
  startRenewing(context);
}

/** Ends the ways in, exports that are going on and the workshop they use; afterwards nothing writes into the vault, which may be closed. */
export async function closeWaysIn({ vault, workshop }: Context): Promise<void> {
  const quiet = Promise.all([
    closePhone(vault),
    stopWatching(vault),
    stopExports(vault),
    stopRenewing(vault),
  ]);
  await workshop.close();
  await quiet;
}
