// What readiness found about invoices and days: what is the matter, and what to do about it.

import { both } from './both.ts';

export const findingsOfInvoices = both(
  {
    'invoice-missing': { what: '这次就诊还没登记发票', remedy: '请登记发票；没有发票不能报销' },
    'invoice-date-before-visit': {
      what: '发票 {{number}} 的日期 {{issued}} 早于就诊日',
      remedy: '请核对发票日期和就诊日期',
    },
    'invoice-date-after-visit': {
      what: '发票 {{number}} 是 {{issued}} 开的，晚于就诊日',
      remedy: '电子票据晚几天开是常事；请核对没有放错就诊',
    },
    'settlement-differs': {
      what: '发票 {{number}} 各项支付加起来是 {{summed}} 元，合计却是 {{stated}} 元',
      remedy: '请照发票核对统筹、其他、个人账户、现金四项',
    },
    'invoice-twice-here': {
      what: '发票 {{number}} 在这个报销包里有两张（另一张：{{date}}，{{hospital}}）',
      remedy: '请去掉多出来的一张',
    },
    'invoice-in-other-visit': {
      what: '发票 {{number}} 已登记在 {{date}} {{hospital}}的就诊里',
      remedy: '请看看它属于哪一次，去掉另一处',
    },
    'invoice-of-other-person': {
      what: '发票 {{number}} 已登记在{{person}}名下（{{date}}，{{hospital}}）',
      remedy: '请看发票上的姓名，去掉放错的一处',
    },
    'invoice-in-other-year': {
      what: '发票 {{number}} 已登记在 {{date}} 的就诊里，不是同一年',
      remedy: '请核对年份，去掉放错的一处',
    },
    'invoice-submitted-before': {
      what: '发票 {{number}} 已在 {{submittedOn}} 随 {{claim}} 交过',
      remedy: '交过的发票不能再交；请把它拿出来',
    },
    'invoice-looks-twice': {
      what: '号码和金额相同的发票已登记过：{{date}}，{{hospital}}',
      remedy: '请核对是不是同一张；不是的话不用理会',
    },
    'invoice-reversed': {
      what: '发票 {{number}} 已冲红，不能再用',
      remedy: '请向医院要重新开的发票{{successor}}',
    },
    'invoice-voided': { what: '发票 {{number}} 已作废', remedy: '请向医院要有效的发票{{successor}}' },
    'invoice-replaced': {
      what: '发票 {{number}} 已换开成纸质票据',
      remedy: '现在要交的是那张纸质票据{{successor}}；请把它扫描进来',
    },
    'invoice-copy-only': {
      what: '发票 {{number}} 只有截图或照片',
      remedy: '请下载电子票据原文件（PDF、OFD 或 XML），或找出纸质原件',
    },
    'settled-already': {
      what: '发票 {{number}} 上医保已付 {{fund}} 元',
      remedy: '看来已在医院直接结算；请先问清还能不能手工报销',
    },
    'reimbursed-elsewhere': {
      what: '发票 {{number}} 已由{{payer}}报销 {{paid}} 元，不剩了',
      remedy: '请把它从这个报销包里拿出来',
    },
    'reimbursed-in-part': {
      what: '发票 {{number}} 已由{{payer}}报销 {{paid}} 元',
      remedy: '请放入对方的结算单，余下的才能继续报',
    },
    'visit-in-future': { what: '就诊日期 {{date}} 还没到', remedy: '请核对就诊日期' },
    'outpatient-inside-stay': {
      what: '{{date}} 看门诊时正在住院（{{from}} 至 {{to}}，{{hospital}}）',
      remedy: '请核对日期；住院期间的门诊费用一般不能单独报，先问参保地医保局',
    },
    'stays-overlap': {
      what: '两次住院的日子重叠（{{from}} 至 {{to}}，{{hospital}}）',
      remedy: '请核对入院和出院日期',
    },
    'visit-after-death': { what: '就诊日期 {{date}} 晚于去世日期 {{diedOn}}', remedy: '请核对这两个日期' },
  },
  {
    'invoice-missing': {
      what: 'No invoice is logged for this visit',
      remedy: 'Log the invoice; without one nothing can be claimed',
    },
    'invoice-date-before-visit': {
      what: 'Invoice {{number}} is dated {{issued}}, before the visit',
      remedy: 'Check the dates of the invoice and of the visit',
    },
    'invoice-date-after-visit': {
      what: 'Invoice {{number}} was issued on {{issued}}, after the visit',
      remedy: 'E-receipts often come some days later; just check that it is of this visit',
    },
    'settlement-differs': {
      what: 'Invoice {{number}}: the parts paid add up to {{summed}} yuan, the total says {{stated}}',
      remedy: 'Compare fund, other, account and cash with the invoice',
    },
    'invoice-twice-here': {
      what: 'Invoice {{number}} is twice in this claim (the other: {{date}}, {{hospital}})',
      remedy: 'Take the extra one out',
    },
    'invoice-in-other-visit': {
      what: 'Invoice {{number}} is already logged with the visit of {{date}}, {{hospital}}',
      remedy: 'See which visit it belongs to and remove the other',
    },
    'invoice-of-other-person': {
      what: 'Invoice {{number}} is already logged for {{person}} ({{date}}, {{hospital}})',
      remedy: 'Look at the name on it and remove the wrong one',
    },
    'invoice-in-other-year': {
      what: 'Invoice {{number}} is already logged with a visit of another year ({{date}})',
      remedy: 'Check the year and remove the wrong one',
    },
    'invoice-submitted-before': {
      what: 'Invoice {{number}} was handed in on {{submittedOn}} with {{claim}}',
      remedy: 'It cannot be handed in again; take it out',
    },
    'invoice-looks-twice': {
      what: 'An invoice of the same number and sum is logged: {{date}}, {{hospital}}',
      remedy: 'Check whether it is the same one; if not, leave it',
    },
    'invoice-reversed': {
      what: 'Invoice {{number}} was reversed and is no longer valid',
      remedy: 'Ask the hospital for the invoice issued instead{{successor}}',
    },
    'invoice-voided': {
      what: 'Invoice {{number}} was voided',
      remedy: 'Ask the hospital for a valid invoice{{successor}}',
    },
    'invoice-replaced': {
      what: 'Invoice {{number}} was exchanged for a paper receipt',
      remedy: 'The paper receipt{{successor}} is now what counts; scan it and add it',
    },
    'invoice-copy-only': {
      what: 'Of invoice {{number}} there is only a screenshot or photo',
      remedy: 'Download the e-receipt file (PDF, OFD or XML), or find the paper original',
    },
    'settled-already': {
      what: 'Invoice {{number}}: the insurance has already paid {{fund}} yuan',
      remedy:
        'It seems to have been settled at the hospital; ask first whether anything can still be claimed',
    },
    'reimbursed-elsewhere': {
      what: 'Invoice {{number}}: {{payer}} has paid {{paid}} yuan, nothing is left',
      remedy: 'Take it out of this claim',
    },
    'reimbursed-in-part': {
      what: 'Invoice {{number}}: {{payer}} has paid {{paid}} yuan',
      remedy: 'Add their settlement sheet; only the rest can be claimed',
    },
    'visit-in-future': {
      what: 'The visit of {{date}} is still to come',
      remedy: 'Check the date of the visit',
    },
    'outpatient-inside-stay': {
      what: 'On {{date}} the person was in hospital ({{from}} to {{to}}, {{hospital}})',
      remedy:
        'Check the date; outpatient costs during a stay are usually not paid by themselves, so ask the office first',
    },
    'stays-overlap': {
      what: 'Two stays overlap ({{from}} to {{to}}, {{hospital}})',
      remedy: 'Check the days of admission and discharge',
    },
    'visit-after-death': {
      what: 'The visit of {{date}} is after the day of death, {{diedOn}}',
      remedy: 'Check both dates',
    },
  },
);
