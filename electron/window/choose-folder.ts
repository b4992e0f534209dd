// Lets the person choose a folder with the system's own dialog.

import type { BrowserWindow, Dialog } from 'electron';

/** The absolute path; '' when the dialog was closed. */
export async function chooseFolder(
  dialog: Dialog,
  window: BrowserWindow | null,
  title: string,
): Promise<string> {
  const wish = { title, properties: ['openDirectory' as const, 'createDirectory' as const] };
  const chosen = window ? await dialog.showOpenDialog(window, wish) : await dialog.showOpenDialog(wish);
  return chosen.canceled ? '' : (chosen.filePaths[0] ?? '');
}
