// What readiness found about hospital, filing, approval and the account: what is the matter, and what to do about it.

import { both } from './both.ts';

export const findingsOfPlace = both(
  {
    'hospital-not-designated': {
      what: '{{hospital}}不是医保定点医院',
      remedy: '请问参保地医保局收不收；不收的话把这次就诊拿出来',
    },
    'hospital-designation-unknown': {
      what: '还不知道{{hospital}}是不是医保定点',
      remedy: '可在国家医保服务平台查；查到后在医院资料里记下',
    },
    'hospital-outside-filed-city': {
      what: '{{hospital}}在{{city}}，备案的是{{filedCity}}',
      remedy: '请问参保地医保局能不能改备案或补备案',
    },
    'hospital-not-named': {
      what: '{{hospital}}不在选定的医院里（{{named}}）',
      remedy: '请问参保地医保局能不能增加或更换选定医院',
    },
    'filing-missing': {
      what: '{{date}} 就诊时没有异地就医备案',
      remedy: '{{outcome}}请问参保地医保局能不能补备案；备过的，请把备案记进来',
    },
    'filing-unknown': {
      what: '不清楚这次就诊要不要备案、备过没有',
      remedy: '备过案的请记进来；没备的请问参保地医保局',
    },
    'outside-filing': {
      what: '{{date}} 就诊不在备案期内（{{from}} 起，{{city}}）',
      remedy: '{{outcome}}请问参保地医保局能不能补备案，或把这次就诊拿出来',
    },
    'filing-waiting': {
      what: '{{date}} 就诊时备案还没生效（{{takesEffect}} 起生效）',
      remedy: '{{outcome}}请问参保地医保局等待期内的费用怎么办',
    },
    'filing-city-differs': {
      what: '就诊在{{city}}，备案的是{{filedCity}}',
      remedy: '{{outcome}}请问参保地医保局能不能补备案到就医的城市',
    },
    'disease-missing': { what: '慢特病就诊没写是哪种病', remedy: '请在这次就诊里选上病种' },
    'approval-missing': {
      what: '还没有慢特病认定（{{disease}}）',
      remedy: '已办过的请记进来；没办的请先到参保地办认定',
    },
    'approval-expired': {
      what: '{{disease}}的认定已在 {{to}} 到期',
      remedy: '续办过的请改有效期；没续的请到参保地续办，或改按普通门诊报',
    },
    'approval-not-begun': {
      what: '{{disease}}的认定从 {{from}} 起才有效',
      remedy: '请核对日期；认定前的费用请改按普通门诊报',
    },
    'approval-other-disease': {
      what: '这次看的是{{disease}}，认定的是{{approved}}',
      remedy: '请核对病种；没有认定的病请改按普通门诊报',
    },
    'approval-other-hospital': {
      what: '{{disease}}认定的医院是{{named}}，这次在{{hospital}}',
      remedy: '请问参保地医保局能不能换选定医院',
    },
    'supply-over-limit': {
      what: '处方开了 {{days}} 天的药，这里最多 {{limit}} 天',
      remedy: '超出的部分可能不付；以后请医生按天数开',
    },
    'supply-overlaps': {
      what: '上次（{{date}}）的药够用到 {{until}}，这次又开了',
      remedy: '有特殊情况的，请在病历里写明',
    },
    'direct-settlement-possible': {
      what: '这类费用也许能在医院直接结算：{{what}}',
      remedy: '下次就诊前打 12393 问一下；能直接结算就不用回去报了',
    },
    'citizen-id-missing': { what: '没有身份证号', remedy: '请在参保人资料里填上' },
    'citizen-id-wrong': { what: '身份证号不对，末位核对不上', remedy: '请照身份证一位一位核对' },
    'insured-place-missing': { what: '没写参保地', remedy: '请在参保人资料里选上参保地，才知道那里要什么' },
    'place-unverified': {
      what: '{{place}}的要求还没核实，先按全国通用的要求检查',
      remedy: '去之前请打 12393 问参保地医保局',
    },
    'payee-account-missing': { what: '没有收款账号', remedy: '请填上收款的银行卡号或社保卡' },
    'payee-account-not-accepted': {
      what: '这种收款账户参保地不收',
      remedy: '请换成参保地收的账户：{{accepted}}',
    },
    'payee-account-kind-unknown': {
      what: '没说收款账户是哪一种',
      remedy: '请选一下；参保地收：{{accepted}}',
    },
    'payee-name-differs': {
      what: '收款人是{{payee}}，不是{{name}}本人',
      remedy: '请换成本人账户，或放入关系证明',
    },
    'bank-account-unlikely': { what: '收款账号可能抄错了', remedy: '请照银行卡核对；存折账号可以不理会' },
    'cover-field-empty': {
      what: '封面上的{{field}}还是空的',
      remedy: '请填上；窗口有事好联系，也免得现场手写',
    },
  },
  {
    'hospital-not-designated': {
      what: '{{hospital}} is not designated for medical insurance',
      remedy: 'Ask the office whether it is paid; if not, take this visit out',
    },
    'hospital-designation-unknown': {
      what: 'Whether {{hospital}} is designated for medical insurance is not known',
      remedy: 'Look it up on the national insurance platform and record it with the hospital',
    },
    'hospital-outside-filed-city': {
      what: '{{hospital}} is in {{city}}, the filing is for {{filedCity}}',
      remedy: 'Ask the office whether the filing can be changed or made late',
    },
    'hospital-not-named': {
      what: '{{hospital}} is not among the chosen hospitals ({{named}})',
      remedy: 'Ask the office whether it can be added or changed',
    },
    'filing-missing': {
      what: 'There was no filing for care away from home on {{date}}',
      remedy: '{{outcome}}Ask the office whether it can be filed late; if there was a filing, record it',
    },
    'filing-unknown': {
      what: 'Whether this visit needs a filing, or has one, is not known',
      remedy: 'Record the filing if there is one; if not, ask the office',
    },
    'outside-filing': {
      what: 'The visit of {{date}} is outside the filing (from {{from}}, {{city}})',
      remedy: '{{outcome}}Ask the office whether it can be filed late, or take this visit out',
    },
    'filing-waiting': {
      what: 'On {{date}} the filing had not taken effect (from {{takesEffect}})',
      remedy: '{{outcome}}Ask the office what happens with costs in the waiting time',
    },
    'filing-city-differs': {
      what: 'The care was in {{city}}, the filing is for {{filedCity}}',
      remedy: '{{outcome}}Ask the office whether the city of care can be filed late',
    },
    'disease-missing': {
      what: 'This chronic-disease visit does not say which disease',
      remedy: 'Choose the disease in the visit',
    },
    'approval-missing': {
      what: 'There is no approval for {{disease}}',
      remedy: 'Record it if there is one; if not, apply at the insured place first',
    },
    'approval-expired': {
      what: 'The approval for {{disease}} expired on {{to}}',
      remedy:
        'If it was renewed, enter the new dates; if not, renew it, or claim the visit as plain outpatient care',
    },
    'approval-not-begun': {
      what: 'The approval for {{disease}} is valid only from {{from}}',
      remedy: 'Check the dates; claim earlier costs as plain outpatient care',
    },
    'approval-other-disease': {
      what: 'The visit was for {{disease}}, approved is {{approved}}',
      remedy: 'Check the disease; claim care for a disease without approval as plain outpatient care',
    },
    'approval-other-hospital': {
      what: 'The approval for {{disease}} names {{named}}, the visit was at {{hospital}}',
      remedy: 'Ask the office whether the chosen hospital can be changed',
    },
    'supply-over-limit': {
      what: 'The prescription is for {{days}} days, the limit here is {{limit}}',
      remedy: 'What is over may not be paid; next time ask the doctor to stay within it',
    },
    'supply-overlaps': {
      what: 'The medicine of {{date}} lasts until {{until}}, and more was prescribed before that',
      remedy: 'If there was a reason, have it written in the record',
    },
    'direct-settlement-possible': {
      what: 'This could perhaps be settled directly at the hospital: {{what}}',
      remedy: 'Call 12393 before the next visit; settled directly, nobody has to travel',
    },
    'citizen-id-missing': { what: 'There is no citizen ID', remedy: "Enter it in the person's details" },
    'citizen-id-wrong': {
      what: 'The citizen ID is not right: its last character does not match',
      remedy: 'Compare it with the ID card digit by digit',
    },
    'insured-place-missing': {
      what: 'There is no insured place',
      remedy: "Choose it in the person's details, so that its rules are known",
    },
    'place-unverified': {
      what: 'The rules of {{place}} are not verified; the national ones were used',
      remedy: 'Call 12393 and ask the office of the insured place before you go',
    },
    'payee-account-missing': {
      what: 'There is no account for the money',
      remedy: 'Enter the bank card or the social-security card',
    },
    'payee-account-not-accepted': {
      what: 'The insured place does not take this kind of account',
      remedy: 'Change to one it takes: {{accepted}}',
    },
    'payee-account-kind-unknown': {
      what: 'What kind of account it is has not been said',
      remedy: 'Choose it; the insured place takes: {{accepted}}',
    },
    'payee-name-differs': {
      what: 'The payee is {{payee}}, not {{name}}',
      remedy: "Change to the person's own account, or add proof of the relationship",
    },
    'bank-account-unlikely': {
      what: 'The account number may have been copied wrongly',
      remedy: 'Compare it with the bank card; a passbook number may be right all the same',
    },
    'cover-field-empty': {
      what: 'The cover has no {{field}} yet',
      remedy: 'Fill it in, so that the office can reach you and nothing is left to write by hand',
    },
  },
);
