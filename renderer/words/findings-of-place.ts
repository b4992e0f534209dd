// What readiness found about days, hospitals, filing, approvals, bundles, deadlines, the person and the office's answer.

import { both } from './both.ts';

export const findingsOfPlaceWords = both(
  {
    'still-in-hospital': {
      what: '这次住院还没写出院日期',
      remedy: '还在住院的，请等出院结算后再交；已出院的，请补上日期',
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
    'claim-empty': { what: '这个报销包里还没有就诊', remedy: '请放进至少一次就诊' },
    'persons-mixed': { what: '这次就诊不是{{name}}的', remedy: '一个报销包只放一个人的；请移到那个人的包里' },
    'years-mixed': { what: '放了不同年份的就诊（{{values}}）', remedy: '请按年份拆开，一年一个包' },
    'kinds-mixed': { what: '放了不同类别的就诊', remedy: '参保地要求按类别分开；请拆成几个包' },
    'admissions-mixed': { what: '放了几次住院', remedy: '参保地要求一次住院一个包；请拆开' },
    'hospital-grades-mixed': { what: '放了不同等级医院的就诊', remedy: '参保地要求按医院等级分开；请拆开' },
    'deadline-in-60-days': { what: '还有 {{days}} 天，{{date}} 截止', remedy: '可以开始准备去交了' },
    'deadline-in-30-days': { what: '还有 {{days}} 天，{{date}} 截止', remedy: '请尽快备齐去交' },
    'deadline-in-7-days': {
      what: '只剩 {{days}} 天，{{date}} 截止',
      remedy: '请这几天就去交；来不及的先打电话问能不能寄或先交',
    },
    'deadline-passed': {
      what: '一般的期限 {{date}} 已过 {{days}} 天',
      remedy: '先别放弃：请问参保地医保局特殊情况收不收',
    },
    'deadline-hard-stop': {
      what: '最后期限 {{hardStop}} 已过',
      remedy: '按查到的规定不再受理；请打电话确认，再决定要不要拿出来',
    },
    'deadline-hint': {
      what: '有未核实的说法：{{date}} 截止',
      remedy: '这个说法没有官方出处，请打 12393 问清，并尽早去交',
    },
    'deadline-unknown': {
      what: '还不知道{{place}}的报销期限',
      remedy: '请打 12393 问清，记进规则里；没问到之前尽早交',
    },
    'deadline-unknown-near': {
      what: '还不知道{{place}}的报销期限；照别处常见的期限，可能快到了',
      remedy: '请马上打 12393 问清，能交就先交',
    },
    'window-closed': { what: '现在不收，{{until}} 起受理', remedy: '请等到那天再去' },
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
    'office-wants-paper': { what: '医保局要补：{{paper}} {{note}}', remedy: '请补上，再登记“已补交”' },
    'supplement-due': {
      what: '补正材料请在 {{until}} 前交（还有 {{days}} 天）',
      remedy: '请备齐后交回，并登记“已补交”',
    },
  },
  {
    'still-in-hospital': {
      what: 'This stay has no day of discharge',
      remedy: 'If the stay goes on, hand in after discharge; if it is over, enter the day',
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
    'claim-empty': { what: 'There is no visit in this claim', remedy: 'Add at least one visit' },
    'persons-mixed': {
      what: 'This visit is not of {{name}}',
      remedy: 'A claim is for one person only; move it to the claim of the other',
    },
    'years-mixed': {
      what: 'Visits of different years are together ({{values}})',
      remedy: 'Split the claim, one year each',
    },
    'kinds-mixed': {
      what: 'Different kinds of visit are together',
      remedy: 'The insured place wants them apart; split the claim',
    },
    'admissions-mixed': {
      what: 'Several stays are together',
      remedy: 'The insured place wants one claim for each stay; split it',
    },
    'hospital-grades-mixed': {
      what: 'Hospitals of different grades are together',
      remedy: 'The insured place wants them apart; split the claim',
    },
    'deadline-in-60-days': {
      what: '{{days}} days left, until {{date}}',
      remedy: 'Time to prepare for handing in',
    },
    'deadline-in-30-days': {
      what: '{{days}} days left, until {{date}}',
      remedy: 'Complete the papers and hand in soon',
    },
    'deadline-in-7-days': {
      what: 'Only {{days}} days left, until {{date}}',
      remedy: 'Hand in within these days; if you cannot, call and ask about mail or a first part',
    },
    'deadline-passed': {
      what: 'The usual term, {{date}}, passed {{days}} days ago',
      remedy: 'Do not give up yet: ask the office whether special cases are taken',
    },
    'deadline-hard-stop': {
      what: 'The last term, {{hardStop}}, has passed',
      remedy: 'By the rule found it is refused; call to make sure, then decide whether to take it out',
    },
    'deadline-hint': {
      what: 'An unconfirmed page says until {{date}}',
      remedy: 'Nobody can trace that; call 12393 to make sure, and hand in early',
    },
    'deadline-unknown': {
      what: 'Until when {{place}} takes claims is not known',
      remedy: 'Call 12393 and record the answer in the rules; until then, hand in early',
    },
    'deadline-unknown-near': {
      what: 'Until when {{place}} takes claims is not known, and common terms are near',
      remedy: 'Call 12393 now, and hand in as soon as you can',
    },
    'window-closed': {
      what: 'Claims are not taken now, but from {{until}} on',
      remedy: 'Wait until that day',
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
    'office-wants-paper': {
      what: 'The office wants: {{paper}} {{note}}',
      remedy: 'Add it, then record that it was handed in',
    },
    'supplement-due': {
      what: 'Hand in what is still wanted by {{until}} ({{days}} days left)',
      remedy: 'Complete it, hand it in and record that',
    },
  },
);
