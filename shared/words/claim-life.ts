// Names of what surrounds a claim: filing categories, steps, return reasons, payers, where a paper is.

import type { ClaimEvent, ClaimStep, Filing, Hospital, PaperFacts } from '../claim-life.ts';
import type { Language } from '../domain.ts';

export type ClaimLifeWords = {
  filingCategory: Record<Filing['category'], string>;
  filingWay: Record<Filing['how'], string>;
  claimStep: Record<ClaimStep, string>;
  returnReason: Record<ClaimEvent['reasons'][number], string>;
  payer: Record<ClaimEvent['payer'], string>;
  channel: Record<ClaimEvent['channel'], string>;
  paperPlace: Record<PaperFacts['originalAt'], string>;
  hospitalGrade: Record<Hospital['grade'], string>;
};

export const claimLifeWords: Record<Language, ClaimLifeWords> = {
  'zh-CN': {
    filingCategory: {
      'settled-retiree': '异地安置退休人员',
      'long-term-resident': '异地长期居住人员',
      'posted-worker': '常驻异地工作人员',
      referral: '异地转诊人员',
      emergency: '异地急诊抢救人员',
      'other-temporary': '其他临时外出就医人员',
    },
    filingWay: {
      '': '',
      app: '手机应用',
      website: '网站',
      window: '窗口',
      phone: '电话',
      employer: '单位代办',
    },
    claimStep: {
      ready: '备齐待交',
      'handed-in': '交材料',
      accepted: '受理',
      returned: '退回',
      supplemented: '补交材料',
      decided: '核定',
      paid: '到账',
      refused: '不予报销',
      withdrawn: '撤回',
      reopened: '重新整理',
    },
    returnReason: {
      'paper-missing': '缺材料',
      'paper-unreadable': '看不清',
      'stamp-missing': '缺盖章',
      'original-missing': '要原件',
      'name-differs': '姓名不一致',
      'amount-differs': '金额不一致',
      'date-differs': '日期不一致',
      'not-filed': '没有异地备案',
      'not-approved': '没有慢特病认定',
      'deadline-passed': '超过期限',
      duplicate: '重复报销',
      'account-unusable': '收款账户不能用',
      other: '其他原因',
    },
    payer: {
      basic: '基本医保',
      'critical-illness': '大病保险',
      'medical-aid': '医疗救助',
      commercial: '商业保险',
      employer: '单位',
      other: '其他',
    },
    channel: { '': '', window: '窗口', mail: '邮寄', online: '网上', employer: '单位代交' },
    paperPlace: {
      home: '家里',
      office: '医保经办机构',
      employer: '单位',
      'commercial-insurer': '商业保险公司',
      returned: '已退回',
      lost: '找不到了',
    },
    hospitalGrade: { '': '', primary: '一级', secondary: '二级', tertiary: '三级' },
  },
  en: {
    filingCategory: {
      'settled-retiree': 'Retiree settled elsewhere',
      'long-term-resident': 'Long-term resident elsewhere',
      'posted-worker': 'Worker posted elsewhere',
      referral: 'Referred elsewhere',
      emergency: 'Emergency elsewhere',
      'other-temporary': 'Other temporary care elsewhere',
    },
    filingWay: {
      '': '',
      app: 'Phone app',
      website: 'Website',
      window: 'Service window',
      phone: 'Telephone',
      employer: 'By the employer',
    },
    claimStep: {
      ready: 'Ready to hand in',
      'handed-in': 'Handed in',
      accepted: 'Accepted',
      returned: 'Returned',
      supplemented: 'Supplemented',
      decided: 'Decided',
      paid: 'Paid',
      refused: 'Refused',
      withdrawn: 'Withdrawn',
      reopened: 'Reopened',
    },
    returnReason: {
      'paper-missing': 'Paper missing',
      'paper-unreadable': 'Not readable',
      'stamp-missing': 'Stamp missing',
      'original-missing': 'Original wanted',
      'name-differs': 'Name differs',
      'amount-differs': 'Amount differs',
      'date-differs': 'Date differs',
      'not-filed': 'Not filed for care away from home',
      'not-approved': 'Chronic disease not approved',
      'deadline-passed': 'Deadline passed',
      duplicate: 'Claimed before',
      'account-unusable': 'Account cannot be used',
      other: 'Other reason',
    },
    payer: {
      basic: 'Basic insurance',
      'critical-illness': 'Critical-illness insurance',
      'medical-aid': 'Medical aid',
      commercial: 'Commercial insurer',
      employer: 'Employer',
      other: 'Other',
    },
    channel: {
      '': '',
      window: 'Service window',
      mail: 'Mail',
      online: 'Online',
      employer: 'By the employer',
    },
    paperPlace: {
      home: 'At home',
      office: 'At the insurance office',
      employer: 'At the employer',
      'commercial-insurer': 'At the commercial insurer',
      returned: 'Given back',
      lost: 'Cannot be found',
    },
    hospitalGrade: { '': '', primary: 'Primary', secondary: 'Secondary', tertiary: 'Tertiary' },
  },
};
