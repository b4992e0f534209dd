// Removed scans on the command line: listed with their place, put back by the beginning of their name.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runGuibao } from './run-guibao.ts';

const dir = mkdtempSync(join(tmpdir(), 'guibao-trash-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const guibao = (...words: string[]) => runGuibao(['--vault', join(dir, 'vault'), ...words]);

test('what leaves the inbox is listed and goes back', async () => {
  const path = join(dir, '票据.xml');
  writeFileSync(path, '<?xml version="1.0"?><EInvoice/>');
  await guibao('init');
  const [added] = JSON.parse((await guibao('--json', 'scan', 'add', path)).out) as { scan: string }[];
  const scan = added?.scan ?? '';
  const [item] = JSON.parse((await guibao('--json', 'inbox', 'list')).out) as { id: string }[];
  expect((await guibao('trash', 'restore', scan)).code).toBe(1);
  await guibao('inbox', 'remove', item?.id ?? '');
  const listed = JSON.parse((await guibao('--json', 'trash', 'list')).out);
  expect(listed).toMatchObject([
    { scan: { id: scan }, pages: [], origin: { kind: 'inbox', placeId: item?.id } },
  ]);
  expect((await guibao('trash', 'list')).out).toContain('票据.xml');
  const back = JSON.parse((await guibao('--json', 'trash', 'restore', scan.slice(0, 10))).out);
  expect(back).toMatchObject({ places: ['inbox'], undo: [{ call: 'inbox.remove' }] });
  expect(JSON.parse((await guibao('--json', 'trash', 'list')).out)).toEqual([]);
});
