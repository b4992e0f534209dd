// A newer edition of the shipped rules, and a file of somebody else's: own rules stay, and what differs is said.

import { expect, test } from 'vitest';
import { listSeenPacks, putSeenPack } from '../../electron/database/rule-pack-seen.ts';
import { shippedPacks } from '../../electron/rules/shipped-packs.ts';
import type { RulePack } from '../../shared/rules/rule-pack.ts';
import { type Desk, setDesk } from './desk.ts';

const PLACE = '532800';
const shipped = (place = PLACE): RulePack => {
  const found = shippedPacks().find((pack) => pack.place === place);
  if (!found) throw new Error(`no pack for ${place}`);
  return structuredClone(found);
};
/** As if this program were a newer one: what was seen is an older edition. */
function seeOlder(desk: Desk, change: (pack: RulePack) => void): RulePack {
  const older = { ...shipped(), version: '2020-01-01' };
  change(older);
  putSeenPack(desk.vault.db, { place: PLACE, version: older.version, pack: older }, 'then');
  return older;
}
const ownPaper = (kind: string) => ({ anyOf: [{ kind }] });
const override = (desk: Desk, ruleId: string, rule: Record<string, unknown> | null, place = PLACE) =>
  desk.ask('rule-pack.override', {
    ...{ place, chapter: 'papers', ruleId, rule, note: '3 月 3 日窗口说的', on: '2026-03-03' },
  });

test('the packs of a person’s place and of all above it are remembered once, as they are shipped', async () => {
  const desk = setDesk();
  await desk.addPerson({ insuredPlaceCode: '532801' });
  const seen = listSeenPacks(desk.vault.db);
  expect(seen.map(({ place }) => place)).toEqual(['100000', '530000', '532800']);
  expect(await desk.ask('rule-pack.updates', {})).toEqual([]);
  const older = seeOlder(desk, () => {});
  await desk.addPerson({ name: '李建国', citizenId: '', insuredPlaceCode: '532800' });
  expect(listSeenPacks(desk.vault.db).find(({ place }) => place === PLACE)?.version).toBe(older.version);
});

test('rules added, removed and changed by an update are shown with what one laid over them, and nothing own is lost', async () => {
  const desk = setDesk();
  await desk.addPerson({ insuredPlaceCode: PLACE });
  const [first, second, third] = shipped().rates;
  if (!first || !second || !third) throw new Error('the pack has too few rates');
  seeOlder(desk, (pack) => {
    pack.rates = pack.rates
      .filter(({ id }) => id !== second.id)
      .map((rule) => (rule.id === first.id ? { ...rule, permille: 1 } : rule));
    pack.rates.push({ ...third, id: `${PLACE}-gone` });
  });
  await desk.ask('rule-pack.override', {
    ...{ place: PLACE, chapter: 'rates', ruleId: first.id, note: '', on: '2026-03-03' },
    rule: { ...first, permille: 777 },
  });
  const [update, ...others] = await desk.ask('rule-pack.updates', { place: '532801' });
  expect(others).toEqual([]);
  expect(update).toMatchObject({ place: PLACE, from: '2020-01-01', to: shipped().version });
  const told = update?.differences.map(({ rule, change, fields, override: own }) => [
    rule,
    change,
    fields,
    own,
  ]);
  expect(told?.sort()).toEqual(
    [
      [first.id, 'changed', ['permille'], 'replaced'],
      [second.id, 'added', [], 'none'],
      [`${PLACE}-gone`, 'removed', [], 'none'],
    ].sort(),
  );
  const { undo } = await desk.ask('rule-pack.accept', { place: PLACE });
  expect(await desk.ask('rule-pack.updates', {})).toEqual([]);
  const { pack } = await desk.ask('rule-pack.get', { place: PLACE });
  expect(pack.rules.find(({ rule }) => rule.id === first.id)).toMatchObject({
    level: 'own',
    rule: { permille: 777 },
  });
  await desk.ask('undo.apply', { steps: undo });
  expect(await desk.ask('rule-pack.updates', {})).toEqual([update]);
});

