// What a user lays over the rules survives a newer edition, and taking it away leaves what was there.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeUpdate } from '../../electron/rules/merge-update.ts';
import { resolvePack } from '../../electron/rules/resolve-pack.ts';
import { shippedPacks } from '../../electron/rules/shipped-packs.ts';
import { schemes } from '../../shared/domain.ts';
import { pickRules, type ResolvedPack } from '../../shared/rules/resolved-pack.ts';
import { type Chapter, chapters, type OverridePack, type RulePack } from '../../shared/rules/rule-pack.ts';
import { claimKinds } from '../../shared/rules/rule-parts.ts';
import { makeOverrides, makePack, months, paper } from './sample-packs.ts';

const packs = shippedPacks();
const places = packs.map(({ place }) => place);

/** Overrides that replace some rules of a place by themselves under the user's name, switch some off and add one. */
const anyOverrides = fc
  .tuple(fc.constantFrom(...places), fc.infiniteStream(fc.nat(5)), fc.boolean())
  .map(([place, dice, adds]) => {
    const resolved = resolvePack(packs, place).rules;
    const changed: Partial<Record<Chapter, unknown[]>> = {};
    const off: string[] = [];
    for (const { chapter, rule } of resolved) {
      const { value } = dice.next();
      if (value === 0) off.push(rule.id);
      if (value !== 1) continue;
      changed[chapter] = [...(changed[chapter] ?? []), { ...rule, source: 'counter' }];
    }
    if (adds)
      changed.papers = [
        ...(changed.papers ?? []),
        paper('own-added', 'household-register', { source: 'counter' }),
      ];
    return { place, off, changed, overrides: makeOverrides(place, changed, off), adds };
  });

describe('overrides over shipped packs', () => {
  it('change what they name and nothing else', () => {
    fc.assert(
      fc.property(anyOverrides, ({ place, overrides, off, changed, adds }) => {
        const before = resolvePack(packs, place);
        const after = resolvePack(packs, place, { overrides: [overrides] });
        const replaced = Object.values(changed).flat().length - (adds ? 1 : 0);
        expect(after.rules).toHaveLength(before.rules.length - off.length + (adds ? 1 : 0));
        expect(after.rules.filter(({ level }) => level === 'own')).toHaveLength(replaced + (adds ? 1 : 0));
        const untouched = after.rules.filter(({ level }) => level !== 'own');
        for (const one of untouched) expect(before.rules).toContainEqual(one);
        for (const one of after.rules) {
          const old = before.rules.find(({ rule }) => rule.id === one.rule.id);
          if (old) expect(one.cells).toEqual(old.cells);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leave the original when they are taken away, and never touch the packs', () => {
    fc.assert(
      fc.property(anyOverrides, ({ place, overrides }) => {
        const written = JSON.stringify(packs);
        const before = resolvePack(packs, place);
        resolvePack(packs, place, { overrides: [overrides] });
        const emptied = makeOverrides(place, {});
        expect(resolvePack(packs, place, { overrides: [emptied] })).toEqual(before);
        expect(resolvePack(packs, place)).toEqual(before);
        expect(JSON.stringify(packs)).toBe(written);
      }),
      { numRuns: 60 },
    );
  });

  it('come back the same from a newer edition, whatever it brings', () => {
    const edition = fc
      .subarray(['a', 'b', 'c', 'd'])
      .chain((ids) =>
        fc.tuple(...ids.map((id) => fc.integer({ min: 1, max: 4 }).map((count) => ({ id, count })))),
      );
    const asPack = (rules: { id: string; count: number }[]): RulePack =>
      makePack('990100', { deadlines: rules.map(({ id, count }) => months(`990100-${id}`, count)) });
    fc.assert(
      fc.property(edition, edition, (old, now) => {
        const mine = makeOverrides('990100', { deadlines: [months('990100-a', 9, { source: 'counter' })] }, [
          '990100-b',
        ]);
        const merged = mergeUpdate(asPack(old), asPack(now), mine);
        expect({ ...merged.overrides, basedOn: '' }).toEqual({ ...mine, basedOn: '' });
        const same = (id: string) =>
          old.find((one) => one.id === id)?.count === now.find((one) => one.id === id)?.count;
        const expected = ['a', 'b', 'c', 'd'].filter((id) => !same(id)).map((id) => `990100-${id}`);
        expect(merged.differences.map(({ rule }) => rule).sort()).toEqual(expected);
      }),
    );
  });
});

describe('the day of the costs', () => {
  const anyDay = fc
    .date({ min: new Date('2021-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
  const anyWish = fc.record({
    claim: fc.constantFrom(...claimKinds),
    scheme: fc.constantFrom(...schemes),
    carePlace: fc.constantFrom('', ...places),
  });

  it('may be asked when resolving or when picking: the rules are the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places, '360400', '530400'), anyDay, anyWish, (place, date, wish) => {
        const always = resolvePack(packs, place);
        const then = resolvePack(packs, place, { on: date });
        for (const chapter of chapters) {
          const ids = (pack: ResolvedPack) =>
            pickRules(pack, chapter, { ...wish, date }).map(({ rule }) => rule.id);
          expect(ids(always)).toEqual(ids(then));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('mergeUpdate', () => {
  const old = makePack('990100', {
    deadlines: [months('990100-kept', 12), months('990100-changed', 12), months('990100-gone', 1)],
  });
  const now = {
    ...makePack('990100', {
      deadlines: [months('990100-kept', 12), months('990100-changed', 6), months('990100-new', 3)],
    }),
    version: '2027-01-01',
  };
  const mine: OverridePack = makeOverrides(
    '990100',
    { deadlines: [months('990100-changed', 9, { source: 'counter' })] },
    ['990100-gone'],
  );

  it('lists what was added, removed and changed, and what the user laid over it', () => {
    const { differences, overrides } = mergeUpdate(old, now, mine);
    expect(differences.map(({ rule, change, fields, override }) => [rule, change, fields, override])).toEqual(
      [
        ['990100-changed', 'changed', ['terms'], 'replaced'],
        ['990100-gone', 'removed', [], 'off'],
        ['990100-new', 'added', [], 'none'],
      ],
    );
    expect(overrides).toEqual({ ...mine, basedOn: '2027-01-01' });
  });

  it('notices a source that became older, newer or better', () => {
    const sources = old.sources.map((one) => (one.id === 'firm' ? { ...one, grade: 'B' as const } : one));
    const { differences } = mergeUpdate(old, { ...old, sources }, null);
    expect(differences.map(({ fields }) => fields)).toEqual([['source'], ['source'], ['source']]);
  });

  it('counts every rule of a first edition as added', () => {
    const [pack] = packs;
    if (!pack) throw new Error('no packs');
    const { differences, overrides } = mergeUpdate(null, pack, null);
    const count = chapters.reduce((sum, chapter) => sum + pack[chapter].length, 0);
    expect(differences.filter(({ change }) => change === 'added')).toHaveLength(count);
    expect(overrides).toBeNull();
    expect(mergeUpdate(pack, pack, null).differences).toEqual([]);
  });
});
