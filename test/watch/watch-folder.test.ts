// The watched folder with real files: whole ones once, half ones never, refused ones with their reason, across restarts.

import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeSetting } from '../../electron/database/setting.ts';
import { knownFiles, stopWatching } from '../../electron/watch/watch-desk.ts';
import { type FolderWatch, watchFolder } from '../../electron/watch/watch-folder.ts';
import { Problem } from '../../shared/problems.ts';
import { type Desk, setDesk, temporaryFolder } from '../handlers/desk.ts';

const pace = { restMs: 60, emptyRestMs: 200, rescanMs: 100 };
let desk: Desk;
let folder = '';
let watching: FolderWatch[] = [];

beforeEach(() => {
  desk = setDesk();
  folder = temporaryFolder();
});
afterEach(async () => {
  for (const watch of watching) await watch.stop();
  watching = [];
  await stopWatching(desk.vault);
});

function begin(): FolderWatch {
  const watch = watchFolder(desk.context, { folder, pace, known: knownFiles(desk.vault) });
  watching.push(watch);
  return watch;
}
const put = (name: string, text = name) => writeFileSync(join(folder, name), text);
const names = async () => (await desk.ask('inbox.list', {})).map(({ scan }) => scan.fileName).sort();
const outcomes = () =>
  [...knownFiles(desk.vault).values()]
    .map(({ path, outcome }) => `${path.slice(folder.length + 1)} ${outcome}`)
    .sort();
/** Two more whole looks with a rest in between: whatever was going to happen has happened. */
async function settle(watch: FolderWatch): Promise<void> {
  for (let look = 0; look < 4; look += 1) {
    await watch.lookNow();
    await new Promise((done) => setTimeout(done, pace.restMs + 20));
  }
  await watch.lookNow();
}

describe('files that come', () => {
  test('are taken into the inbox once each, those of sub-folders too, and stay untouched where they are', async () => {
    put('scan 1.pdf');
    mkdirSync(join(folder, '2026-03'));
    put('2026-03/scan 2.pdf');
    const before = statSync(join(folder, 'scan 1.pdf'));
    const watch = begin();
    await settle(watch);
    put('scan 3.pdf');
    await expect.poll(names, { timeout: 60_000 }).toEqual(['scan 1.pdf', 'scan 2.pdf', 'scan 3.pdf']);
    await settle(watch);
    expect(await names()).toHaveLength(3);
    const after = statSync(join(folder, 'scan 1.pdf'));
    expect([after.mtimeMs, after.mode, readFileSync(join(folder, 'scan 1.pdf'), 'utf8')]).toEqual([
      before.mtimeMs,
      before.mode,
      'scan 1.pdf',
    ]);
  });

  test('a file that is still growing waits, and comes in whole', async () => {
    const watch = begin();
    const path = join(folder, 'slow.pdf');
    writeFileSync(path, 'part 0\n');
    for (let part = 1; part <= 8; part += 1) {
      await new Promise((done) => setTimeout(done, pace.restMs / 2));
      appendFileSync(path, `part ${part}\n`);
      await watch.lookNow();
    }
    expect(await names()).toEqual([]);
    expect(watch.waiting()).toBe(1);
    await settle(watch);
    const [item] = await desk.ask('inbox.list', {});
    expect(item?.scan.byteLength).toBe(statSync(path).size);
    expect(outcomes()).toEqual(['slow.pdf kept']);
  });

  test('half-written names are passed over until they have their own name', async () => {
    for (const name of ['a.pdf.part', 'b.tmp', 'c.jpg.crdownload', '.hidden.pdf', '~$d.pdf', 'Thumbs.db'])
      put(name);
    const watch = begin();
    await settle(watch);
    expect(await names()).toEqual([]);
    renameSync(join(folder, 'a.pdf.part'), join(folder, 'a.pdf'));
    await settle(watch);
    expect(await names()).toEqual(['a.pdf']);
  });

  test('the same bytes under another name are not taken a second time, even after the inbox was emptied', async () => {
    put('one.pdf', 'same bytes');
    const watch = begin();
    await settle(watch);
    const items = await desk.ask('inbox.list', {});
    await desk.ask('inbox.remove', { ids: items.map(({ id }) => id) });
    put('copy.pdf', 'same bytes');
    renameSync(join(folder, 'one.pdf'), join(folder, 'renamed.pdf'));
    await settle(watch);
    expect(await names()).toEqual([]);
    expect(outcomes()).toEqual(['copy.pdf duplicate', 'one.pdf kept', 'renamed.pdf duplicate']);
  });

  test('what the program already has is remembered as there', async () => {
    const path = desk.file('earlier.pdf', 'known bytes');
    await desk.ask('scan.add', { path });
    put('again.pdf', 'known bytes');
    await settle(begin());
    expect(await names()).toEqual(['earlier.pdf']);
    expect(outcomes()).toEqual(['again.pdf duplicate']);
  });
});

