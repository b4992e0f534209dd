// Makes the organizer's window: a page without any power of its own.

import { BrowserWindow, screen } from 'electron';
import { ORIGIN } from './scheme.ts';
import { keepWindowPlace, readWindowPlace, SMALLEST } from './window-size.ts';

export type WindowWish = { preload: string; placeFile: string };

/** Opens the window where it last was and shows it once there is something to see. */
export function makeWindow({ preload, placeFile }: WindowWish): BrowserWindow {
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const { maximized, ...place } = readWindowPlace(placeFile, screens);
  const window = new BrowserWindow({
    ...place,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: '归报 Guibao',
    show: false,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      // Chromium's PDF viewer, which shows and prints the packet, counts as a plugin; there are no others.
      plugins: true,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    keepWindowPlace(placeFile, { ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
  void window.loadURL(`${ORIGIN}/`);
  return window;
}
