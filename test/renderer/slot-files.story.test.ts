// Files without pages in a real browser: beside their paper and in the inbox, with type and size; saved, moved, removed, undone.
// The pictures are kept in .cache/screens to be looked at.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../electron/handlers/answer.ts';
import { type OpenPage, openPage } from '../../electron/loopback/open-page.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/calls.ts';
import { writeZip } from '../fuzz/write-zip.ts';
import { personFields, visitFields } from '../handlers/desk.ts';
import { openBrowser } from '../support/browser.ts';
import { goTo, looks, openOrganizer, rendererDir, seriousViolations } from '../support/screens.ts';

const pictures = resolve(import.meta.dirname, '../../.cache/screens');
const dir = mkdtempSync(join(tmpdir(), 'guibao-slot-files-'));
const browser = await openBrowser();
const works = typeof browser !== 'string';
let open: OpenPage;
let page: Page;
let visitId = '';

async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply = await answer(open.context, name, input);
  if (!reply.ok) throw new Error(`${name} ${JSON.stringify(reply.problem)}`);
  return reply.value as CallOutput<N>;
}

function write(name: string, text: string | Uint8Array): string {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
}

const kindsOf = async () =>
  (await ask('visit.get', { id: visitId })).attachments.map(({ kind, scan }) => `${kind} ${scan.fileName}`);

beforeAll(async () => {
  if (!works) return;
  mkdirSync(pictures, { recursive: true });
  open = await openPage({ vaultDir: join(dir, 'vault'), rendererDir });
  const { person } = await ask('person.save', { id: null, fields: personFields });
  visitId = (await ask('visit.save', { id: null, fields: visitFields(person.id) })).visit.id;
  const target = { visitId, kind: 'invoice' as const };
  const xml = write('医疗电子票据_53060126_0000000001.xml', '<?xml version="1.0"?><EInvoice/>');
  await ask('scan.add', { path: xml, target });
  const pdf = await PDFDocument.create();
  pdf.addPage([595, 842]);
  pdf.encrypt({ userPassword: '010027', ownerPassword: 'owner', permissions: {} });
  const locked = join(dir, '清单.pdf');
  writeFileSync(locked, await pdf.save());
  const list = { visitId, kind: 'itemized-list' as const };
  await ask('scan.add', { path: locked, target: list, password: '010027' });
  await ask('scan.add', {
    path: write('票据.ofd', writeZip([{ name: 'OFD.xml', bytes: Buffer.from('<x/>') }])),
  });
  page = await openOrganizer(browser as Browser, open.address);
  await goTo(page, `#/visits/${visitId}`);
}, 120_000);

afterAll(async () => {
  if (works) await (browser as Browser).close();
  await open?.close();
  rmSync(dir, { recursive: true, force: true });
});

describe.skipIf(!works)(works ? 'files without pages' : `skipped: ${browser}`, () => {
  test('a file beside the invoice is named, saved byte for byte, moved, removed and undone', async () => {
    const file = page.getByRole('listitem').filter({ hasText: '0000000001.xml' });
    expect(await file.textContent()).toContain('XML 电子票据数据');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      file.getByRole('link', { name: '另存原件' }).click(),
    ]);
    expect(saved.suggestedFilename()).toContain('0000000001.xml');
    expect(readFileSync(await saved.path(), 'utf8')).toBe('<?xml version="1.0"?><EInvoice/>');
    await file.getByRole('button', { name: '这个文件的更多操作' }).click();
    await page.getByRole('menuitem', { name: '移到处方' }).click();
    await page.locator('[data-slot="prescription"]').getByText('0000000001.xml').waitFor();
    expect(await kindsOf()).toEqual(['prescription 医疗电子票据_53060126_0000000001.xml']);
    await file.getByRole('button', { name: '这个文件的更多操作' }).click();
    await page.getByRole('menuitem', { name: '移除这个文件' }).click();
    await page.locator('.ant-message').getByText('已移除').waitFor();
    expect(await kindsOf()).toEqual([]);
    const [entry] = await ask('trash.list', {});
    expect(entry).toMatchObject({ pages: [], origin: { kind: 'attachment', paperKind: 'prescription' } });
    await page.keyboard.press('Control+z');
    await file.waitFor();
    await page.locator('.ant-message').getByText('已撤销').waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('[data-slot="invoice"]').getByText('0000000001.xml').waitFor();
    expect(await kindsOf()).toEqual(['invoice 医疗电子票据_53060126_0000000001.xml']);
  });

  test('a PDF that asked for its password says that the original is kept too', async () => {
    await page.locator('[data-slot="itemized-list"]').getByText('有密码的原件也留着').waitFor();
  });

  test('looks right on the visit and in the inbox, whatever the language, size and colour', async () => {
    for (const look of looks) {
      await ask('settings.set', look);
      for (const [name, hash] of [
        ['visit', `#/visits/${visitId}`],
        ['inbox', '#/inbox'],
      ] as const) {
        await goTo(page, hash);
        await page.reload();
        await page
          .getByText(/\.(xml|ofd)$/)
          .first()
          .waitFor();
        await page.screenshot({
          path: join(pictures, `slot-files-${name}-${look.language}-${look.textSize}-${look.theme}.png`),
        });
        expect(await seriousViolations(page)).toEqual([]);
      }
    }
  });
});
