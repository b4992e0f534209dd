// Saves the packet, or another file made from a claim, where the user says: asks first, then writes it as a whole.

import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { BrowserWindow, Dialog } from 'electron';
import type { Language } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import type { OutgoingWays } from '../addresses/outgoing.ts';
import { refuseVaultFile } from '../files/refuse-vault-file.ts';
import { writeChecked } from '../files/write-checked.ts';
import { noteWriting } from '../files/writing-notes.ts';
import { windowWords } from '../words/window.ts';

export type SaveDesk = {
  dialog: Dialog;
  window: () => BrowserWindow | null;
  language: () => Language;
  /** Folder the dialog opens with. */
  folder: string;
  vaultDir: string;
};

/** Signs that some file system refuses in a name; a leading dot would hide the file. */
const suggestedName = (name: string): string =>
  basename(name.replace(/[\\/:*?"<>|]|\p{Cc}/gu, ' ').trim()).replace(/^\.+/, '') || 'guibao.pdf';

async function askPath(desk: SaveDesk, fileName: string): Promise<string> {
  const words = windowWords[desk.language()];
  const ending = extname(fileName).slice(1).toLowerCase() || 'pdf';
  const wish = {
    title: words.saveTitle,
    defaultPath: `${desk.folder}/${suggestedName(fileName)}`,
    filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
    properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
  };
  const window = desk.window();
  const chosen = window
    ? await desk.dialog.showSaveDialog(window, wish)
    : await desk.dialog.showSaveDialog(wish);
  if (chosen.canceled || !chosen.filePath) throw new Problem('cancelled');
  return extname(chosen.filePath) === '' ? freePath(chosen.filePath, ending) : chosen.filePath;
}

/** The name with its ending: nobody was asked about a file that has it already, so that one stays. */
function freePath(chosen: string, ending: string): string {
  let path = `${chosen}.${ending}`;
  for (let serial = 2; existsSync(path); serial += 1) path = `${chosen}-${serial}.${ending}`;
  return path;
}

/** Asks first, throwing `cancelled` when the user closed the dialog; the work it answers with throws the problems of writing. */
export const saveWherever =
  (desk: SaveDesk): OutgoingWays['save'] =>
  async ({ name }) => {
    const path = await askPath(desk, name);
    refuseVaultFile(path, desk.vaultDir);
    return async (pieces) => {
      const done = await noteWriting(desk.vaultDir, path);
      try {
        return await writeChecked(path, pieces);
      } finally {
        await done();
      }
    };
  };
