// What a calendar entry for a deadline says.

import type { Language } from '../../shared/domain.ts';
import type { DeadlineEntry } from '../../shared/readiness-calls.ts';

type DeadlineWords = Record<DeadlineEntry['kind'], string> &
  Record<'calendar' | 'fileName' | 'source' | 'verify', string>;

export const deadlineWords: Record<Language, DeadlineWords> = {
  'zh-CN': {
    claim: '最后一天交报销材料',
    supplement: '最后一天补材料',
    'standing-paper': '证件到期',
    approval: '慢特病认定到期',
    filing: '异地备案到期',
    calendar: '归报 期限',
    fileName: '归报期限.ics',
    source: '依据：',
    verify: '请向参保地医保局核实（12393 或 12333）。',
  },
  en: {
    claim: 'last day to hand in the claim',
    supplement: 'last day to bring further papers',
    'standing-paper': 'paper expires',
    approval: 'chronic-disease approval ends',
    filing: 'away-care filing ends',
    calendar: 'Guibao deadlines',
    fileName: 'guibao-deadlines.ics',
    source: 'Rule:',
    verify: 'Verify with the office of the insured place (12393 or 12333).',
  },
};

type NoticeWords = {
  left: (days: number) => string;
  estimated: string;
  more: (count: number) => string;
  moreWhere: string;
};

/** What a desktop notification says. */
export const noticeWords: Record<Language, NoticeWords> = {
  'zh-CN': {
    left: (days) => (days === 0 ? '今天是最后一天' : `还有 ${days} 天`),
    estimated: '（估算）',
    more: (count) => `还有 ${count} 个日子快到了`,
    moreWhere: '打开归报，在首页都能看到。',
  },
  en: {
    left: (days) => (days === 0 ? 'Last day today' : `${days} ${days === 1 ? 'day' : 'days'} left`),
    estimated: ' (estimated)',
    more: (count) => `${count} more ${count === 1 ? 'day' : 'days'} to keep in mind`,
    moreWhere: 'Open Guibao: the home screen lists them all.',
  },
};
