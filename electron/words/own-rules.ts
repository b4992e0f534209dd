// What `guibao pack-rules` says about a person's own rules and about newer editions, in both languages.

import type { Language } from '../../shared/domain.ts';

export type OwnRuleWords = {
  own: string;
  set: string;
  off: string;
  remove: string;
  restore: string;
  export: string;
  import: string;
  updates: string;
  accept: string;
  place: string;
  chapter: string;
  rule: string;
  ruleFile: string;
  note: string;
  onDay: string;
  id: string;
  outFile: string;
  file: string;
  replace: string;
  preview: string;
  isOff: string;
  shippedChanged: string;
  noUpdates: string;
  standing: Record<'new' | 'same' | 'differs', string>;
  change: Record<'added' | 'removed' | 'changed', string>;
  stays: Record<'replaced' | 'off', string>;
  imported: (taken: number, kept: readonly string[]) => string;
};

export const ownRuleWords: Record<Language, OwnRuleWords> = {
  'zh-CN': {
    own: '列出自己写的规定',
    set: '写下问到的一条规定，盖过附带的；JSON 和 show --json 里的 rule 一样',
    off: '停用附带的一条规定',
    remove: '去掉自己写的一条（可恢复）',
    restore: '恢复去掉的一条',
    export: '把自己写的规定存成文件，给别人用',
    import: '导入别人的规定：自己写的不会被换掉，除非用 --replace',
    updates: '附带的规定更新以后，和上次看过的比有什么变化',
    accept: '看过更新了',
    place: '参保地 6 位代码或名称',
    chapter: '哪一类',
    rule: '规定的编号；新的就自己起，例如 own-1',
    ruleFile: '规定的 JSON 文件；- 表示从标准输入读',
    note: '谁说的、怎么说的',
    onDay: '哪天问到的，不写就是今天',
    id: '编号',
    outFile: '保存到的文件；不写就直接显示',
    file: '规定文件；- 表示从标准输入读',
    replace: '这一条换成文件里的，可多次',
    preview: '只比较，不导入',
    isOff: '停用',
    shippedChanged: '附带的已更新，请再核对',
    noUpdates: '没有变化。',
    standing: { new: '新的', same: '一样', differs: '说法不同' },
    change: { added: '新加', removed: '删去', changed: '改了' },
    stays: { replaced: '自己改过，仍按自己写的', off: '已停用，仍是停用' },
    imported: (taken, kept) =>
      `已导入 ${taken} 条。${kept.length === 0 ? '' : `保留自己写的：${kept.join('、')}`}`,
  },
  en: {
    own: 'list the rules of your own',
    set: 'write down a rule you were told, over the shipped one; JSON like rule in show --json',
    off: 'switch a shipped rule off',
    remove: 'take a rule of your own away (can be restored)',
    restore: 'bring back one that was taken away',
    export: 'your own rules as a file for others',
    import: 'take in rules of others: yours stay unless named by --replace',
    updates: 'what a newer edition changed since it was last seen',
    accept: 'the update is seen',
    place: 'six-digit code or name of the insured place',
    chapter: 'chapter',
    rule: 'name of the rule; a new one is yours to name, such as own-1',
    ruleFile: 'JSON file of the rule; - reads standard input',
    note: 'who said so, and how',
    onDay: 'day of it; today when left out',
    id: 'id',
    outFile: 'file to write; printed when left out',
    file: 'file of rules; - reads standard input',
    replace: 'take the file’s for this rule; repeatable',
    preview: 'only compare',
    isOff: 'off',
    shippedChanged: 'the shipped rule has changed: check again',
    noUpdates: 'Nothing changed.',
    standing: { new: 'new', same: 'same', differs: 'differs' },
    change: { added: 'added', removed: 'removed', changed: 'changed' },
    stays: { replaced: 'yours still holds', off: 'stays off' },
    imported: (taken, kept) =>
      `Taken in: ${taken}. ${kept.length === 0 ? '' : `Yours kept: ${kept.join(', ')}`}`.trim(),
  },
};