describe('files that are refused', () => {
  test('are listed with the reason and tried again only when they change', async () => {
    let tries = 0;
    const { inspect } = desk.context.workshop;
    desk.context.workshop.inspect = async (path, name) => {
      tries += 1;
      if (readFileSync(path, 'utf8') === 'broken')
        throw new Problem('file-damaged', { file: name, detail: '' });
      return inspect(path, name);
    };
    put('bad.pdf', 'broken');
    const watch = begin();
    await settle(watch);
    await settle(watch);
    expect(tries).toBe(1);
    expect([...knownFiles(desk.vault).values()][0]?.problem?.code).toBe('file-damaged');
    put('bad.pdf', 'mended now');
    await settle(watch);
    expect(tries).toBe(2);
    expect(await names()).toEqual(['bad.pdf']);
  });

  test('a trouble of the disk is not blamed on the file: it is tried again', async () => {
    const { inspect } = desk.context.workshop;
    let full = true;
    desk.context.workshop.inspect = async (path, name) => {
      if (full) throw new Problem('disk-full', { path });
      return inspect(path, name);
    };
    put('a.pdf');
    const watch = begin();
    await settle(watch);
    expect(outcomes()).toEqual([]);
    full = false;
    await settle(watch);
    expect(await names()).toEqual(['a.pdf']);
  });
});

describe('a restart', () => {
  test('takes in what came meanwhile and nothing twice', async () => {
    put('a.pdf');
    const first = begin();
    await settle(first);
    await first.stop();
    const items = await desk.ask('inbox.list', {});
    await desk.ask('inbox.remove', { ids: items.map(({ id }) => id) });
    put('b.pdf');
    await settle(begin());
    expect(await names()).toEqual(['b.pdf']);
  });

  test('what was remembered and cannot be read is no trouble: the file is known again by its bytes', async () => {
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf']) put(name);
    const first = begin();
    await settle(first);
    await first.stop();
    const { db } = desk.vault;
    const broken = ['{ half', '[]', '{"outcome":"kept","sha256":7}'];
    for (const [at, value] of broken.entries())
      writeSetting(db, `watched-file/${join(folder, `${'abc'[at]}.pdf`)}`, value);
    expect(outcomes()).toEqual(['d.pdf kept']);
    await settle(begin());
    expect(outcomes()).toEqual(['a.pdf duplicate', 'b.pdf duplicate', 'c.pdf duplicate', 'd.pdf kept']);
    expect(await names()).toEqual(['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf']);
  });

  test('a stopped watch takes nothing any more', async () => {
    const watch = begin();
    await watch.stop();
    put('a.pdf');
    await new Promise((done) => setTimeout(done, 300));
    expect(await names()).toEqual([]);
  });

  test('a folder that goes away is told, and taken up again when it is back', async () => {
    const watch = begin();
    await settle(watch);
    rmSync(folder, { recursive: true });
    await expect.poll(() => watch.problem()?.code).toBe('path-unreadable');
    mkdirSync(folder);
    put('a.pdf');
    await expect.poll(names, { timeout: 60_000 }).toEqual(['a.pdf']);
    expect(watch.problem()).toBeNull();
  });
});

test('what came while the sample was in the vault comes again after the sample was cleared', async () => {
  writeSetting(desk.vault.db, 'sample', 'yes');
  put('mine.pdf');
  const watch = begin();
  await settle(watch);
  await watch.stop();
  const { copy } = await desk.ask('sample.clear', {});
  expect(copy).not.toBe('');
  expect(await names()).toEqual([]);
  await settle(begin());
  expect(await names()).toEqual(['mine.pdf']);
});

describe('the choice', () => {
  test('what lies there already is left alone when the person wants that', async () => {
    put('old.pdf');
    const told = await desk.ask('watch.set', { folder, on: true, existing: 'leave' });
    expect([told.on, told.waiting, told.arrivals]).toEqual([true, 0, []]);
    put('new.pdf');
    const again = await desk.ask('watch.set', { folder, on: true, existing: 'leave' });
    expect(again.waiting).toBe(1);
    await expect.poll(names, { timeout: 60_000, interval: 200 }).toEqual(['new.pdf']);
    const state = await desk.ask('watch.get', {});
    expect(state.arrivals.map(({ file, outcome }) => [file, outcome])).toEqual([['new.pdf', 'kept']]);
  }, 120_000);

  test('turning off keeps the folder in mind and stops taking', async () => {
    await desk.ask('watch.set', { folder, on: true, existing: 'take' });
    const off = await desk.ask('watch.set', { folder: '', on: false, existing: 'leave' });
    expect([off.folder, off.on]).toEqual([folder, false]);
  });

  test('a folder that is none, a relative path and the folder of the vault are refused', async () => {
    const wish = { on: true, existing: 'take' };
    expect((await desk.refusal('watch.set', { ...wish, folder: join(folder, 'none') })).code).toBe(
      'path-unreadable',
    );
    expect((await desk.refusal('watch.set', { ...wish, folder: 'scans' })).code).toBe('path-unreadable');
    expect((await desk.refusal('watch.set', { ...wish, folder: desk.file('a.txt') })).code).toBe(
      'path-unreadable',
    );
    for (const own of [desk.vault.dir, join(desk.vault.dir, '..')])
      expect((await desk.refusal('watch.set', { ...wish, folder: own })).code).toBe('not-allowed');
    expect((await desk.refusal('dialog.choose-folder', {})).code).toBe('not-allowed');
  });
});
