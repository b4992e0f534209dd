// Words about kept files themselves: their types, and getting the original back.

import { both } from './both.ts';

export const filesWords = both(
  {
    type: {
      'image/jpeg': 'JPEG 照片',
      'image/png': 'PNG 图片',
      'image/webp': 'WebP 图片',
      'image/tiff': 'TIFF 扫描图',
      'application/pdf': 'PDF 文件',
      'image/heic': 'HEIC 照片（苹果手机）',
      'image/avif': 'AVIF 图片',
      'image/bmp': 'BMP 图片',
      'image/gif': 'GIF 图片',
      'application/ofd': 'OFD 电子票据',
      'application/xml': 'XML 电子票据数据',
    },
    saveOriginal: '另存原件',
    unlocked: '这份 PDF 有打开密码：原件照原样留着，旁边多存了一份不用密码的，打印用它。',
    unlockedShort: '有密码的原件也留着',
    notPrinted: '不打印，随材料一起保存',
    moveTo: '移到{{paper}}',
    more: '这个文件的更多操作',
    remove: '移除这个文件',
    did: { remove: '已移除 {{file}}', move: '已移到{{paper}}' },
  },
  {
    type: {
      'image/jpeg': 'JPEG photo',
      'image/png': 'PNG picture',
      'image/webp': 'WebP picture',
      'image/tiff': 'TIFF scan',
      'application/pdf': 'PDF file',
      'image/heic': 'HEIC photo (iPhone)',
      'image/avif': 'AVIF picture',
      'image/bmp': 'BMP picture',
      'image/gif': 'GIF picture',
      'application/ofd': 'OFD e-invoice',
      'application/xml': 'XML e-invoice data',
    },
    saveOriginal: 'Save the original',
    unlocked:
      'This PDF asks for a password: the original stays as it came, with an open copy beside it for printing.',
    unlockedShort: 'Locked original kept too',
    notPrinted: 'Not printed; kept with the papers',
    moveTo: 'Move to {{paper}}',
    more: 'More for this file',
    remove: 'Remove this file',
    did: { remove: 'Removed {{file}}', move: 'Moved to {{paper}}' },
  },
);
