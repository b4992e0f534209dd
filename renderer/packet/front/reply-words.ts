// The words of a supplement's reply page, in both languages.

import type { Language } from '../../../shared/domain.ts';
import type { SupplementChange, wantedAnswers } from '../../../shared/packet-supplement.ts';

type ReplyWords = {
  title: string;
  /** Named on every page's footer and in the bookmarks. */
  short: string;
  lead: string;
  firstTitle: string;
  firstOn: string;
  receiptNumber: string;
  office: string;
  version: string;
  versionIs: (version: number) => string;
  firstPages: (pages: number) => string;
  channel: string;
  returnedTitle: string;
  returnedOn: string;
  until: string;
  reasons: string;
  said: string;
  notReturned: string;
  wantedTitle: string;
  wanted: string;
  visit: string;
  visitRow: (row: number, visit: string) => string;
  answer: string;
  answers: Record<(typeof wantedAnswers)[number], string>;
  enclosedOn: (pages: string) => string;
  sentTitle: (papers: number, pages: number) => string;
  change: string;
  changes: Record<SupplementChange, string>;
  removedTitle: string;
  removed: string;
  nothingSent: string;
  invoices: (count: number, figures: string, capitals: string) => string;
};

const chinese: ReplyWords = {
  title: '补件说明',
  short: '补件说明',
  lead: '以下材料是对原申报的补充。原申报其余材料不变，请并入原申报一并审核。',
  firstTitle: '原申报',
  firstOn: '交件日期',
  receiptNumber: '受理回执号',
  office: '收件单位',
  version: '对照版本',
  versionIs: (version) => `第 ${version} 次所交`,
  firstPages: (pages) => `原申报共 ${pages} 页`,
  channel: '递交方式',
  returnedTitle: '退回意见',
  returnedOn: '退回日期',
  until: '补交期限',
  reasons: '退回原因',
  said: '经办意见',
  notReturned: '原申报未退回，按经办要求主动补交。',
  wantedTitle: '要求补交的材料与答复',
  wanted: '要求补交',
  visit: '所属就诊',
  visitRow: (row, visit) => `第 ${row} 次 ${visit}`,
  answer: '答复',
  answers: { enclosed: '已附', again: '已附', separate: '另附，不在本册页码内', missing: '暂缺' },
  enclosedOn: (pages) => (pages ? `已附，见第 ${pages} 页` : '已附'),
  sentTitle: (papers, pages) => `本次补交 ${papers} 份，共 ${pages} 页`,
  change: '补交性质',
  changes: { added: '新增', changed: '更换', again: '再次提交' },
  removedTitle: '从原申报中撤下的材料',
  removed: '撤下的材料',
  nothingSent: '本次没有新附材料。',
  invoices: (count, figures, capitals) => `所涉票据 ${count} 张，票面合计 ¥${figures}（大写 ${capitals}）`,
};

const english: ReplyWords = {
  title: 'Supplement to a Claim',
  short: 'Supplement',
  lead: 'These papers supplement the claim below. All its other papers are unchanged; please join these to it.',
  firstTitle: 'The claim as handed in',
  firstOn: 'Handed in on',
  receiptNumber: 'Receipt no.',
  office: 'Office',
  version: 'Compared with',
  versionIs: (version) => `what was handed in as no. ${version}`,
  firstPages: (pages) => `${pages} ${pages === 1 ? 'page' : 'pages'} in all`,
  channel: 'Handed in by',
  returnedTitle: 'Why it came back',
  returnedOn: 'Returned on',
  until: 'Due by',
  reasons: 'Reason',
  said: 'The office said',
  notReturned: 'The claim was not sent back; these papers are added at the wish of the office.',
  wantedTitle: 'What was asked for, and the answer',
  wanted: 'Asked for',
  visit: 'Visit',
  visitRow: (row, visit) => `No. ${row}, ${visit}`,
  answer: 'Answer',
  answers: {
    enclosed: 'enclosed',
    again: 'enclosed',
    separate: 'handed over apart',
    missing: 'not at hand yet',
  },
  enclosedOn: (pages) => (pages ? `enclosed, page ${pages}` : 'enclosed'),
  sentTitle: (papers, pages) =>
    `${papers} ${papers === 1 ? 'paper' : 'papers'} sent now, ${pages} ${pages === 1 ? 'page' : 'pages'}`,
  change: 'Sent as',
  changes: { added: 'new', changed: 'exchanged', again: 'sent again' },
  removedTitle: 'Papers taken out of the claim',
  removed: 'Paper taken out',
  nothingSent: 'No new papers are enclosed.',
  invoices: (count, figures, capitals) =>
    `${count} ${count === 1 ? 'invoice' : 'invoices'} concerned, ¥${figures} in all (in capitals ${capitals})`,
};

export const replyWords: Record<Language, ReplyWords> = { 'zh-CN': chinese, en: english };
