// What the program keeps, as people call it, for sentences that name one of them.

import type { Language } from '../domain.ts';

const words: Record<Language, Record<string, string>> = {
  'zh-CN': {
    address: '地址',
    approval: '批准',
    attachment: '附件',
    claim: '报销包',
    'claim-event': '报销进展',
    filing: '备案',
    hospital: '医院',
    inbox: '收件箱里的文件',
    invoice: '发票',
    outgoing: '要保存的文件',
    packet: '材料包',
    page: '页码',
    paper: '材料',
    person: '参保人',
    'portal-profile': '网站要求',
    rule: '规则',
    scan: '扫描件',
    'standing-paper': '常用证件',
    visit: '就诊',
  },
  en: {
    address: 'Address',
    approval: 'Approval',
    attachment: 'Attachment',
    claim: 'Claim',
    'claim-event': 'Step of the claim',
    filing: 'Filing',
    hospital: 'Hospital',
    inbox: 'Inbox file',
    invoice: 'Invoice',
    outgoing: 'File to be saved',
    packet: 'Packet',
    page: 'Page',
    paper: 'Paper',
    person: 'Person',
    'portal-profile': 'Portal profile',
    rule: 'Rule',
    scan: 'Scan',
    'standing-paper': 'Standing paper',
    visit: 'Visit',
  },
};

/** Words that are none of the program's own names are left as they are. */
export const nameThing = (what: string, language: Language): string => words[language][what] ?? what;
