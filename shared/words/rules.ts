// Names of what requirement rules are made of, in both languages: screens and the command line use the same ones.

import type { Language } from '../domain.ts';
import type { Chapter, PackLevel, PenaltyCase } from '../rules/rule-pack.ts';
import type { Anchor, ClaimKind, Grade, Issuer, PaperForm, Situation, Stamp } from '../rules/rule-parts.ts';

export type RuleWords = {
  /** What a grade is called beside a date, and what it means in a sentence. */
  grade: Record<Grade, string>;
  gradeMeaning: Record<Grade, string>;
  level: Record<PackLevel | 'own', string>;
  chapter: Record<Chapter, string>;
  claimKind: Record<ClaimKind, string>;
  situation: Record<Situation, string>;
  penaltyCase: Record<PenaltyCase, string>;
  form: Record<PaperForm, string>;
  stamp: Record<Stamp, string>;
  issuer: Record<Issuer, string>;
  anchor: Record<Anchor, string>;
  /** Stands under every rule shown. */
  verify: string;
  unverified: string;
  hint: string;
  noted: string;
};

export const ruleWords: Record<Language, RuleWords> = {
  'zh-CN': {
    grade: { A: 'A 官方', B: 'B 转述', C: 'C 仅供参考', own: '自己记的' },
    gradeMeaning: {
      A: '官方文件或官方网站写明',
      B: '可靠的转载，或单位自己的通知',
      C: '网上说法，查不到出处，只作提醒',
      own: '您自己记下的',
    },
    level: { national: '全国', province: '省级', city: '市级', county: '区县', own: '自己记的' },
    chapter: {
      papers: '要交的材料',
      deadlines: '期限',
      windows: '受理时间',
      splits: '分开申请',
      invoices: '票据',
      hospitals: '医院',
      filing: '异地备案',
      approvals: '慢特病认定',
      accounts: '收款账户',
      channels: '办理渠道',
      portals: '网上办理',
      catalogues: '报销目录',
      penalties: '异地待遇',
      prepaid: '乙类先付',
      deductibles: '起付线',
      rates: '报销比例',
      caps: '年度限额',
    },
    claimKind: {
      'chronic-outpatient': '门诊慢特病',
      outpatient: '普通门诊',
      emergency: '急诊',
      inpatient: '住院',
      maternity: '生育',
      pharmacy: '药店购药',
    },
    situation: {
      emergency: '急诊',
      rescue: '抢救',
      accident: '意外伤害',
      referral: '转诊',
      'dual-channel-drug': '双通道药品',
      'outside-pharmacy': '外购药品',
      agent: '别人代办',
      'relative-account': '打到亲属账户',
      'card-unusable': '社保卡不能入账',
      'lost-invoice': '票据遗失',
      'costly-material': '高价材料',
      'commercial-insurer-first': '商业保险已先赔',
      'not-settled-directly': '能直接结算而没有结算',
      'not-networked': '医院没有联网',
      dialysis: '透析',
      deceased: '本人已去世',
    },
    penaltyCase: {
      'long-term': '已备案的长期居住',
      referral: '转诊',
      emergency: '急诊抢救',
      'other-temporary': '其他临时外出',
      unfiled: '没有备案',
      'back-home': '备案期间回参保地就医',
      'not-settled-directly': '能直接结算而没有结算',
    },
    form: {
      original: '原件',
      copy: '复印件',
      'original-and-copy': '原件和复印件',
      any: '原件或复印件',
      unknown: '',
    },
    stamp: {
      none: '',
      unknown: '',
      hospital: '盖医院章',
      fee: '盖收费章',
      'record-room': '盖病案室章',
      diagnosis: '盖诊断证明章',
      supervision: '带财政或税务监制章',
      'outside-drug': '盖外购药专用章',
      employer: '盖单位章',
    },
    issuer: {
      hospital: '医院',
      person: '本人',
      office: '医保经办机构',
      employer: '单位',
      pharmacy: '药店',
      authority: '公安、法院等部门',
      insurer: '保险公司',
    },
    anchor: {
      visit: '就诊之日',
      receipt: '开票之日',
      payment: '付款之日',
      discharge: '出院之日',
      'treatment-end': '治疗结束之日',
      unstated: '费用发生（原文没写从哪天算）',
    },
    verify: '请向参保地医保局核实（12393 / 12333）',
    unverified: '没有查到参保地自己的规定，下面是全国通用的说法，未经核实',
    hint: '仅供参考',
    noted: '记录于',
  },
  en: {
    grade: { A: 'A official', B: 'B second-hand', C: 'C hint only', own: 'your own note' },
    gradeMeaning: {
      A: 'written in an official text or on an official site',
      B: 'a specific copy, or an institution’s own notice',
      C: 'heard on the web without a traceable author; a hint only',
      own: 'what you wrote down yourself',
    },
    level: {
      national: 'national',
      province: 'province',
      city: 'city',
      county: 'county',
      own: 'your own note',
    },
    chapter: {
      papers: 'Papers',
      deadlines: 'Deadlines',
      windows: 'When claims are taken',
      splits: 'Claims kept apart',
      invoices: 'Receipts',
      hospitals: 'Hospitals',
      filing: 'Away-care filing',
      approvals: 'Chronic-disease approval',
      accounts: 'Payee account',
      channels: 'Where to hand in',
      portals: 'Online office',
      catalogues: 'Catalogue',
      penalties: 'Benefits away',
      prepaid: 'Class B prepaid',
      deductibles: 'Deductible',
      rates: 'Payment rate',
      caps: 'Yearly cap',
    },
    claimKind: {
      'chronic-outpatient': 'chronic-disease outpatient',
      outpatient: 'outpatient',
      emergency: 'emergency',
      inpatient: 'inpatient',
      maternity: 'maternity',
      pharmacy: 'pharmacy',
    },
    situation: {
      emergency: 'emergency',
      rescue: 'rescue',
      accident: 'accident',
      referral: 'referral',
      'dual-channel-drug': 'dual-channel drug',
      'outside-pharmacy': 'drugs bought outside',
      agent: 'handed in by someone else',
      'relative-account': 'paid to a relative',
      'card-unusable': 'card cannot be paid',
      'lost-invoice': 'lost receipt',
      'costly-material': 'costly material',
      'commercial-insurer-first': 'commercial insurer paid first',
      'not-settled-directly': 'could have been settled directly',
      'not-networked': 'hospital not connected',
      dialysis: 'dialysis',
      deceased: 'claimant has died',
    },
    penaltyCase: {
      'long-term': 'filed long-term residence',
      referral: 'referral',
      emergency: 'emergency',
      'other-temporary': 'other temporary care',
      unfiled: 'not filed',
      'back-home': 'treated at home during a filing',
      'not-settled-directly': 'could have been settled directly',
    },
    form: {
      original: 'original',
      copy: 'copy',
      'original-and-copy': 'original and copy',
      any: 'original or copy',
      unknown: '',
    },
    stamp: {
      none: '',
      unknown: '',
      hospital: 'hospital seal',
      fee: 'cashier’s seal',
      'record-room': 'record-room seal',
      diagnosis: 'diagnosis seal',
      supervision: 'fiscal or tax supervision seal',
      'outside-drug': 'seal for outside drugs',
      employer: 'employer’s seal',
    },
    issuer: {
      hospital: 'hospital',
      person: 'the person',
      office: 'insurance office',
      employer: 'employer',
      pharmacy: 'pharmacy',
      authority: 'police, court or other authority',
      insurer: 'insurer',
    },
    anchor: {
      visit: 'the visit',
      receipt: 'the date of the receipt',
      payment: 'payment',
      discharge: 'discharge',
      'treatment-end': 'the end of treatment',
      unstated: 'the cost (the source does not say from which day)',
    },
    verify: 'Verify with the insurance office of the insured place (12393 / 12333)',
    unverified:
      'Nothing of the insured place itself was found; what follows is the national baseline, unverified',
    hint: 'hint only',
    noted: 'noted',
  },
};