test('an edition of a shape this program does not know is named without differences', async () => {
  const desk = setDesk();
  putSeenPack(desk.vault.db, { place: PLACE, version: '2099-01-01', pack: { later: true } }, 'then');
  expect(await desk.ask('rule-pack.updates', {})).toMatchObject([
    { place: PLACE, from: '2099-01-01', differences: [] },
  ]);
});

test('a shared file adds what is new, keeps own rules that differ, and gives way only where asked to', async () => {
  const theirs = setDesk();
  await override(theirs, 'own-a', ownPaper('household-register'));
  await override(theirs, 'own-b', ownPaper('bank-card'));
  await override(theirs, 'own-c', ownPaper('agent-letter'));
  const { text } = await theirs.ask('rule-pack.export', { place: PLACE });
  const desk = setDesk();
  await override(desk, 'own-b', ownPaper('bank-card'));
  await override(desk, 'own-c', ownPaper('death-certificate'));
  const kinds = async () =>
    Object.fromEntries(
      (await desk.ask('rule-pack.get', { place: PLACE })).overrides.map(({ ruleId, rule }) => [
        ruleId,
        (rule as { anyOf: { kind: string }[] }).anyOf[0]?.kind,
      ]),
    );
  const before = await kinds();
  const preview = await desk.ask('rule-pack.preview', { text });
  expect(preview.rules.map(({ ruleId, standing }) => [ruleId, standing])).toEqual([
    ['own-a', 'new'],
    ['own-b', 'same'],
    ['own-c', 'differs'],
  ]);
  const kept = await desk.ask('rule-pack.import', { text });
  expect(kept.kept).toEqual(['own-c']);
  expect(kept.overrides.map(({ ruleId }) => ruleId)).toEqual(['own-a']);
  expect(await kinds()).toEqual({ ...before, 'own-a': 'household-register' });
  await desk.ask('undo.apply', { steps: kept.undo });
  expect(await kinds()).toEqual(before);
  const taken = await desk.ask('rule-pack.import', { text, replace: ['own-c'] });
  expect(taken.kept).toEqual([]);
  expect(await kinds()).toEqual({ ...before, 'own-a': 'household-register', 'own-c': 'agent-letter' });
  await desk.ask('undo.apply', { steps: taken.undo });
  expect(await kinds()).toEqual(before);
});

test('a place for which nothing is shipped is listed once it has own rules, by the name people give it', async () => {
  const desk = setDesk();
  await desk.addPerson({ insuredPlaceCode: '621000', insuredPlaceName: '庆阳市' });
  const places = async () => (await desk.ask('rule-pack.list', {})).map(({ place }) => place);
  expect(await places()).not.toContain('621000');
  const { undo } = await override(desk, 'own-a', ownPaper('household-register'), '621000');
  const listed = (await desk.ask('rule-pack.list', {})).find(({ place }) => place === '621000');
  expect(listed).toMatchObject({ name: { 'zh-CN': '庆阳市' }, level: 'city', rules: 0, overrides: 1 });
  await desk.ask('undo.apply', { steps: undo });
  expect(await places()).not.toContain('621000');
});

test('the list says of a place what its screen says: whether local rules speak, also through its province or one’s own', async () => {
  const desk = setDesk();
  const verified = async () =>
    new Map((await desk.ask('rule-pack.list', {})).map((one) => [one.place, one.verified]));
  const listed = await verified();
  for (const place of ['100000', '430100', '420100', '532800', '530100']) {
    const { pack } = await desk.ask('rule-pack.get', { place });
    expect([place, listed.get(place)]).toEqual([place, pack.verified]);
  }
  expect([listed.get('420100'), listed.get('430100')]).toEqual([false, true]);
  await override(desk, 'own-a', ownPaper('household-register'), '420100');
  expect((await verified()).get('420100')).toBe(true);
});
