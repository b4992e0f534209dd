// Words for the values that rules choose from, in both languages; '' where nothing needs saying.

import type { Language } from '../domain.ts';
import type { RuleOf } from '../rules/rule-pack.ts';
import type { WantedPaper } from '../rules/rule-parts.ts';

type ValueWords = {
  signed: Record<WantedPaper['signed'], string>;
  stopsAt: Record<RuleOf<'deadlines'>['stopsAt'], string>;
  late: Record<RuleOf<'deadlines'>['late'], string>;
  split: Record<RuleOf<'splits'>['by'][number], string>;
  printNeedsSeal: Record<RuleOf<'invoices'>['printNeedsSeal'], string>;
  hospitals: Record<RuleOf<'hospitals'>['allow'], string>;
  otherwise: Record<RuleOf<'hospitals'>['otherwise'], string>;
  withoutFiling: Record<RuleOf<'filing'>['withoutFiling'], string>;
  account: Record<RuleOf<'accounts'>['accept'][number], string>;
  channel: Record<RuleOf<'channels'>['channels'][number], string>;
  originals: Record<RuleOf<'portals'>['originalsFollow'], string>;
  catalogue: Record<RuleOf<'catalogues'>['catalogue'], string>;
  hospitalGrade: Record<RuleOf<'rates'>['hospitalGrade'], string>;
};

export const valueWords: Record<Language, ValueWords> = {
  'zh-CN': {
    signed: { no: '', back: '背面签名', 'by-hand': '手写签名', fingerprint: '签名并按手印' },
    stopsAt: { 'paper-received': '以收到纸质材料为准', 'online-upload': '以网上提交为准', unknown: '' },
    late: { refused: '逾期不受理', exception: '特殊情况可放宽', unknown: '' },
    split: {
      'calendar-year': '年度',
      'claim-kind': '费用类别',
      admission: '每次住院',
      'hospital-grade': '医院等级',
    },
    printNeedsSeal: { no: '打印件不用盖章', yes: '打印件要盖章', ask: '打印件是否盖章请先问', unknown: '' },
    hospitals: {
      designated: '定点医疗机构',
      'designated-in-filed-city': '备案城市的定点医疗机构',
      named: '指定的医院',
      any: '任何医院',
    },
    otherwise: { refused: '其他医院不予报销', cut: '其他医院降低待遇', unknown: '' },
    withoutFiling: {
      full: '不备案也不降低',
      cut: '不备案降低待遇',
      refused: '不备案不予报销',
      unknown: '',
    },
    account: {
      'social-security-card': '社保卡金融账户',
      'own-bank-card': '本人银行卡',
      'class-one-account': '一类银行账户',
      passbook: '存折',
      relative: '亲属账户',
      employer: '单位账户',
    },
    channel: {
      window: '窗口',
      online: '网上',
      'online-then-mail': '网上预审后寄原件',
      mail: '邮寄',
      employer: '单位代办',
      'street-office': '街道、乡镇服务点',
      'insurer-branch': '承办保险公司网点',
    },
    originals: {
      mail: '原件随后邮寄',
      window: '原件随后送窗口',
      'mail-or-window': '原件随后邮寄或送窗口',
      no: '不用交原件',
      unknown: '',
    },
    catalogue: { 'care-place': '按就医地目录', 'insured-place': '按参保地目录' },
    hospitalGrade: { any: '', primary: '一级及以下', secondary: '二级', tertiary: '三级' },
  },
  en: {
    signed: {
      no: '',
      back: 'signed on the back',
      'by-hand': 'signed by hand',
      fingerprint: 'signed, with fingerprint',
    },
    stopsAt: {
      'paper-received': 'counted to the day the papers arrive',
      'online-upload': 'counted to the upload',
      unknown: '',
    },
    late: { refused: 'not taken later', exception: 'later in special cases', unknown: '' },
    split: {
      'calendar-year': 'calendar year',
      'claim-kind': 'kind of cost',
      admission: 'admission',
      'hospital-grade': 'hospital grade',
    },
    printNeedsSeal: {
      no: 'a print needs no seal',
      yes: 'a print needs a seal',
      ask: 'ask whether a print needs a seal',
      unknown: '',
    },
    hospitals: {
      designated: 'designated hospitals',
      'designated-in-filed-city': 'designated hospitals of the filed city',
      named: 'named hospitals',
      any: 'any hospital',
    },
    otherwise: { refused: 'others are not paid', cut: 'others are paid less', unknown: '' },
    withoutFiling: {
      full: 'the same without filing',
      cut: 'less without filing',
      refused: 'not paid without filing',
      unknown: '',
    },
    account: {
      'social-security-card': 'account of the social-security card',
      'own-bank-card': 'own bank card',
      'class-one-account': 'class-I bank account',
      passbook: 'bank book',
      relative: 'account of a relative',
      employer: 'account of the employer',
    },
    channel: {
      window: 'window',
      online: 'online',
      'online-then-mail': 'online review, then originals by mail',
      mail: 'mail',
      employer: 'through the employer',
      'street-office': 'street or town office',
      'insurer-branch': 'branch of the insurer in charge',
    },
    originals: {
      mail: 'originals follow by mail',
      window: 'originals follow to the window',
      'mail-or-window': 'originals follow by mail or to the window',
      no: 'no originals',
      unknown: '',
    },
    catalogue: {
      'care-place': 'catalogue of the place of care',
      'insured-place': 'catalogue of the insured place',
    },
    hospitalGrade: { any: '', primary: 'primary', secondary: 'secondary', tertiary: 'tertiary' },
  },
};
