// Words of the files made for portals and for the ZIP twin, in both languages.

import type { Language } from '../../../shared/domain.ts';

const chinese = () => ({
  title: '材料清单',
  lead: (files: number) => `共 ${files} 个原文件，都在 files 文件夹里，一个字节都没有改。`,
  columns: ['文件', '第几次就诊', '日期', '医院', '材料', '形式', '页', '原来的文件名'],
  electronic: '电子文件',
  pages: (pages: number[]) => pages.join('、'),
});
type TwinWords = ReturnType<typeof chinese>;

const english = (): TwinWords => ({
  title: 'List of papers',
  lead: (files) =>
    `${files} original ${files === 1 ? 'file' : 'files'} in the folder "files", not a byte changed.`,
  columns: ['File', 'Visit', 'Date', 'Hospital', 'Paper', 'Form', 'Pages', 'Name as given'],
  electronic: 'electronic file',
  pages: (pages) => pages.join(' '),
});

export const twinWords: Record<Language, TwinWords> = { 'zh-CN': chinese(), en: english() };
