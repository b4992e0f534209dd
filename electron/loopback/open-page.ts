// Opens the organizer as a page: vault, workshop and loopback server together, closed together.

import { removeIncomingLeftovers } from '../addresses/intake.ts';
import { openVault } from '../database/open.ts';
import { openWorkshop } from '../engine/workshop.ts';
import { removeWritingLeftovers } from '../files/writing-notes.ts';
import type { Context } from '../handlers/context.ts';
import { closeWaysIn, openWaysIn } from '../handlers/ways-in.ts';
import type { LanAddress } from '../phone/lan.ts';
import { startLoopbackServer } from './loopback-server.ts';

export type PageWish = {
  vaultDir: string;
  /** Folder of the built renderer (out/renderer). */
  rendererDir: string;
  /** Fill the vault with the sample before the page opens. */
  sample?: boolean;
  /** 0 or left out: the system chooses. */
  port?: number;
  now?: () => Date;
  /** Addresses offered to a phone; this machine's own when left out. */
  lan?: () => LanAddress[];
};
export type OpenPage = { address: string; context: Context; close: () => Promise<void> };

/**
 * Serves the organizer over `vaultDir` (made when missing) until `close`. Problems are those of opening a vault.
 * The address holds a token that opens it in any browser on this machine; `context` is there for tests.
 */
export async function openPage(wish: PageWish): Promise<OpenPage> {
  const vault = openVault(wish.vaultDir, { access: 'write', way: 'page', create: true });
  const workshop = openWorkshop();
  const context: Context = {
    vault,
    workshop,
    way: 'page',
    now: wish.now ?? (() => new Date()),
    ...(wish.lan ? { lan: wish.lan } : {}),
  };
  const closeRoom = async () => {
    await closeWaysIn(context);
    vault.close();
  };
  try {
    await removeIncomingLeftovers(context);
    await removeWritingLeftovers(wish.vaultDir);
    if (wish.sample) await (await import('../sample/write-sample.ts')).writeSample(context);
    openWaysIn(context);
    const book = { context, rendererDir: wish.rendererDir, callsByAddress: true, outgoing: null };
    const server = await startLoopbackServer(book, wish.port);
    const close = async () => {
      await server.close();
      await closeRoom();
    };
    return { address: server.address, context, close };
  } catch (error) {
    await closeRoom();
    throw error;
  }
}
