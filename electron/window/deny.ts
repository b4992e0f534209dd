// Everything a page could ask of Electron beyond the call table is refused here.

import type { App, Session, Shell, WebContents } from 'electron';
import { isOwnAddress } from './scheme.ts';

/** Addresses that may open in the user's browser, as beginnings; none so far. */
export const allowedOutside: readonly string[] = [];

const shownFrames = ['blob:guibao://app/', 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/'];

function openOutside(shell: Shell, address: string): void {
  const isAllowed =
    address.startsWith('https://') && allowedOutside.some((begin) => address.startsWith(begin));
  if (isAllowed) void shell.openExternal(address);
}

function denyContents(contents: WebContents, shell: Shell): void {
  const stay = (event: { preventDefault: () => void }, address: string) => {
    if (isOwnAddress(address)) return;
    event.preventDefault();
    openOutside(shell, address);
  };
  contents.on('will-navigate', (event) => stay(event, event.url));
  contents.on('will-redirect', (event) => stay(event, event.url));
  contents.on('will-frame-navigate', (event) => {
    // The finished packet is shown in a frame by its blob: address, and inside that by Chromium's own PDF viewer.
    if (!event.isMainFrame && shownFrames.some((begin) => event.url.startsWith(begin))) return;
    // A PDF that is the page itself, as when it is printed, stands once more in a frame of that viewer.
    if (!event.isMainFrame && event.url === contents.getURL()) return;
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(shell, url);
    return { action: 'deny' };
  });
}

/** Refuses, for every page this app will ever have: leaving, opening windows, embedding web views. */
export function denyLeaving(app: App, shell: Shell): void {
  app.on('web-contents-created', (_, contents) => denyContents(contents, shell));
}

/** Refuses camera, place, notifications and the like, devices, and downloads of anything but the user's own papers. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_, __, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item) => {
    const address = item.getURL();
    if (!isOwnAddress(address) && !address.startsWith('blob:guibao://app/')) event.preventDefault();
  });
}
