// Words of the commands that arrange and prove a packet.

export const packetBook = {
  claimPages: [
    '列出材料包里的页，编了号；不放的也列出',
    'list the pages of the packet by number, with those left out',
  ],
  claimOrder: ['调整页的次序；不写选项就只列出', 'change the order of the pages; lists them without options'],
  movePage: ['要移动的页的编号', 'number of the page to move'],
  moveTo: ['移到哪个编号的位置', 'number of the place it goes to'],
  orderReset: ['恢复平常的次序', 'bring the usual order back'],
  excludePage: ['这一页不放进材料包；原件还在', 'leave a page out of the packet; it stays in the vault'],
  includePage: ['把不放的页放回材料包', 'put a page that was left out back into the packet'],
  pageNumberOf: ['页的编号，见 claim pages', 'number of the page, as claim pages lists it'],
  excludeReason: ['为什么不放，必须写', 'why it is left out; must be said'],
  halfLeft: ['左半页', 'left half'],
  halfRight: ['右半页', 'right half'],
  halfTop: ['上半页', 'upper half'],
  halfBottom: ['下半页', 'lower half'],
  leftOut: ['不放', 'left out'],
  manifestFile: [
    '按这份清单核对，不按材料包自带的；两份不一样会说明',
    'prove against this manifest instead of the packet’s own; a difference is named',
  ],
} as const;
