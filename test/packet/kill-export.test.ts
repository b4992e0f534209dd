// The real `claim export` killed at random: the earlier packet whole or the new one, and the next export leaves nothing lying about.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { expect, test } from 'vitest';

const ROUNDS = process.env.GUIBAO_LONG === '1' ? 100 : 4;
const guibao = fileURLToPath(new URL('../../electron/guibao.mjs', import.meta.url));
const EARLIER = 'an earlier packet';

async function fillVault(folder: string) {
  const vault = ['--vault', join(folder, 'vault'), '--json'];
  const run = (...words: string[]) =>
    JSON.parse(execFileSync(process.execPath, [guibao, ...vault, ...words], { encoding: 'utf8' }));
  execFileSync(process.execPath, [guibao, ...vault, 'init'], { stdio: 'ignore' });
  const { person } = run('person', 'add', '--name', '王秀兰');
  const visitWords = ['--kind', 'chronic-outpatient', '--date', '2026-01-12', '--hospital', '第一医院'];
  const { visit } = run('visit', 'add', '--person', person.id, ...visitWords);
  const noise = { type: 'gaussian' as const, mean: 200, sigma: 30 };
  const photo = sharp({ create: { width: 1500, height: 2000, channels: 3, background: '#fff', noise } });
  const path = join(folder, 'a.jpg');
  writeFileSync(path, await photo.jpeg().toBuffer());
  run('attach', visit.id, path, '--kind', 'invoice');
  const { claim } = run('claim', 'create', '--person', person.id, '--visit', visit.id);
  return (out: string) => [guibao, ...vault, 'claim', 'export', claim.id, '--out', out, '--allow-incomplete'];
}

test(`claim export killed ${ROUNDS} times never leaves half a packet`, { timeout: 900_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guibao-kill-export-'));
  try {
    const exporting = await fillVault(folder);
    const saved = join(folder, 'saved');
    mkdirSync(saved);
    const out = join(saved, 'packet.pdf');
    const begun = performance.now();
    execFileSync(process.execPath, exporting(out), { stdio: 'ignore' });
    const whole = performance.now() - begun;
    const packet = readFileSync(out);
    for (let round = 0; round < ROUNDS; round++) {
      writeFileSync(out, EARLIER);
      const child = spawn(process.execPath, exporting(out), { stdio: 'ignore' });
      const ended = once(child, 'exit');
      await wait(whole * (0.3 + 0.75 * Math.random()));
      child.kill('SIGKILL');
      await ended;
      const found = readFileSync(out);
      if (!found.equals(packet)) expect(found.toString()).toBe(EARLIER);
    }
    execFileSync(process.execPath, exporting(out), { stdio: 'ignore' });
    expect(readFileSync(out).equals(packet)).toBe(true);
    expect(readdirSync(saved)).toEqual(['packet.pdf']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
