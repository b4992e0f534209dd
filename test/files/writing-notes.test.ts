// A program that was killed while saving leaves a half file in a folder of the user's: the next start clears it, and only that.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPieceQueue } from '../../electron/files/piece-queue.ts';
import { noteWriting, removeWritingLeftovers } from '../../electron/files/writing-notes.ts';

const killedWhileSaving = (vault: string, out: string): void => {
  const modules = ['writing-notes', 'write-file-whole'].map(
    (name) => new URL(`../../electron/files/${name}.ts`, import.meta.url).href,
  );
  const program = `
    const { noteWriting } = await import(${JSON.stringify(modules[0])});
    const { writeFileWhole } = await import(${JSON.stringify(modules[1])});
    await noteWriting(${JSON.stringify(vault)}, ${JSON.stringify(out)});
    async function* pieces() { yield Buffer.from('%PDF half'); process.kill(process.pid, 'SIGKILL'); await new Promise(() => {}); }
    await writeFileWhole(${JSON.stringify(out)}, pieces());`;
  spawnSync(process.execPath, ['--input-type=module', '-e', program]);
};

test('the half file of a killed program and its note are gone after the next start; other files stay', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guibao-notes-'));
  try {
    const [vault, saved] = [join(folder, 'vault'), join(folder, 'saved')];
    for (const made of [vault, saved]) mkdirSync(made);
    const out = join(saved, 'packet.pdf');
    writeFileSync(out, 'the earlier packet');
    killedWhileSaving(vault, out);
    expect(readdirSync(saved)).toHaveLength(2);
    expect(readdirSync(join(vault, 'writing'))).toHaveLength(1);
    const living = await noteWriting(vault, join(saved, 'other.pdf'));
    await removeWritingLeftovers(vault);
    expect(readdirSync(saved)).toEqual(['packet.pdf']);
    expect(readdirSync(join(vault, 'writing'))).toHaveLength(1);
    await living();
    expect(readdirSync(join(vault, 'writing'))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('whoever hands in a piece waits until it is taken, and hears why it was not', async () => {
  const queue = openPieceQueue();
  const taken: string[] = [];
  const taking = (async () => {
    for await (const piece of queue.pieces) {
      taken.push(Buffer.from(piece).toString());
      if (taken.length === 2) throw new Error('the disk is full');
    }
  })();
  taking.catch(() => undefined);
  await queue.push(Buffer.from('one'));
  expect(taken).toEqual(['one']);
  await expect(queue.push(Buffer.from('two'))).rejects.toThrow();
  await expect(taking).rejects.toThrow('the disk is full');
  await expect(queue.push(Buffer.from('three'))).rejects.toThrow();
});
