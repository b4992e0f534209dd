// Opens the system's file chooser.

import { isLeftBehind } from '../../shared/left-behind.ts';
import { gatherFiles } from './gather.ts';
import type { Arrival } from './queue-item.ts';

const ACCEPTED =
  '.jpg,.jpeg,.png,.webp,.tif,.tiff,.pdf,.bmp,.gif,.heic,.heif,.avif,.ofd,.xml,.zip,image/*,application/pdf';

/** What the person chose; empty when the chooser was closed. */
export const browseFiles = (): Promise<Arrival[]> =>
  browse((input) => {
    input.multiple = true;
    input.accept = ACCEPTED;
  });

/** Everything in the folder the person chose, all levels, but what systems leave behind hidden. */
export const browseFolder = (): Promise<Arrival[]> =>
  browse((input) => {
    input.webkitdirectory = true;
  });

function browse(prepare: (input: HTMLInputElement) => void): Promise<Arrival[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    prepare(input);
    const isShown = (file: File) => !(file.webkitRelativePath || '').split('/').some(isLeftBehind);
    input.addEventListener('change', () => resolve(gatherFiles([...(input.files ?? [])].filter(isShown))));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
