// Words of the inbox screen.

import { both } from './both.ts';

export const inboxWords = both(
  {
    title: '收件箱',
    waiting: '{{count}} 份还没分好',
    add: '放入文件',
    empty: '收件箱是空的',
    emptyHint: '还没分好的照片、PDF 都可以先拖到这里，文件夹也行，以后再分。',
    side: '分给哪次就诊',
    whichVisit: '属于哪次就诊？',
    chooseVisit: '选一次就诊',
    newVisit: '记一次新的就诊',
    noVisits: '还没有就诊',
    firstVisit: '先选就诊，再选这是哪一样材料。',
    giveTo: '选中 {{count}} 份。点一下，或按数字键，或拖过来：',
    lacking: '还没有',
    moreKinds: '别的材料',
    remove: '移除',
    enlarge: '放大看{{file}}',
    did: { assign: '{{count}} 份已放进{{paper}}', remove: '已移除 {{count}} 份' },
  },
  {
    title: 'Inbox',
    waiting: '{{count}} to sort',
    add: 'Add files',
    empty: 'The inbox is empty',
    emptyHint: 'Drop photos, PDFs or whole folders here and sort them later.',
    side: 'Give to a visit',
    whichVisit: 'Which visit?',
    chooseVisit: 'Choose a visit',
    newVisit: 'New visit',
    noVisits: 'No visits yet',
    firstVisit: 'Choose the visit first, then which paper it is.',
    giveTo: 'Chosen: {{count}}. Click, press a digit, or drag here:',
    lacking: 'Missing',
    moreKinds: 'Another paper',
    remove: 'Remove',
    enlarge: 'Enlarge {{file}}',
    did: { assign: '{{count}} put into {{paper}}', remove: 'Removed: {{count}}' },
  },
);
