// An area's words in both languages; the English must have the very keys of the Chinese.

import type { Language } from '../../shared/domain.ts';

type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };

/** `const` keeps the keys typed; the second language is held to the first one's shape by the compiler. */
export function both<const T>(chinese: T, english: Shape<NoInfer<T>>): Record<Language, Shape<T>> {
  return { 'zh-CN': chinese as Shape<T>, en: english };
}
