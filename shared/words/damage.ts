// What a decoder says about a damaged file, as a plain sentence: its own words are English and for programmers.

import type { Language } from '../domain.ts';
import type { ProblemFact, ProblemParams } from '../problems.ts';
import { describeReason } from './system-reasons.ts';
import { nameThing } from './things.ts';

/** In this order: the first that fits names the kind. `other` fits everything. */
const signs = {
  changed: /changed while it was being read/i,
  stopped: /decoder stopped/i,
  archive: /archive has no end|broken list|lost inside|packing method|check sum/i,
  pdf: /readable PDF|encryption of an unknown kind|written anew|pages could not be copied/i,
  rare: /unsupported|not supported|data precision|whole number of bytes|channel limit|out of range|compression scheme/i,
  empty: /no picture inside|no size/i,
  short: /premature|truncat|too short|unexpected end|bad seek|read error|byte count|outside/i,
  other: /(?:)/,
} as const;
type Kind = keyof typeof signs;

const words: Record<Language, Record<Kind, string>> = {
  'zh-CN': {
    changed: '读取的时候文件变了',
    stopped: '打开它的时候出了错',
    archive: '压缩包坏了，里面的内容取不出来',
    pdf: '这份 PDF 打不开',
    rare: '图片的存法很少见，这里读不了',
    empty: '里面没有能显示的图片',
    short: '后面缺了一部分，像是没有传完',
    other: '内容坏了，读不出来',
  },
  en: {
    changed: 'it changed while it was being read',
    stopped: 'opening it went wrong',
    archive: 'the archive is broken and its content cannot be taken out',
    pdf: 'this PDF cannot be opened',
    rare: 'the picture is stored in a rare way that cannot be read here',
    empty: 'there is no picture inside that can be shown',
    short: 'a part is missing at the end, as after a broken transfer',
    other: 'its content is broken and cannot be read',
  },
};

export function describeDamage(detail: string, language: Language): string {
  const kinds = Object.keys(signs) as Kind[];
  return words[language][kinds.find((kind) => signs[kind].test(detail)) ?? 'other'];
}

/** The parameters of a problem as people read them; the words of a decoder stay in the fact itself. */
export function readableParams({ code, params }: ProblemFact, language: Language): ProblemParams {
  const { detail, reason, what } = params;
  if ((code === 'not-found' || code === 'has-dependents') && typeof what === 'string')
    return { ...params, what: nameThing(what, language) };
  if (code === 'path-unreadable' || code === 'path-unwritable')
    return { ...params, reason: describeReason(String(reason ?? ''), language) };
  if (code === 'file-damaged') return { ...params, detail: describeDamage(String(detail ?? ''), language) };
  if (code !== 'page-unusable' || typeof detail !== 'string') return params;
  // A page's own reasons are in words already; what comes from a decoder is plain ASCII.
  const technical = /^[\x20-\x7e]*$/.test(detail) && (language !== 'en' || signs.empty.test(detail));
  return technical ? { ...params, detail: describeDamage(detail, language) } : params;
}
