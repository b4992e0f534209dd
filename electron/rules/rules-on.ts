// The rules of a pack that are in force for costs of one day.

import type { Chapter, RulePack } from '../../shared/rules/rule-pack.ts';
import { chapters } from '../../shared/rules/rule-pack.ts';

type Span = { from: string | null; to: string | null };

/** `on` yyyy-mm-dd; the ends may be known only to the month or year and count with all their days. */
function covers({ from, to }: Span, on: string): boolean {
  const begun = from === null || on >= from;
  return begun && (to === null || on.slice(0, to.length) <= to);
}

/** The same pack without the rules that were not, or are no longer, valid on that day. */
export function rulesOn<P extends RulePack>(pack: P, on: string): P {
  const inForce = covers({ from: pack.effectiveFrom, to: pack.effectiveTo }, on);
  const keep = (chapter: Chapter) => pack[chapter].filter((rule) => inForce && covers(rule, on));
  return { ...pack, ...Object.fromEntries(chapters.map((chapter) => [chapter, keep(chapter)])) };
}
