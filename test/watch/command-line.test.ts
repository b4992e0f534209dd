// guibao watch and guibao phone as real processes.

import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findLanAddresses } from '../../electron/phone/lan.ts';
import { makeFolder, runGuibao } from '../command-line/run-guibao.ts';

let folder: ReturnType<typeof makeFolder>;
beforeEach(() => {
  folder = makeFolder();
  mkdirSync(folder.at('scans'));
});
afterEach(() => folder.remove());

const draw = async (name: string, shade: number) =>
  writeFileSync(
    folder.at(`scans/${name}`),
    await sharp({ create: { width: 60, height: 80, channels: 3, background: { r: shade, g: 9, b: 9 } } })
      .png()
      .toBuffer(),
  );
const guibao = (...words: string[]) => runGuibao(['--vault', folder.at('vault'), ...words]);
const inbox = async () =>
  (JSON.parse((await guibao('--json', 'inbox', 'list')).out) as { scan: { fileName: string } }[]).map(
    ({ scan }) => scan.fileName,
  );

test('guibao watch --once takes in what lies in the folder, once, and tells what was refused', async () => {
  await guibao('init');
  await draw('a.png', 10);
  writeFileSync(folder.at('scans/notes.pdf'), 'no paper');
  writeFileSync(folder.at('scans/half.pdf.part'), 'half');
  const first = await guibao('watch', folder.at('scans'), '--once');
  expect(first.out).toContain('a.png');
  expect(first.out).toContain('[file-type-unsupported]');
  expect(first.code).toBe(1);
  await draw('b.png', 200);
  const beside = relative(tmpdir(), folder.at('scans'));
  const second = await guibao('--json', 'watch', beside, '--once');
  expect(JSON.parse(second.out)).toEqual([{ file: 'b.png', outcome: 'kept', problem: null }]);
  expect([second.code, await inbox()]).toEqual([0, ['a.png', 'b.png']]);
}, 60_000);

test('guibao watch goes on until Ctrl+C and then closes cleanly', async () => {
  await guibao('init');
  const launcher = fileURLToPath(new URL('../../electron/guibao.mjs', import.meta.url));
  const child = spawn(process.execPath, [
    launcher,
    '--vault',
    folder.at('vault'),
    'watch',
    folder.at('scans'),
  ]);
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.resume();
  const ended = new Promise<number | null>((settle) => child.on('close', settle));
  await draw('late.png', 77);
  await expect.poll(() => out, { timeout: 30_000 }).toContain('late.png');
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(await inbox()).toEqual(['late.png']);
}, 60_000);

test('guibao phone says plainly when there is no home network', async ({ skip }) => {
  if (findLanAddresses(networkInterfaces()).length > 0) return skip('this machine is in a home network');
  await guibao('init');
  const told = await guibao('phone');
  expect([told.code, told.err]).toEqual([1, '电脑现在没有连上家里的网络：请连上无线网或路由器再试。\n']);
}, 30_000);

test('guibao phone wants the visit and the kind of paper together', async () => {
  await guibao('init');
  expect((await guibao('phone', '--kind', 'invoice')).err).toContain('[input-invalid]');
}, 30_000);
