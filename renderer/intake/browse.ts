// Opens the system's file chooser.

import { gatherFiles } from './gather.ts';
import type { Arrival } from './queue.ts';

const ACCEPTED =
  '.jpg,.jpeg,.png,.webp,.tif,.tiff,.pdf,.bmp,.gif,.heic,.avif,.ofd,.xml,.zip,image/*,application/pdf';

/** What the person chose; empty when the chooser was closed. */
export function browseFiles(): Promise<Arrival[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = ACCEPTED;
    input.addEventListener('change', () => resolve(gatherFiles(input.files ?? [])));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
