// The pages of a paper and of a scan that waits: whatever the window does to them is done by name from the command line.

import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openVault } from '../../electron/database/open.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { answer } from '../../electron/handlers/answer.ts';
import type { Context } from '../../electron/handlers/context.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/calls.ts';
import type { PaperPage } from '../../shared/domain.ts';
import { formatEdit } from '../../shared/page-edit.ts';
import { personFields, visitFields } from '../handlers/desk.ts';
import { makeFolder, runGuibao } from './run-guibao.ts';

const folder = makeFolder();
const vaultDir = folder.at('vault');
let visit = '';
let other = '';
let item = '';

beforeAll(async () => {
  const workshop = openWorkshop();
  const vault = openVault(vaultDir, { access: 'write', way: 'test', create: true });
  const context: Context = { vault, workshop, way: 'command-line', now: () => new Date() };
  const call = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const reply = await answer(context, name, input);
    if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
    return reply.value as CallOutput<N>;
  };
  const { person } = await call('person.save', { id: null, fields: personFields });
  visit = (await call('visit.save', { id: null, fields: visitFields(person.id) })).visit.id;
  other = (await call('visit.save', { id: null, fields: visitFields(person.id, { date: '2026-04-01' }) }))
    .visit.id;
  for (const [name, fill] of [
    ['a', '#c0a080'],
    ['b', '#80a0c0'],
    ['c', '#a0c080'],
  ] as const) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="800"><rect width="600" height="800" fill="#402f20"/>
      <polygon points="60,60 540,50 550,750 50,740" fill="#f5f2ea"/><rect x="120" y="120" width="200" height="80" fill="${fill}"/></svg>`;
    writeFileSync(folder.at(`${name}.jpg`), await sharp(Buffer.from(svg)).jpeg().toBuffer());
    const target = name === 'c' ? null : { visitId: visit, kind: 'invoice' as const };
    await call('scan.add', { path: folder.at(`${name}.jpg`), target });
  }
  item = (await call('inbox.list', {}))[0]?.id ?? '';
  await workshop.close();
  vault.close();
}, 180_000);
afterAll(() => folder.remove());

const run = (...words: string[]) => runGuibao(['--vault', vaultDir, ...words]);
const ask = async (...words: string[]) => {
  const { code, err, out } = await run('--json', ...words);
  expect({ code, err }, words.join(' ')).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
};
const text = (pages: PaperPage[]) => pages.map(({ turn, edit }) => `${turn}/${edit ? formatEdit(edit) : ''}`);
const back = (undo: unknown) => ask('call', 'undo.apply', JSON.stringify({ steps: undo }));

/** How a paper and a waiting scan are named, and where the pages stand in what a write answers. */
const holders = () => [
  { name: ['paper'], of: [visit, '--kind', 'invoice'], pages: 'paper' },
  { name: ['inbox'], of: [item], pages: 'item' },
];

test('turning, cutting, making clear, mirroring, splitting, ordering, taking off and resetting, for a paper and for a waiting scan', async () => {
  for (const { name, of, pages } of holders()) {
    const before = (await ask(...name, 'pages', ...of)).pages as PaperPage[];
    const act = async (verb: string, ...words: string[]) => {
      const made = await ask(...name, verb, ...of, ...words);
      return { pages: text(made[pages].pages as PaperPage[]), undo: made.undo };
    };
    const rest = before.slice(1).map(() => '0/');
    expect((await act('turn', '--page', '1')).pages).toEqual(['90/', ...rest]);
    expect((await act('turn', '--page', '1', '--by', '270')).pages).toEqual(['0/', ...rest]);
    const crop = ['--page', '1', '--crop', '0.1,0.1,0.8,0.8'];
    expect((await act('edit', ...crop)).pages[0]).toBe('0/r10000-10000-80000-80000');
    expect((await act('edit', '--page', '1', '--corners', 'auto', '--clear')).pages[0]).toMatch(/^0\/q.*_p$/);
    expect((await act('edit', '--page', '1', '--mirror')).pages[0]).toMatch(/^0\/m_q.*_p$/);
    expect((await act('edit', '--page', '1', '--reset')).pages).toEqual(['0/', ...rest]);
    const split = await act('edit', '--page', '1', '--split');
    expect(split.pages).toEqual(['0/hl', '0/hr', ...rest]);
    // Pages that are not named stay.
    expect((await act('pages', '--order', '2')).pages).toEqual(['0/hr', '0/hl', ...rest]);
    expect((await act('pages', '--order', '2')).pages).toEqual(split.pages);
    expect((await act('pages', '--order', '2,1,3'.slice(0, 3 + 2 * rest.length))).pages.slice(0, 2)).toEqual([
      '0/hr',
      '0/hl',
    ]);
    const off = await act('remove-pages', '--page', '1');
    expect(off.pages).toEqual(['0/hl', ...rest]);
    await back(off.undo);
    await back(split.undo);
    expect((await ask(...name, 'pages', ...of)).pages).toEqual(before);
  }
}, 300_000);

test('a scan is shown with the hints of its pages as they are used', async () => {
  const [{ scan }] = (await ask('paper', 'pages', visit, '--kind', 'invoice')).pages;
  expect((await ask('scan', 'show', scan)).shown).toEqual([]);
  const { undo } = await ask(
    ...['paper', 'edit', visit, '--kind', 'invoice', '--page', '1'],
    ...['--crop', '0.2,0.1,0.3,0.3'],
  );
  const [used] = (await ask('scan', 'show', scan)).shown;
  const small = used.findings.find((one: { code: string }) => one.code === 'low-resolution');
  expect([used.page, small.measure]).toEqual([0, 22]);
  expect((await run('scan', 'show', scan)).out).toMatch(/修整成 {2}↻0° {2}r20000-10000-30000-30000\n +!! /);
  await back(undo);
}, 180_000);

test('pages go to another visit and to the inbox and come back; the last page of a waiting scan takes it to the removed ones', async () => {
  const moved = await ask(
    ...['paper', 'move', visit, '--kind', 'invoice', '--page', '2'],
    ...['--to-visit', other, '--to-kind', 'prescription'],
  );
  expect([moved.from.pages.length, moved.to.visitId, moved.to.pages.length]).toEqual([1, other, 1]);
  await back(moved.undo);
  const sent = await ask('paper', 'to-inbox', visit, '--kind', 'invoice', '--page', '1');
  expect(sent.items.map((one: { scan: { fileName: string } }) => one.scan.fileName)).toEqual(['a.jpg']);
  expect((await ask('inbox', 'list')).length).toBe(2);
  await back(sent.undo);
  expect((await ask('inbox', 'list')).length).toBe(1);
  await ask('inbox', 'remove-pages', item, '--page', '1');
  expect(await ask('inbox', 'list')).toEqual([]);
  const [gone] = await ask('trash', 'list');
  expect(gone.scan.fileName).toBe('c.jpg');
  await ask('trash', 'restore', gone.scan.id);
  expect((await ask('inbox', 'list')).map(({ id }: { id: string }) => id)).toEqual([item]);
}, 180_000);

test('a page that is not there, and a paper of a name nobody gave, are refused; help names every command', async () => {
  const beyond = await run('inbox', 'turn', item, '--page', '7');
  expect(beyond.code).not.toBe(0);
  expect(beyond.err).toContain('[not-found]');
  const named = await run('paper', 'pages', visit, '--kind', 'invoice', '--named', '化验单');
  expect(named.err).toContain('化验单');
  const help = (await run('inbox', '--help')).out + (await run('paper', '--help')).out;
  for (const verb of ['pages', 'turn', 'edit', 'remove-pages', 'to-inbox', 'move', 'restore'])
    expect(help).toContain(verb);
}, 180_000);
