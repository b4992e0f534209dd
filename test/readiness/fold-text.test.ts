// Names and hospitals as people and machines write them.

import { describe, expect, test } from 'vitest';
import { foldText, matchHospitals, matchNames } from '../../electron/readiness/fold-text.ts';

test.each([
  ['張國華', '张国华', 'same'],
  ['劉 麗', '刘丽', 'same'],
  ['古丽・买买提', '古丽·买买提', 'same'],
  ['Ｗａｎｇ', 'wang', 'same'],
  ['李䶮', '李龑', 'same'],
  ['李?', '李䶮', 'unclear'],
  ['李\ue5f1', '李䶮', 'unclear'],
  ['李明', '李明明', 'different'],
])('%s and %s: %s', (one, other, match) => {
  expect(matchNames(one, other)).toBe(match);
  expect(matchNames(other, one)).toBe(match);
});

describe('hospitals', () => {
  test.each([
    ['昆明市第一人民医院', '昆明市第一人民医院（北院）', 'same'],
    ['云南省昆明市第一人民医院', '昆明市第一人民医院', 'same'],
    ['昆明市第一人民医院', '昆明市第三人民医院', 'different'],
    ['北京大学第一医院', '北京大学第三医院', 'different'],
    ['西双版纳州人民医院', '西双版纳傣族自治州人民医院', 'similar'],
    ['景洪市人民医院', '昆明市延安医院', 'different'],
  ])('%s and %s: %s', (one, other, match) => expect(matchHospitals(one, other)).toBe(match));
});

test('folding twice changes nothing more', () => {
  for (const name of ['張國華', 'Ｗａｎｇ ', '王秀兰\u{e0100}'])
    expect(foldText(foldText(name))).toBe(foldText(name));
});
