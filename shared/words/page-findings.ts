// What a finding on a page is called and what to do about it, in both languages.

import type { Language } from '../domain.ts';
import type { PageFindingCode } from '../page-findings.ts';

type FindingWords = { name: string; advice: string };

export const pageFindingWords: Record<Language, Record<PageFindingCode, FindingWords>> = {
  'zh-CN': {
    'low-resolution': { name: '图片太小，印出来会发虚', advice: '请离近一些重新拍，或用更高的清晰度扫描。' },
    blurred: { name: '有点模糊', advice: '请拿稳手机，对准焦点再拍一张。' },
    'too-dark': { name: '太暗', advice: '请到亮的地方再拍一张。' },
    'too-light': { name: '字迹太淡', advice: '请换个光线再拍，或把扫描调深一些。' },
    glare: { name: '有反光', advice: '请避开灯光，换个角度再拍。' },
    'touches-edge': { name: '内容可能被切掉', advice: '请把整张纸都拍进去，四边留一点空。' },
    'nearly-blank': { name: '几乎是空白页', advice: '如果是背面或误放的，可以移出去。' },
    'several-papers': { name: '好像拍了不止一张纸', advice: '请每张纸单独拍，或把这张图裁成几张。' },
    'more-pictures': {
      name: '文件里还有别的图',
      advice: '这里只放进了最主要的那一张。要用别的，请在手机上分别存成照片，再放进来。',
    },
    'not-upright': { name: '好像没放正', advice: '按一下“转正”，字就正过来了。' },
  },
  en: {
    'low-resolution': {
      name: 'Small picture: prints soft',
      advice: 'Photograph it from nearer or scan finer.',
    },
    blurred: { name: 'A little blurred', advice: 'Hold the phone still, focus, and take it again.' },
    'too-dark': { name: 'Too dark', advice: 'Take it again where it is brighter.' },
    'too-light': { name: 'Writing too pale', advice: 'Take it in other light, or scan it darker.' },
    glare: { name: 'Glare', advice: 'Keep lamps off the paper and take it from another angle.' },
    'touches-edge': {
      name: 'Something may be cut off',
      advice: 'Take the whole sheet with some room around it.',
    },
    'nearly-blank': { name: 'Nearly blank', advice: 'If it is a back side or a slip, take it off.' },
    'several-papers': {
      name: 'Looks like more than one paper',
      advice: 'Photograph each sheet by itself, or cut this picture up.',
    },
    'more-pictures': {
      name: 'The file has other pictures too',
      advice:
        'Only its main one is used. To use others, save them as photos of their own on the phone and add those.',
    },
    'not-upright': {
      name: 'Looks turned the wrong way',
      advice: 'One press sets the writing straight.',
    },
  },
};
