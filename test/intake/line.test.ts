// Files that come together: looked into side by side, kept in the order they were given, whatever becomes of those before them.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { takeInBody } from '../../electron/addresses/intake.ts';
import { openVault } from '../../electron/database/open.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { answer } from '../../electron/handlers/answer.ts';
import type { Context } from '../../electron/handlers/context.ts';
import { enterLine } from '../../electron/intake/line.ts';
import { intakeAddress } from '../../shared/addresses.ts';
import type { Answer, CallOutput } from '../../shared/calls.ts';
import { type IntakeOrder, openLine } from '../../shared/intake-order.ts';
import { personFields, visitFields } from '../handlers/desk.ts';

type Added = CallOutput<'scan.add'>;

const workshop = openWorkshop();
afterAll(() => workshop.close());

let dir: string;
let context: Context;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'guibao-line-'));
  const vault = openVault(join(dir, 'vault'), { access: 'write', way: 'test', create: true });
  context = { vault, workshop, way: 'command-line', now: () => new Date('2026-03-05T06:07:08Z') };
});
afterEach(() => {
  context.vault.close();
  rmSync(dir, { recursive: true, force: true });
});

async function ask<T>(call: string, input: unknown): Promise<T> {
  const told = await answer(context, call, input);
  if (!told.ok) throw new Error(told.problem.code);
  return told.value as T;
}

async function draw(name: string, red: number, width: number): Promise<string> {
  const path = join(dir, name);
  const background = { r: red, g: 200, b: 200 };
  const picture = sharp({ create: { width, height: width, channels: 3, background } });
  writeFileSync(path, await picture.jpeg().toBuffer());
  return path;
}

/** The first takes longest to look into. */
const drawThree = (): Promise<string[]> =>
  Promise.all([draw('1.jpg', 10, 5000), draw('2.jpg', 20, 60), draw('3.jpg', 30, 60)]);

const namesIn = (): unknown =>
  context.vault.db.prepare('SELECT file_name FROM scan ORDER BY row').pluck().all();

async function givePaper(paths: string[]): Promise<Added[]> {
  const { person } = await ask<CallOutput<'person.save'>>('person.save', { id: null, fields: personFields });
  const fields = visitFields(person.id);
  const { visit } = await ask<CallOutput<'visit.save'>>('visit.save', { id: null, fields });
  const nextPlace = openLine();
  const target = { visitId: visit.id, kind: 'itemized-list' };
  return Promise.all(paths.map((path) => ask<Added>('scan.add', { path, target, order: nextPlace() })));
}

test('pages of one paper keep their order though the first file takes longest', async () => {
  const added = await givePaper(await drawThree());
  expect(added.map(({ outcome }) => outcome)).toEqual(['kept', 'kept', 'kept']);
  const pages = context.vault.db
    .prepare('SELECT scan_id FROM paper_page ORDER BY paper_page.position')
    .pluck()
    .all();
  expect(pages).toEqual(added.map(({ scan }) => scan));
});

test('of the same file twice the first is kept and the second is told where it is', async () => {
  const [big = ''] = await drawThree();
  const added = await givePaper([big, big]);
  expect(added.map(({ outcome }) => outcome)).toEqual(['kept', 'duplicate']);
});

test('a refused file lets the next one pass', async () => {
  const paths = await drawThree();
  writeFileSync(paths[0] as string, 'a letter');
  const added = await givePaper(paths);
  expect(added.map(({ outcome }) => outcome)).toEqual(['refused', 'kept', 'kept']);
});

test('a refused file in the middle lets nobody past the ones before it', async () => {
  const paths = await drawThree();
  writeFileSync(paths[1] as string, 'a letter');
  const added = await givePaper(paths);
  expect(added.map(({ outcome }) => outcome)).toEqual(['kept', 'refused', 'kept']);
  expect(namesIn()).toEqual(['1.jpg', '3.jpg']);
});

const upload = async (path: string, order: IntakeOrder, body: BodyInit): Promise<Answer<unknown>> => {
  const address = new URL(intakeAddress(path, null, { order }), 'http://127.0.0.1');
  const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
  return takeInBody(context, new Request(address, init), address.searchParams);
};

test('uploads that overtake each other on the way are kept in their order', async () => {
  const paths = await drawThree();
  const nextPlace = openLine();
  const orders = paths.map(() => nextPlace());
  const bytes = await Promise.all(paths.map((path) => sharp(path).png().toBuffer()));
  const send = (at: number) =>
    upload(`${at + 1}.png`, orders[at] as IntakeOrder, new Uint8Array(bytes[at] as Buffer));
  const told = await Promise.all([send(2), send(1), send(0)]);
  expect(told.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(namesIn()).toEqual(['1.png', '2.png', '3.png']);
});

test('an upload that breaks off in the middle lets the next one pass', async () => {
  const [, path = ''] = await drawThree();
  const nextPlace = openLine();
  const broken = new ReadableStream<Uint8Array>({
    pull: (stream) => stream.error(new Error('gone')),
  });
  const first = upload('1.jpg', nextPlace(), broken).catch(() => 'broken off');
  const second = ask<Added>('scan.add', { path, order: nextPlace() });
  expect(await first).not.toMatchObject({ ok: true });
  expect((await second).outcome).toBe('kept');
});

test('a file whose forerunner never comes is kept after a while', async () => {
  const nextPlace = openLine();
  nextPlace();
  const place = enterLine(context.vault, nextPlace(), 20);
  await place.turn();
  place.leave();
});

test('a file waits for one before it that came, however long that takes', async () => {
  const nextPlace = openLine();
  const slow = enterLine(context.vault, nextPlace(), 20);
  const next = enterLine(context.vault, nextPlace(), 20);
  const turns: string[] = [];
  const waiting = next.turn().then(() => turns.push('next'));
  await new Promise((resolve) => setTimeout(resolve, 60));
  turns.push('slow');
  slow.leave();
  await waiting;
  expect(turns).toEqual(['slow', 'next']);
});
