// What `guibao pack-rules` says: its commands, its columns, and what a check found, in both languages.

import type { Language } from '../../shared/domain.ts';
import type { FindingCode } from '../rules/check-pack.ts';

type CommandWords = {
  group: string;
  list: string;
  show: string;
  check: string;
  place: string;
  file: string;
  onDay: string;
  withOwn: string;
  verified: string;
  unverified: string;
  rules: (count: number) => string;
  grades: (grade: string, count: number) => string;
  deadlineUnknown: string;
  none: string;
  holdsFor: (kinds: string) => string;
  everyKind: string;
  from: (level: string, place: string) => string;
  published: (date: string) => string;
  sound: (count: number) => string;
  wrong: (count: number) => string;
  finding: Record<FindingCode, string>;
};

export const packRulesWords: Record<Language, CommandWords> = {
  'zh-CN': {
    group: '各参保地的报销要求',
    list: '列出有哪些参保地',
    show: '查看一个参保地的要求、出处和日期',
    check: '检查一份要求文件；有问题时退出码为 1',
    place: '参保地 6 位代码或名称',
    file: 'JSON 文件；- 表示从标准输入读',
    onDay: '只看这一天的费用适用的要求（年-月-日）',
    withOwn: '加上资料库里自己写的规定',
    verified: '有本地依据',
    unverified: '未核实',
    rules: (count) => `${count} 条`,
    grades: (grade, count) => `${grade}：${count}`,
    deadlineUnknown: '没有查到期限，请尽早申报，并先问清楚',
    none: '（没有）',
    holdsFor: (kinds) => `适用：${kinds}`,
    everyKind: '各类费用',
    from: (level, place) => `${level}（${place}）`,
    published: (date) => date,
    sound: (count) => `没有发现问题，共 ${count} 条要求。`,
    wrong: (count) => `发现 ${count} 处问题：`,
    finding: {
      shape: '内容不合格式，请按说明改正',
      'source-missing': '写的出处不在出处列表里，请补上出处',
      'source-twice': '出处编号重复，请改名',
      'source-unused': '这个出处没有要求用到，请删去',
      'own-grade-shipped': '自己记的内容请放在自己的修改里',
      'id-twice': '要求编号重复，请改名',
      'id-of-other-place': '要求编号要以参保地代码开头',
      'level-of-place': '级别与参保地代码不符',
      unconfirmed: '有未经证实的内容，请删去',
      'source-tag': '有内部资料编号，请写出处的名称',
      'dates-turned': '起止日期颠倒',
      'window-turned': '受理时间起止颠倒',
      'care-empty': '就医地范围是空的',
      'deductible-unclear': '起付线要么是固定金额，要么是带上下限的比例',
      'rule-says-nothing': '这条要求什么也没有写',
    },
  },
  en: {
    group: 'what each insured place requires',
    list: 'list the insured places there are',
    show: 'show what one insured place requires, with source and date',
    check: 'check a file of requirements; exit 1 when something is wrong',
    place: 'six-digit code or name of the insured place',
    file: 'JSON file; - reads standard input',
    onDay: 'only what holds for costs of this day (yyyy-mm-dd)',
    withOwn: 'with the rules of your own that lie in the vault',
    verified: 'local sources',
    unverified: 'unverified',
    rules: (count) => `${count} rule${count === 1 ? '' : 's'}`,
    grades: (grade, count) => `${grade}: ${count}`,
    deadlineUnknown: 'No deadline was found: claim early, and ask first',
    none: '(none)',
    holdsFor: (kinds) => `for: ${kinds}`,
    everyKind: 'every kind of claim',
    from: (level, place) => `${level} (${place})`,
    published: (date) => date,
    sound: (count) => `Nothing wrong found in ${count} rule${count === 1 ? '' : 's'}.`,
    wrong: (count) => `${count} thing${count === 1 ? '' : 's'} to correct:`,
    finding: {
      shape: 'not of the right shape; correct it as described',
      'source-missing': 'names a source that is not in the list; add it',
      'source-twice': 'two sources have this id; rename one',
      'source-unused': 'no rule uses this source; take it out',
      'own-grade-shipped': 'your own notes belong into your overrides',
      'id-twice': 'two rules have this id; rename one',
      'id-of-other-place': 'the id of a rule begins with the code of its place',
      'level-of-place': 'the level does not fit the code of the place',
      unconfirmed: 'carries something unconfirmed; take it out',
      'source-tag': 'carries a working tag; write the name of the source',
      'dates-turned': 'ends before it begins',
      'window-turned': 'ends before it begins',
      'care-empty': 'names no place of care',
      'deductible-unclear': 'a deductible is an amount, or a share with floor and ceiling',
      'rule-says-nothing': 'says nothing',
    },
  },
};
