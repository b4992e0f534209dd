// What `npm start` says in the terminal, in both languages.

import type { Language } from '../../shared/domain.ts';

export type StartWords = {
  building: string;
  buildFailed: string;
  /** One line: why there is no window and what happens instead. */
  noDisplay: string;
  noWindow: string;
  windowFailed: string;
  pageReady: string;
  sampleDrawing: string;
  sampleReady: string;
  stop: string;
  closing: string;
  usage: string;
  wrongOption: string;
};

export const startWords: Record<Language, StartWords> = {
  'zh-CN': {
    building: '正在准备程序，第一次约需半分钟……',
    buildFailed: '程序没有准备好，上面是原因。',
    noDisplay: '这台机器没有屏幕，归报改用网页打开（内容和资料完全一样）。',
    noWindow:
      '拿不到 Electron 的运行程序（没有网络，或下载站打不开），归报改用网页打开（内容和资料完全一样）。',
    windowFailed: 'Electron 在这台机器上启动不了（上面是它的原因），归报改用网页打开（内容和资料完全一样）。',
    pageReady: '请用浏览器打开这个地址：',
    sampleDrawing: '正在画样例的票据，约十秒……',
    sampleReady: '这是样例：资料放在临时文件夹里，关闭后就删除。',
    stop: '按 Ctrl+C 关闭归报。',
    closing: '归报已关闭，资料都已存好。',
    usage: '用法：npm start -- [--sample] [--vault 文件夹] [--page] [--port 端口] [--no-open]',
    wrongOption: '看不懂这个选项：',
  },
  en: {
    building: 'Preparing the program; the first time takes about half a minute…',
    buildFailed: 'The program could not be prepared; the reason is above.',
    noDisplay:
      'This machine has no display, so Guibao opens as a page in the browser (same organizer, same papers).',
    noWindow:
      "Electron's runtime could not be obtained (no network, or its release server is blocked), so Guibao opens as a page in the browser (same organizer, same papers).",
    windowFailed:
      'Electron could not start on this machine (its reason is above), so Guibao opens as a page in the browser (same organizer, same papers).',
    pageReady: 'Open this address in a browser:',
    sampleDrawing: 'Drawing the sample papers; about ten seconds…',
    sampleReady: 'This is the sample: its vault lies in a temporary folder and is removed when you close it.',
    stop: 'Press Ctrl+C to close Guibao.',
    closing: 'Guibao is closed; everything is saved.',
    usage: 'Usage: npm start -- [--sample] [--vault DIR] [--page] [--port N] [--no-open]',
    wrongOption: 'This option is not understood:',
  },
};

/** The terminal's language: Chinese when LC_ALL, LC_MESSAGES or LANG (in this order) says zh, else English. */
export function terminalLanguage(environment: NodeJS.ProcessEnv = process.env): Language {
  const named = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return named.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
