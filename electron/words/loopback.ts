// What the loopback page and `npm start` say to a person, in both languages.

import type { Language } from '../../shared/domain.ts';

export type LoopbackWords = {
  /** A browser came without the token. */
  strangerTitle: string;
  strangerText: string;
};

export const loopbackWords: Record<Language, LoopbackWords> = {
  'zh-CN': {
    strangerTitle: '请用完整的地址打开归报',
    strangerText:
      '为了保护您的资料，归报只认启动时给出的那个完整地址（以 ?token= 开头的一段也要带上）。请回到启动归报的窗口，重新打开那里显示的地址。',
  },
  en: {
    strangerTitle: 'Please open Guibao by its full address',
    strangerText:
      'To protect your papers, Guibao answers only to the full address it printed when it started (the part from ?token= on included). Go back to the window where you started Guibao and open the address shown there.',
  },
};
