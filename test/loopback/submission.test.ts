// The packet handed in goes into the vault by address and comes back byte for byte; nothing else does.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import { openPage } from '../../electron/loopback/open-page.ts';
import { keptPacketAddress, submissionAddress } from '../../shared/addresses.ts';
import { personFields, visitFields } from '../handlers/desk.ts';
import { enter } from './visitor.ts';

test('a packet posted for a claim is kept under its SHA-256 and served again; what is no PDF is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guibao-submission-'));
  const rendererDir = join(folder, 'renderer');
  mkdirSync(rendererDir);
  writeFileSync(join(rendererDir, 'index.html'), '');
  const vaultDir = join(folder, 'vault');
  const page = await openPage({ vaultDir, rendererDir });
  try {
    const { call, get, post } = await enter(page.address);
    const value = async (name: string, input: unknown) => (await call(name, input)).value as never;
    const { person } = (await value('person.save', { id: null, fields: personFields })) as {
      person: { id: string };
    };
    const { visit } = (await value('visit.save', { id: null, fields: visitFields(person.id) })) as {
      visit: { id: string };
    };
    const { claim } = (await value('claim.create', { personId: person.id, visitIds: [visit.id] })) as {
      claim: { id: string };
    };
    const document = await PDFDocument.create();
    document.addPage([200, 200]);
    document.addPage([200, 200]);
    const bytes = await document.save();
    const kept = JSON.parse((await post(submissionAddress(claim.id), bytes)).text);
    expect(kept).toMatchObject({ ok: true, value: { pageCount: 2, byteLength: bytes.length } });
    const again = await get(keptPacketAddress(kept.value.sha256));
    expect(again.bytes.equals(bytes)).toBe(true);
    expect(again.headers['content-security-policy']).toContain('sandbox');
    const refused = JSON.parse((await post(submissionAddress(claim.id), 'no PDF')).text);
    expect(refused.problem.code).toBe('file-type-unsupported');
    const lost = JSON.parse((await post(submissionAddress('claim-0000000000'), bytes)).text);
    expect(lost.problem.code).toBe('not-found');
    expect((await get(keptPacketAddress('0'.repeat(64)))).status).toBe(404);
    expect((await get(keptPacketAddress('..%2Fguibao'))).status).toBe(400);
    const incoming = join(vaultDir, 'incoming');
    expect(existsSync(incoming) ? readdirSync(incoming) : []).toEqual([]);
  } finally {
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
