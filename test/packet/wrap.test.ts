// Lines of the packet's own pages: where they break, and what becomes of one that is too long.

import { describe, expect, test } from 'vitest';
import { PacketFont } from '../../renderer/packet/layout/packet-font.ts';
import { fitLine, wrapText } from '../../renderer/packet/layout/wrap.ts';
import { font as bytes } from './plans.ts';

const font = new PacketFont(bytes);
const wrap = (text: string, signs: number) => wrapText(font, text, 10, signs * 10);

describe('a name written with dots', () => {
  test('breaks between its parts, not inside one', () => {
    expect(wrap('阿卜杜热依木·买买提艾力·努尔麦麦提', 10)).toEqual([
      '阿卜杜热依木·',
      '买买提艾力·',
      '努尔麦麦提',
    ]);
    expect(wrap('我来给古丽巴哈尔·买买提办报销', 9)).toEqual(['我来给古丽巴哈尔·', '买买提办报销']);
  });

  test('breaks anywhere where a part is longer than a line, and loses no sign', () => {
    const name = '古丽巴哈尔·阿卜杜热依木';
    const lines = wrap(name, 3);
    expect(lines.join('')).toBe(name);
    for (const line of lines) expect(font.width(line, 10)).toBeLessThanOrEqual(30.01);
  });

  test('other Chinese text and dots between facts break as ever', () => {
    expect(wrap('昆明医科大学第一附属医院', 5)).toEqual(['昆明医科大', '学第一附属', '医院']);
    expect(wrap('职工医保 · 退休 · 云南省昆明市', 9).join('').replaceAll(' ', '')).toBe(
      '职工医保·退休·云南省昆明市',
    );
  });
});

describe('a line that is too long', () => {
  test('gets smaller down to what can be read, then ends in an ellipsis', () => {
    expect(fitLine(font, '门诊病历', { size: 8, width: 100 })).toEqual({ text: '门诊病历', size: 8 });
    const smaller = fitLine(font, '门诊病历门诊病历门诊', { size: 8, width: 70 });
    expect(smaller).toEqual({ text: '门诊病历门诊病历门诊', size: 7 });
    const cut = fitLine(font, '门诊病历'.repeat(9), { size: 8, width: 70 });
    expect(cut.size).toBe(6.5);
    expect(cut.text).toMatch(/^门诊病历.*…$/);
    expect(font.width(cut.text, cut.size)).toBeLessThanOrEqual(70);
  });
});
