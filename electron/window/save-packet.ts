// Saves the packet, or another file made from a claim, where the user says: asks first, then writes it as a whole.

import { basename, extname } from 'node:path';
import type { BrowserWindow, Dialog } from 'electron';
import type { Language } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import type { SavePacket } from '../addresses/serve-address.ts';
import { writeFileWhole } from '../files/write-file-whole.ts';
import { windowWords } from '../words/window.ts';

export type SaveDesk = {
  dialog: Dialog;
  window: () => BrowserWindow | null;
  language: () => Language;
  /** Folder the dialog opens with. */
  folder: string;
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
  return extname(chosen.filePath) === '' ? `${chosen.filePath}.${ending}` : chosen.filePath;
}

/** Gives the path it saved to; `cancelled` when the user closed the dialog, else the problems of writing a file. */
export function savePacketAt(desk: SaveDesk): SavePacket {
  return async (fileName, bytes) => {
    const path = await askPath(desk, fileName);
    await writeFileWhole(path, bytes);
    return { ok: true, value: { path } };
  };
}
