// Prints a finished PDF by the system's own dialog, from a window nobody sees; where that does not work the system's viewer opens it.

import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WebContentsPrintOptions } from 'electron';
import type { PrintWish } from '../../shared/addresses.ts';
import { Problem } from '../../shared/problems.ts';
import type { OutgoingWays } from '../addresses/outgoing.ts';
import { reportBug } from '../files/bug-log.ts';
import { writeChecked } from '../files/write-checked.ts';

/** What this file needs of Electron's BrowserWindow. */
export type PrintWindow = {
  loadURL: (address: string) => Promise<void>;
  webContents: {
    /** The page with all frames in it. */
    mainFrame: { framesInSubtree: readonly unknown[] };
    print: (options: WebContentsPrintOptions, done: (success: boolean, reason: string) => void) => void;
  };
  destroy: () => void;
};
export type PrintDesk = {
  /** The PDF lies here while it is printed; emptied at the next start. */
  folder: string;
  makeWindow: () => PrintWindow;
  /** Opens a file in the program the system has for it; answers with '' or what went wrong. */
  openPath: (path: string) => Promise<string>;
};

export const printWindowOptions = {
  show: false,
  webPreferences: {
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    // Chromium's PDF viewer counts as a plugin.
    plugins: true,
  },
};

/** A4 as the packet is laid out: nothing is scaled and no margins are added, the packet has its own. */
export const printOptions = ({ copies, sides }: PrintWish): WebContentsPrintOptions => ({
  silent: false,
  copies,
  duplexMode: sides === 'single' ? 'simplex' : 'longEdge',
  pageSize: 'A4',
  margins: { marginType: 'none' },
  scaleFactor: 100,
  color: true,
  printBackground: true,
});

/** How Electron names a dialog that the user closed. */
const isClosed = (reason: string): boolean => /cancel/i.test(reason);

const VIEWER_FRAMES = 3;
const VIEWER_LOOKS = 30;
const VIEWER_PACE_MS = 100;

/**
 * The page is there before the PDF in it is (the page, the viewer in it, the PDF in that); printed at once it may be blank.
 * A viewer of another build is given the same time and then printed all the same.
 */
async function awaitViewer({ webContents }: PrintWindow): Promise<void> {
  for (let look = 0; look < VIEWER_LOOKS; look++) {
    if (webContents.mainFrame.framesInSubtree.length >= VIEWER_FRAMES) return;
    await new Promise((resolve) => setTimeout(resolve, VIEWER_PACE_MS));
  }
}

function printWindow(window: PrintWindow, wish: PrintWish): Promise<void> {
  return new Promise((resolve, reject) => {
    window.webContents.print(printOptions(wish), (success, reason) => {
      if (success) resolve();
      else reject(isClosed(reason) ? new Problem('cancelled') : new Error(reason || 'not printed'));
    });
  });
}

/** `printed` false: this machine's printing did not work from here, so the PDF stands open in the system's own viewer. */
export const printFile =
  ({ folder, makeWindow, openPath }: PrintDesk): OutgoingWays['print'] =>
  async ({ print }) =>
  async (pieces) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, `${randomBytes(12).toString('hex')}.pdf`);
    await writeChecked(path, pieces);
    const window = makeWindow();
    try {
      await window.loadURL(pathToFileURL(path).href);
      await awaitViewer(window);
      await printWindow(window, print ?? { copies: 1, sides: 'single' });
      await rm(path, { force: true });
      return { printed: true };
    } catch (error) {
      if (error instanceof Problem) {
        await rm(path, { force: true });
        throw error;
      }
      reportBug(error);
      const refused = await openPath(path);
      if (refused !== '') throw new Problem('path-unreadable', { path, reason: refused });
      return { printed: false };
    } finally {
      window.destroy();
    }
  };
