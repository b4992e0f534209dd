// Kills the program at random moments while 50 files come in, until 10 kills fell between the first and the last file;
// GUIBAO_LONG=1 makes it 200.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { openVault } from '../../electron/database/open.ts';
import { readScanBytes } from '../../electron/database/scan.ts';
import { writePdf } from '../engine/made-files.ts';
import { setDesk, temporaryFolder } from '../handlers/desk.ts';
import { openDice } from './mutate.ts';

const TIMES = process.env.GUIBAO_LONG === '1' ? 200 : 10;

async function makeFiles(folder: string): Promise<string[]> {
  const picture = await sharp({ create: { width: 600, height: 800, channels: 3, background: '#eee' } })
    .jpeg()
    .toBuffer();
  return Array.from({ length: 50 }, (_, serial) => {
    const path = join(folder, `${serial}.${serial % 5 === 0 ? 'pdf' : 'jpg'}`);
    const pdf = writePdf([
      `<< /Type /Catalog /Pages 2 0 R /Serial ${serial} >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 100] >>',
      '<< /Type /Page /Parent 2 0 R >>',
    ]);
    writeFileSync(path, serial % 5 === 0 ? pdf : Buffer.concat([picture, Buffer.from(`photo ${serial}`)]));
    return path;
  });
}

/** Names of the files that were acknowledged before the end. */
function runAndKill(dir: string, paths: string[], after: number): Promise<string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'kill-child.ts'), dir, ...paths], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on('data', (chunk) => {
    timer ??= setTimeout(() => child.kill('SIGKILL'), after);
    said += String(chunk);
  });
  const early = setTimeout(() => child.kill('SIGKILL'), 20_000);
  return new Promise((resolve) => {
    child.once('close', () => {
      clearTimeout(timer);
      clearTimeout(early);
      resolve(said.split('\n').slice(0, -1));
    });
  });
}

test('after a kill at any moment the vault is sound and holds every acknowledged file byte for byte', async () => {
  const folder = temporaryFolder();
  const paths = await makeFiles(folder);
  const dice = openDice(7);
  const acknowledged: number[] = [];
  const between = () => acknowledged.filter((count) => count < 50).length;
  // Kills are spread over the time a run takes on this machine now: a run that ends first makes the next kill come earlier.
  let spread = 1500;
  while (between() < TIMES) {
    expect(acknowledged.length, 'runs until enough kills came in time').toBeLessThan(TIMES * 3);
    const dir = join(folder, `vault-${acknowledged.length}`);
    const names = await runAndKill(dir, paths, dice() * spread);
    spread *= names.length === 50 ? 0.85 : 1.03;
    acknowledged.push(names.length);
    const desk = setDesk(dir);
    expect(await desk.ask('vault.check', {})).toMatchObject({ ok: true, troubles: [] });
    for (const name of names) {
      const bytes = readFileSync(join(folder, name));
      const id = createHash('sha256').update(bytes).digest('hex');
      expect(Buffer.from(readScanBytes(desk.vault.db, id)).equals(bytes), name).toBe(true);
      expect((await desk.ask('scan.get', { id })).places).toEqual(['inbox']);
    }
    desk.vault.close();
    const again = openVault(dir, { access: 'read', way: 'command-line' });
    again.close();
    rmSync(dir, { recursive: true, force: true });
  }
  process.stdout.write(`${JSON.stringify({ between: between(), acknowledged })}\n`);
}, 3_600_000);
