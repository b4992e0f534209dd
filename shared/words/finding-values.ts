// Words for the codes that stand inside the sentences of findings: seals, whereabouts, signatures, kinds of account.

import { both } from './both.ts';

export const findingValueWords = both(
  {
    stamp: {
      ...{ hospital: '医院章', fee: '收费章', 'record-room': '病案室章', diagnosis: '诊断证明章' },
      ...{ supervision: '财政或税务监制章', 'outside-drug': '外购药专用章', employer: '单位公章' },
    },
    where: { office: '医保局', employer: '单位', 'commercial-insurer': '商业保险公司' },
    trouble: {
      ...{ blurred: '模糊', 'too-dark': '太暗', 'too-light': '字迹太淡', glare: '反光' },
      ...{ 'low-resolution': '图片太小', 'nearly-blank': '像是空白页' },
    },
    field: { phone: '联系电话', payeeName: '户名', bankName: '开户银行' },
    signed: { back: '在背面签名', 'by-hand': '亲笔签名', fingerprint: '签名并按手印' },
    outcome: { cut: '没有备案一般会少报；', refused: '没有备案那里不给报；' },
    accepted: {
      ...{
        'social-security-card': '社保卡',
        'own-bank-card': '本人银行卡',
        'class-one-account': '本人一类账户',
      },
      ...{ passbook: '存折', relative: '亲属账户', employer: '单位账户' },
    },
  },
  {
    stamp: {
      ...{
        hospital: "the hospital's seal",
        fee: "the cashier's seal",
        'record-room': "the record room's seal",
      },
      ...{ diagnosis: 'the diagnosis seal', supervision: 'the fiscal or tax seal' },
      ...{ 'outside-drug': 'the outside-drug seal', employer: "the employer's seal" },
    },
    where: {
      office: 'the insurance office',
      employer: 'the employer',
      'commercial-insurer': 'the commercial insurer',
    },
    trouble: {
      ...{ blurred: 'blurred', 'too-dark': 'too dark', 'too-light': 'too pale', glare: 'glare' },
      ...{ 'low-resolution': 'small picture', 'nearly-blank': 'looks blank' },
    },
    field: { phone: 'phone number', payeeName: 'account holder', bankName: 'bank' },
    signed: {
      back: 'be signed on the back',
      'by-hand': 'be signed by hand',
      fingerprint: 'carry a signature and fingerprint',
    },
    outcome: {
      ...{ cut: 'Without a filing less is usually paid. ' },
      ...{ refused: 'Without a filing nothing is paid there. ' },
    },
    accepted: {
      ...{ 'social-security-card': 'social-security card', 'own-bank-card': 'own bank card' },
      ...{
        'class-one-account': 'own class-I account',
        passbook: 'passbook',
        relative: "a relative's account",
      },
      employer: "the employer's account",
    },
  },
);
