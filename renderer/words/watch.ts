// Words of the watched folder in the settings.

import { both } from './both.ts';

export const watchWords = both(
  {
    title: '扫描仪文件夹',
    why: '扫描仪把扫好的文件存在哪个文件夹，就选哪个。归报开着的时候，新文件会自动进收件箱；文件夹里的原件不会动。',
    folder: '文件夹',
    typeHint: '例如 D:\\扫描 或 /home/用户名/扫描',
    choose: '选文件夹',
    existing: '里面已有的文件也收进来',
    start: '开始自动收',
    stop: '不再自动收',
    on: '正在自动收',
    off: '没有打开',
    change: '换一个文件夹',
    keep: '不换了',
    waiting: '{{count}} 个文件还没写完，写完就收。',
    refused: '{{count}} 个没能收进来：改好或重新扫描后会再试。',
    latest: '最近收到的',
    none: '还没有收到文件。',
    outcome: { kept: '已进收件箱', duplicate: '以前放过', refused: '没能收进来' },
  },
  {
    title: 'Scanner folder',
    why: 'Choose the folder your scanner saves into. While Guibao is open, new files go to the inbox by themselves; the files in the folder are not touched.',
    folder: 'Folder',
    typeHint: 'Such as D:\\Scans or /home/name/scans',
    choose: 'Choose a folder',
    existing: 'Also take in the files that are there already',
    start: 'Take in new files',
    stop: 'Stop',
    on: 'Taking in new files',
    off: 'Off',
    change: 'Another folder',
    keep: 'Keep this one',
    waiting: 'Still being written: {{count}}. Taken in when finished.',
    refused: 'Not taken in: {{count}}. Each is tried again once it changes.',
    latest: 'Latest',
    none: 'Nothing has come yet.',
    outcome: { kept: 'In the inbox', duplicate: 'Added before', refused: 'Not taken in' },
  },
);
