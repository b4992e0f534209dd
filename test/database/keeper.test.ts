// The thread that keeps files: what it acknowledged is there, a changed file is refused, and a closed vault is one whole file.

import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { KeepWish } from '../../electron/database/keep-file.ts';
import { keepInThread, writeInTurn } from '../../electron/database/keeper.ts';
import { openVault, VAULT_FILE } from '../../electron/database/open.ts';
import { findScan, readScanBytes } from '../../electron/database/scan.ts';

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guibao-keeper-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const openIn = (folder: string) =>
  openVault(join(folder, 'vault'), { access: 'write', way: 'command-line', create: true });

function putFile(folder: string, serial: number, size = 2_000_000): KeepWish {
  const bytes = Buffer.alloc(size, serial);
  const path = join(folder, `${serial}`);
  writeFileSync(path, bytes);
  return {
    path,
    name: `${serial}`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    fileName: `${serial}`,
    mediaType: 'image/jpeg',
    pages: [{ width: 1, height: 1, unit: 'px', mirrored: false, turn: 0 }],
    looks: [],
    source: { way: 'command-line', name: `${serial}` },
    time: new Date(0).toISOString(),
  };
}

test('files kept and things written in between are all there, the same file once', async () => {
  const folder = makeFolder();
  const vault = openIn(folder);
  const wishes = [1, 2, 3].map((serial) => putFile(folder, serial));
  const [first] = wishes;
  if (!first) throw new Error('no file');
  const kept = Promise.all([...wishes, first].map((wish) => keepInThread(vault, wish)));
  const seen = await writeInTurn(vault, () =>
    wishes.map(({ sha256 }) => findScan(vault.db, sha256)?.fileName),
  );
  expect(await kept).toEqual(['kept', 'kept', 'kept', 'known']);
  expect(seen).toEqual(['1', '2', '3']);
  for (const { sha256 } of wishes)
    expect(createHash('sha256').update(readScanBytes(vault.db, sha256)).digest('hex')).toBe(sha256);
  vault.close();
});

test('other writes wait at least as long for the thread as the thread waits for them', () => {
  const vault = openIn(makeFolder());
  expect(vault.db.pragma('busy_timeout', { simple: true })).toBeGreaterThanOrEqual(20_000);
  vault.close();
});

test('a file that has changed or is gone is refused, and the next one is kept', async () => {
  const folder = makeFolder();
  const vault = openIn(folder);
  const changed = putFile(folder, 4);
  writeFileSync(changed.path, 'something else');
  const gone = putFile(folder, 5);
  rmSync(gone.path);
  const [one, two, three] = await Promise.allSettled([
    keepInThread(vault, changed),
    keepInThread(vault, gone),
    keepInThread(vault, putFile(folder, 6)),
  ]);
  expect(one).toMatchObject({ reason: { code: 'file-damaged', params: { file: '4' } } });
  expect(two).toMatchObject({ reason: { code: 'path-unreadable', params: { reason: 'ENOENT' } } });
  expect(three).toMatchObject({ value: 'kept' });
  vault.close();
});

test('a vault closed while files are kept is one whole file with everything that was acknowledged', async () => {
  const folder = makeFolder();
  const vault = openIn(folder);
  const wishes = Array.from({ length: 8 }, (_, at) => putFile(folder, 10 + at));
  const asked = wishes.map((wish) => keepInThread(vault, wish));
  await asked[0];
  await asked[1];
  vault.close();
  const outcomes = await Promise.allSettled(asked);
  for (const suffix of ['-wal', '-shm'])
    expect(existsSync(join(folder, 'vault', VAULT_FILE + suffix))).toBe(false);
  const again = openIn(folder);
  expect(again.db.pragma('integrity_check', { simple: true })).toBe('ok');
  outcomes.forEach((outcome, at) => {
    const { sha256 = '' } = wishes[at] ?? {};
    if (outcome.status === 'fulfilled') expect(findScan(again.db, sha256)).toBeDefined();
    else expect(outcome.reason).toMatchObject({ code: 'cancelled' });
  });
  expect(outcomes.slice(0, 2).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  again.close();
});
