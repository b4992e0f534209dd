// What the phone's page says, in the phone's language.

import type { Language, PaperKind } from '../../shared/domain.ts';
import { domainWords } from '../../shared/words/domain.ts';

export type PhoneWords = {
  title: string;
  into: string;
  inbox: string;
  /** `{day}` is filled in. */
  ofDay: string;
  photograph: string;
  album: string;
  file: string;
  hint: string;
  waiting: string;
  sending: string;
  checking: string;
  retrying: string;
  stored: string;
  twice: string;
  failed: string;
  again: string;
  /** `{done}` and `{total}` are filled in. */
  count: string;
  allStored: string;
  gone: string;
  tooLarge: string;
  photo: string;
  usedTitle: string;
  usedText: string;
  endTitle: string;
  endText: string;
  tooMany: string;
};

export const phoneWords: Record<Language, PhoneWords> = {
  'zh-CN': {
    title: '拍给电脑',
    into: '放进：',
    inbox: '收件箱',
    ofDay: '{day} 就诊',
    photograph: '拍照',
    album: '从相册选',
    file: '选 PDF 等文件',
    hint: '把纸放平，光线亮一点，四个角都拍进去。可以一张接一张地拍。',
    waiting: '等着传',
    sending: '正在传',
    checking: '电脑正在存',
    retrying: '网络断了一下，马上再传',
    stored: '电脑已存好',
    twice: '电脑里已有这一张，没有重复存',
    failed: '没有存上',
    again: '再试一次',
    count: '已存好 {done} 张，共 {total} 张',
    allStored: '都存好了，可以接着拍，也可以关掉这一页。',
    gone: '连不上电脑了。请看看电脑上的二维码窗口是不是还开着，手机和电脑是不是连着同一个无线网。',
    tooLarge: '这个文件超过 200 MB，太大了。请改用拍照。',
    photo: '手机照片',
    usedTitle: '这个二维码已经用过了',
    usedText: '一个二维码只给一部手机用。请在电脑上点“换一个码”，再扫新的。',
    endTitle: '请重新扫码',
    endText: '这个地址已经失效。请在电脑上打开“用手机拍”，再扫一次二维码。',
    tooMany: '这次传得够多了。请在电脑上关掉二维码窗口，再打开一次，重新扫码。',
  },
  en: {
    title: 'Send to the computer',
    into: 'Goes to: ',
    inbox: 'Inbox',
    ofDay: 'visit of {day}',
    photograph: 'Take a photo',
    album: 'Choose from album',
    file: 'Choose a PDF or other file',
    hint: 'Lay the paper flat in good light, with all four corners in the picture. Take as many as you like.',
    waiting: 'Waiting',
    sending: 'Sending',
    checking: 'Being stored',
    retrying: 'The network broke off; sending again',
    stored: 'Stored on the computer',
    twice: 'The computer already has this one; it is not stored twice',
    failed: 'Not stored',
    again: 'Try again',
    count: 'Stored: {done} of {total}',
    allStored: 'All stored. Take more, or close this page.',
    gone: 'The computer cannot be reached. Is the window with the code still open, and is the phone on the same Wi-Fi?',
    tooLarge: 'This file is larger than 200 MB. Take a photo instead.',
    photo: 'Phone photo',
    usedTitle: 'This code has been used',
    usedText: 'One code serves one phone. Choose “New code” on the computer and scan again.',
    endTitle: 'Please scan again',
    endText: 'This address is no longer valid. Open “Use the phone” on the computer and scan the code.',
    tooMany:
      'That was enough for one time. Close the code window on the computer, open it again and scan anew.',
  },
};

export const paperName = (kind: PaperKind, language: Language): string => domainWords[language].paper[kind];

/** Chinese for a phone that prefers it, English for every other. */
export const languageOfPhone = (acceptLanguage: string | undefined): Language =>
  !acceptLanguage || /^\s*zh/i.test(acceptLanguage) ? 'zh-CN' : 'en';
