// Words of moving pages to another visit or back to the inbox.

import { both } from './both.ts';

export const movePagesWords = both(
  {
    open: '移到别的就诊、收件箱…',
    title: '移动{{paper}}的页',
    which: '移动哪几页？已选 {{count}} 页',
    all: '全选',
    none: '全不选',
    visit: '移到哪次就诊？',
    search: '选一次就诊，可以打日期或医院来找',
    here: '（就是这一次）',
    kind: '作为哪一样材料？',
    hint: '转过、修整过的样子一起带走，随时可以撤销。',
    stays: '这几页现在就在这里。请换一次就诊，或换一样材料。',
    toInbox: '放回收件箱',
    go_one: '移过去',
    go_other: '{{count}} 页移过去',
    did: {
      moveAway: '{{count}} 页已移到{{date}} {{hospital}}的{{paper}}',
      toInbox: '{{count}} 页已放回收件箱',
    },
  },
  {
    open: 'Move to another visit or the inbox…',
    title: 'Move pages of: {{paper}}',
    which: 'Which pages? Chosen: {{count}}',
    all: 'All',
    none: 'None',
    visit: 'To which visit?',
    search: 'Choose a visit; type a date or a hospital',
    here: ' (this one)',
    kind: 'As which paper?',
    hint: 'Turns and changes go along. It can be undone.',
    stays: 'They are here already. Choose another visit or another paper.',
    toInbox: 'Back to the inbox',
    go_one: 'Move 1 page',
    go_other: 'Move {{count}} pages',
    did: {
      moveAway: 'Pages moved to {{paper}}, {{date}} {{hospital}}: {{count}}',
      toInbox: 'Pages back in the inbox: {{count}}',
    },
  },
);
