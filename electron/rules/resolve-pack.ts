// Which rules hold for an insured place: city over province over nation, then what the user laid over them.

import type { Cell, ResolvedPack, ResolvedRule } from '../../shared/rules/resolved-pack.ts';
import { subjectOf } from '../../shared/rules/resolved-pack.ts';
import type { AnyRule, Chapter, OverridePack, RulePack } from '../../shared/rules/rule-pack.ts';
import { chapters } from '../../shared/rules/rule-pack.ts';
import { labelRule } from './label-rule.ts';
import { layOverrides } from './lay-overrides.ts';
import { rulesOn } from './rules-on.ts';

export const NATION = '100000';

/** Where and how to hand in says nothing about what is accepted: alone it verifies no place. */
const asideChapters: ReadonlySet<Chapter> = new Set(['channels', 'portals']);

/** Codes whose packs may speak for a place, nearest first. 519900 is the provincial pool that is kept under 510000. */
export function chainOf(place: string): string[] {
  if (place.endsWith('9900')) return [`${place.slice(0, 2)}0000`, NATION];
  return [...new Set([place, `${place.slice(0, 4)}00`, `${place.slice(0, 2)}0000`, NATION])];
}

/** The packs of the chain that are there, nearest first; the pool of a province's own level speaks for itself only. */
export function layersOf<P extends RulePack>(packs: readonly P[], place: string): P[] {
  const chain = chainOf(place);
  return chain.flatMap((code, at) =>
    packs.filter((pack) => pack.place === code && (pack.coversBelow || at === 0)),
  );
}

/**
 * The rules for `place` (six digits; a place nobody wrote a pack for gets what stands above it), with costs of the day
 * `on` (yyyy-mm-dd; without it rules of every time). Rules are inherited by slot: chapter, kind of claim, scheme, subject
 * (situation or case) and place of care. The nearest level that says anything firm in a slot says all of it. Hints
 * (grade C) never displace anything: those of the nearest level that has some are added beside what stands above.
 */
export function resolvePack(
  packs: readonly RulePack[],
  place: string,
  options: { on?: string; overrides?: readonly OverridePack[] } = {},
): ResolvedPack {
  const at = <P extends RulePack>(pack: P): P =>
    options.on === undefined ? pack : rulesOn(pack, options.on);
  const layers = layersOf(packs.map(at), place);
  const inherited = chapters.flatMap((chapter) => resolveChapter(layers, chapter, options.on === undefined));
  const overrides = layersOf((options.overrides ?? []).map(at), place).reverse();
  const rules = overrides.reduce(layOverrides, inherited);
  const firm = rules.filter((one) => !one.hint && one.level !== 'national');
  return {
    place,
    layers: layers.map(({ place, name, level, version }) => ({ place, name, level, version })),
    rules,
    verified: firm.some(({ chapter }) => !asideChapters.has(chapter)),
    verifiedChapters: chapters.filter((chapter) => firm.some((one) => one.chapter === chapter)),
  };
}

/** `ofEveryTime`: rules with a first or last day displace nothing yet; that waits for the day a claim asks about. */
function resolveChapter(layers: readonly RulePack[], chapter: Chapter, ofEveryTime: boolean): ResolvedRule[] {
  const firmly = new Set<string>();
  const hinted = new Set<string>();
  return layers.flatMap((pack) => {
    const found = pack[chapter]
      .map((rule) => labelRule(pack, chapter, rule))
      .map((one) => {
        const free = (cell: Cell) => {
          const slot = slotOf(one.rule, cell);
          return !firmly.has(slot) && !(one.hint && hinted.has(slot));
        };
        return { ...one, cells: one.cells.filter(free) };
      });
    const lasting = found.filter(({ rule }) => !ofEveryTime || (rule.from === null && rule.to === null));
    for (const { rule, hint, cells } of lasting)
      for (const cell of cells) (hint ? hinted : firmly).add(slotOf(rule, cell));
    return found.filter(({ cells }) => cells.length > 0);
  });
}

const slotOf = (rule: AnyRule, cell: Cell): string =>
  `${cell} ${subjectOf(rule)} ${rule.care === null ? '' : JSON.stringify(rule.care)}`;
