// Killed at a random moment of an export: the earlier packet is whole or the new one is, and nothing is left lying about.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { writeFileWhole } from '../../electron/files/write-file-whole.ts';

const ROUNDS = process.env.GUIBAO_LONG === '1' ? 100 : 10;
const writer = fileURLToPath(new URL('../bench/write-packet.ts', import.meta.url));
const noise = { type: 'gaussian' as const, mean: 200, sigma: 30 };

test(`killed ${ROUNDS} times during an export, never half a packet`, { timeout: 600_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guibao-kill-'));
  try {
    const [scans, saved] = [join(folder, 'scans'), join(folder, 'saved')];
    for (const dir of [scans, saved]) mkdirSync(dir);
    const first = join(scans, '000.jpg');
    const photo = sharp({ create: { width: 1500, height: 2000, channels: 3, background: '#fff', noise } });
    writeFileSync(first, await photo.jpeg().toBuffer());
    for (let page = 1; page < 60; page++)
      copyFileSync(first, join(scans, `${String(page).padStart(3, '0')}.jpg`));
    const out = join(saved, 'packet.pdf');
    const begun = performance.now();
    await once(spawn(process.execPath, [writer, scans, out], { stdio: 'ignore' }), 'exit');
    const whole = performance.now() - begun;
    const packet = readFileSync(out);
    writeFileSync(out, 'an earlier packet');
    let renewed = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const child = spawn(process.execPath, [writer, scans, out], { stdio: 'ignore' });
      const ended = once(child, 'exit');
      await wait(Math.random() * whole * 1.1);
      child.kill('SIGKILL');
      await ended;
      expect(statSync(out).size).toBeGreaterThan(0);
      const found = readFileSync(out);
      const isNew = found.equals(packet);
      if (isNew) renewed += 1;
      else expect(found.toString()).toBe('an earlier packet');
      writeFileSync(out, 'an earlier packet');
    }
    expect(renewed).toBeLessThan(ROUNDS);
    await writeFileWhole(out, packet);
    expect(readdirSync(saved)).toEqual(['packet.pdf']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
