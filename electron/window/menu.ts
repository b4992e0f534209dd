// The application's menu: the usual entries under the names the user's language has for them.

import type { MenuItemConstructorOptions } from 'electron';
import type { Language } from '../../shared/domain.ts';
import { windowWords } from '../words/window.ts';

const line: MenuItemConstructorOptions = { type: 'separator' };

/** The menu as Electron's template; `platform` as in process.platform. */
export function menuTemplate(language: Language, platform: string): MenuItemConstructorOptions[] {
  const words = windowWords[language];
  const quit: MenuItemConstructorOptions = { role: 'quit', label: words.quit };
  const appMenu: MenuItemConstructorOptions = {
    label: '归报',
    submenu: [
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      line,
      quit,
    ],
  };
  return [
    ...(platform === 'darwin' ? [appMenu] : [{ label: words.file, submenu: [quit] }]),
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        line,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'reload', label: words.reload },
        line,
        { role: 'resetZoom', label: words.actualSize },
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        line,
        { role: 'togglefullscreen', label: words.fullScreen },
      ],
    },
    {
      label: words.window,
      submenu: [
        { role: 'minimize', label: words.minimize },
        { role: 'close', label: words.close },
      ],
    },
  ];
}
