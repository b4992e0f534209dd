// Calls about the watched folder, and the choice of a folder in the window.

import { Problem } from '../../shared/problems.ts';
import { readWatch, setWatch } from '../watch/watch-desk.ts';
import type { Handler } from './context.ts';

export const getWatch: Handler<'watch.get'> = ({ vault }) => readWatch(vault);

export const setWatchedFolder: Handler<'watch.set'> = (context, input) => setWatch(context, input);

export const chooseFolder: Handler<'dialog.choose-folder'> = async ({ chooseFolder }) => {
  if (!chooseFolder) throw new Problem('not-allowed', { what: 'dialog.choose-folder' });
  return { folder: await chooseFolder() };
};
