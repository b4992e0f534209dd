// All that the window's page can reach: one call, and the path of a file the user dropped. It never grows.

import { contextBridge, ipcRenderer, webUtils } from 'electron';

contextBridge.exposeInMainWorld('guibao', {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('call', name, input),
  pathOf: (file: File): string => webUtils.getPathForFile(file),
});
