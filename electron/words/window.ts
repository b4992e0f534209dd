// What the window itself says beside the screens: its menu and dialogs, in both languages.

import type { Language } from '../../shared/domain.ts';

export type WindowWords = {
  file: string;
  edit: string;
  view: string;
  window: string;
  undo: string;
  redo: string;
  cut: string;
  copy: string;
  paste: string;
  selectAll: string;
  reload: string;
  actualSize: string;
  zoomIn: string;
  zoomOut: string;
  fullScreen: string;
  minimize: string;
  close: string;
  quit: string;
  hide: string;
  hideOthers: string;
  saveTitle: string;
  chooseFolder: string;
  cannotStart: string;
};

export const windowWords: Record<Language, WindowWords> = {
  'zh-CN': {
    file: '文件',
    edit: '编辑',
    view: '显示',
    window: '窗口',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    reload: '重新载入',
    actualSize: '原始大小',
    zoomIn: '放大',
    zoomOut: '缩小',
    fullScreen: '全屏',
    minimize: '最小化',
    close: '关闭窗口',
    quit: '退出归报',
    hide: '隐藏归报',
    hideOthers: '隐藏其他',
    saveTitle: '保存报销材料',
    chooseFolder: '选一个文件夹',
    cannotStart: '归报打不开',
  },
  en: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    reload: 'Reload',
    actualSize: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    minimize: 'Minimize',
    close: 'Close window',
    quit: 'Quit Guibao',
    hide: 'Hide Guibao',
    hideOthers: 'Hide others',
    saveTitle: 'Save the packet',
    chooseFolder: 'Choose a folder',
    cannotStart: 'Guibao cannot open',
  },
};
