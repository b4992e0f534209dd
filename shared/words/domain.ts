// Names of the field's terms, in both languages: the window, the packet and the command line use the same ones.

import type { Claim, InvoiceKind, Language, PaperKind, Person, VisitKind } from '../domain.ts';

export type DomainWords = {
  paper: Record<PaperKind, string>;
  visitKind: Record<VisitKind, string>;
  invoiceKind: Record<InvoiceKind, string>;
  scheme: Record<Person['scheme'], string>;
  standing: Record<Person['standing'], string>;
  claimStatus: Record<Claim['status'], string>;
  form: Record<'original' | 'copy', string>;
};

export const domainWords: Record<Language, DomainWords> = {
  'zh-CN': {
    paper: {
      invoice: '发票',
      'itemized-list': '费用清单',
      prescription: '处方',
      'medical-record': '门诊病历',
      'discharge-summary': '出院小结',
      'diagnosis-certificate': '诊断证明',
      'identity-card': '身份证',
      'social-security-card': '社保卡',
      'bank-card': '银行卡',
      'filing-form': '异地就医备案表',
      'chronic-approval': '慢特病审批表',
      other: '其他材料',
    },
    visitKind: {
      'chronic-outpatient': '门诊慢特病',
      outpatient: '普通门诊',
      emergency: '急诊',
      inpatient: '住院',
    },
    invoiceKind: {
      'fiscal-receipt': '医疗收费票据（电子）',
      'digital-invoice': '数电发票',
      'vat-invoice': '增值税电子发票',
      'paper-receipt': '纸质票据',
    },
    scheme: { employee: '职工医保', resident: '居民医保' },
    standing: { '': '', working: '在职', retired: '退休' },
    claimStatus: {
      draft: '整理中',
      exported: '已导出',
      'handed-in': '已交',
      returned: '被退回',
      paid: '已到账',
    },
    form: { original: '原件', copy: '复印件' },
  },
  en: {
    paper: {
      invoice: 'Invoice',
      'itemized-list': 'Itemized list',
      prescription: 'Prescription',
      'medical-record': 'Medical record',
      'discharge-summary': 'Discharge summary',
      'diagnosis-certificate': 'Diagnosis certificate',
      'identity-card': 'ID card',
      'social-security-card': 'Social-security card',
      'bank-card': 'Bank card',
      'filing-form': 'Away-care filing form',
      'chronic-approval': 'Chronic-disease approval',
      other: 'Other paper',
    },
    visitKind: {
      'chronic-outpatient': 'Chronic-disease outpatient',
      outpatient: 'Outpatient',
      emergency: 'Emergency',
      inpatient: 'Inpatient',
    },
    invoiceKind: {
      'fiscal-receipt': 'Medical e-receipt',
      'digital-invoice': 'Fully digital invoice',
      'vat-invoice': 'VAT e-invoice',
      'paper-receipt': 'Paper receipt',
    },
    scheme: { employee: 'Employee scheme', resident: 'Resident scheme' },
    standing: { '': '', working: 'Working', retired: 'Retired' },
    claimStatus: {
      draft: 'Being prepared',
      exported: 'Exported',
      'handed-in': 'Handed in',
      returned: 'Returned',
      paid: 'Paid',
    },
    form: { original: 'Original', copy: 'Copy' },
  },
};
