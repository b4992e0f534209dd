// What readiness found about bundles, deadlines and the office's answer: what is the matter, and what to do about it.

import { both } from './both.ts';

export const findingsOfClaim = both(
  {
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
    'still-in-hospital': {
      what: '这次住院还没写出院日期',
      remedy: '还在住院的，请等出院结算后再交；已出院的，请补上日期',
    },
    'office-wants-paper': { what: '医保局要补：{{paper}} {{note}}', remedy: '请补上，再登记“已补交”' },
    'supplement-due': {
      what: '补正材料请在 {{until}} 前交（还有 {{days}} 天）',
      remedy: '请备齐后交回，并登记“已补交”',
    },
  },
  {
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
    'still-in-hospital': {
      what: 'This stay has no day of discharge',
      remedy: 'If the stay goes on, hand in after discharge; if it is over, enter the day',
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
