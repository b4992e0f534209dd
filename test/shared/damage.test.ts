// What decoders say about damaged files reaches people as plain words, in their language.

import { describe, expect, it } from 'vitest';
import { Problem } from '../../shared/problems.ts';
import { describeDamage } from '../../shared/words/damage.ts';
import { explainProblem } from '../../shared/words/problems.ts';

/** As the decoders said it about real files. */
const said: [string, string][] = [
  ['VipsJpeg: premature end of JPEG image', '后面缺了一部分，像是没有传完'],
  ['source: bad seek to 3309', '后面缺了一部分，像是没有传完'],
  ['tiff2vips: Invalid strip byte count 0, strip 1', '后面缺了一部分，像是没有传完'],
  ['vipspng: libpng read error', '后面缺了一部分，像是没有传完'],
  ['VipsJpeg: Unsupported JPEG data precision 12', '图片的存法很少见，这里读不了'],
  [
    'Input buffer has corrupt header: tiff2vips: samples_per_pixel not a whole number of bytes',
    '图片的存法很少见，这里读不了',
  ],
  ['Input image exceeds channel limit', '图片的存法很少见，这里读不了'],
  ['no picture inside', '里面没有能显示的图片'],
  ['not a readable PDF', '这份 PDF 打不开'],
  ['its check sum is wrong', '压缩包坏了，里面的内容取不出来'],
  ['the decoder stopped (SIGSEGV)', '打开它的时候出了错'],
  ['it changed while it was being read', '读取的时候文件变了'],
  ['VipsJpeg: Bogus sampling factors', '内容坏了，读不出来'],
  ['', '内容坏了，读不出来'],
];

describe('words about damage', () => {
  it.each(said)('says of “%s” what it means', (detail, sentence) => {
    expect(describeDamage(detail, 'zh-CN')).toBe(sentence);
    expect(describeDamage(detail, 'en')).toMatch(/^[a-z ,A-Z]+$/);
  });

  it('keeps the words of the decoder out of the sentence and in the fact', () => {
    const problem = new Problem('file-damaged', { file: '发票', detail: 'VipsJpeg: Bogus sampling factors' });
    const sentence = explainProblem(problem.toFact(), 'zh-CN');
    expect(sentence).toContain('发票');
    expect(sentence).not.toMatch(/[A-Za-z]{3}/);
    expect(problem.toFact().params.detail).toBe('VipsJpeg: Bogus sampling factors');
  });

  it('leaves the reasons of a packet page alone, which are in words already', () => {
    const words = new Problem('page-unusable', { file: 'a', page: 1, detail: '图片的压缩方式打印不了' });
    expect(explainProblem(words.toFact(), 'zh-CN')).toContain('图片的压缩方式打印不了');
    const bare = new Problem('page-unusable', { file: '发票', page: 1, detail: 'no size' });
    expect(explainProblem(bare.toFact(), 'zh-CN')).not.toMatch(/[A-Za-z]{2}/);
  });
});

it('a path that the system would not open is told without its codes, which stay in the fact', () => {
  const fact = { code: 'path-unreadable' as const, params: { path: '/a.jpg', reason: 'EACCES' } };
  expect(explainProblem(fact, 'zh-CN')).toContain('读不了 /a.jpg（没有权限）');
  expect(explainProblem(fact, 'en')).toContain('/a.jpg cannot be read (you may not)');
  expect(fact.params.reason).toBe('EACCES');
  const strange = { ...fact, params: { path: '/a.jpg', reason: 'EWHATEVER' } };
  expect(explainProblem(strange, 'en')).toContain('(EWHATEVER)');
});
