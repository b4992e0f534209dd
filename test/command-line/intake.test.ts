// Files and folders on the command line: every one accounted for by its way, passwords in turn, stopped in the middle.

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { markedPicture } from '../engine/made-files.ts';
import { launcher, makeFolder, runGuibao } from './run-guibao.ts';

const folder = makeFolder();
afterAll(folder.remove);
const vault = folder.at('vault');
const at = (name: string) => folder.at(`papers/${name}`);
type Told = { file: string; outcome: string; problem?: { code: string; message?: string } };
const readTold = (text: string) =>
  (JSON.parse(text) as Told[]).map(({ file, outcome, problem }) => [file, problem?.code ?? outcome]);

async function writeLocked(path: string, password: string): Promise<void> {
  const pdf = await PDFDocument.create();
  pdf.addPage([200, 100]);
  pdf.encrypt({ userPassword: password, ownerPassword: `${password}!` });
  writeFileSync(path, await pdf.save());
}

beforeAll(async () => {
  await runGuibao(['--vault', vault, 'init']);
  mkdirSync(at('三月 March/😀'), { recursive: true });
  mkdirSync(at('nothing'));
  const jpeg = await markedPicture().jpeg().toBuffer();
  writeFileSync(at('三月 March/😀/1.jpg'), jpeg);
  writeFileSync(at('三月 March/2.jpg'), jpeg);
  for (const name of ['.DS_Store', '._2.jpg', 'Thumbs.db', 'desktop.ini']) writeFileSync(at(name), 'x');
  writeFileSync(at('line\nend\u001b[31m.txt'), 'text');
  symlinkSync('..', at('三月 March/loop'));
  symlinkSync('nowhere', at('gone.jpg'));
  await writeLocked(at('locked 1.pdf'), '123456');
  await writeLocked(at('locked 2.pdf'), 'abcdef');
});

test('a folder is taken in with all its levels; each file is told by its way inside, what was passed over by count', async () => {
  const { code, out, err } = await runGuibao([
    '--vault',
    vault,
    '--json',
    'scan',
    'add',
    folder.at('papers'),
  ]);
  expect(code).toBe(1);
  expect(readTold(out).sort()).toEqual(
    [
      ['papers/gone.jpg', 'path-unreadable'],
      ['papers/line\nend\u001b[31m.txt', 'file-type-unsupported'],
      ['papers/locked 1.pdf', 'pdf-password'],
      ['papers/locked 2.pdf', 'pdf-password'],
      ['papers/三月 March/2.jpg', 'duplicate'],
      ['papers/三月 March/😀/1.jpg', 'kept'],
    ].sort(),
  );
  expect(err).toContain('隐藏文件: 4');
  const plain = await runGuibao([
    '--vault',
    vault,
    '--lang',
    'en',
    'scan',
    'add',
    at('line\nend\u001b[31m.txt'),
  ]);
  expect(plain.out.trim().split('\n')).toHaveLength(1);
  expect(plain.out).not.toContain('\u001b');
});

test('several passwords are tried in turn, on adding and on packing', async () => {
  const locked = [at('locked 1.pdf'), at('locked 2.pdf')];
  const passwords = ['--password', 'wrong', '--password', 'abcdef', '--password', '123456'];
  const wrong = await runGuibao([
    '--vault',
    vault,
    '--json',
    'scan',
    'add',
    ...locked,
    '--password',
    'wrong',
  ]);
  expect(readTold(wrong.out).map(([, told]) => told)).toEqual(['pdf-password-wrong', 'pdf-password-wrong']);
  const added = await runGuibao(['--vault', vault, '--json', 'scan', 'add', ...locked, ...passwords]);
  expect([added.code, readTold(added.out).map(([, told]) => told)]).toEqual([0, ['kept', 'kept']]);
  const packed = await runGuibao([
    '--json',
    'pack',
    ...locked,
    '--out',
    folder.at('locked.pdf'),
    ...passwords,
  ]);
  const { files, pages } = JSON.parse(packed.out) as { files: Told[]; pages: number };
  expect([files.map(({ outcome }) => outcome), pages]).toEqual([['packed', 'packed'], 3]);
});

test('of bytes that are there already the other name and the place are told in words', async () => {
  const twice = [at('三月 March/😀/1.jpg'), at('三月 March/2.jpg')];
  const inChinese = await runGuibao(['--vault', vault, 'scan', 'add', ...twice]);
  const known = inChinese.out.trim().split('\n');
  expect(known).toEqual([
    '已有  1.jpg  image/jpeg 1 页  收件箱',
    '已有  2.jpg  image/jpeg 1 页  内容相同： 1.jpg  收件箱',
  ]);
  const inEnglish = await runGuibao([
    '--vault',
    vault,
    '--lang',
    'en',
    'scan',
    'add',
    at('三月 March/2.jpg'),
  ]);
  expect(inEnglish.out).toBe('already kept  2.jpg  image/jpeg 1 page(s)  the very same as 1.jpg  inbox\n');
});

test('scan show tells type, pages, turn and the size on paper', async () => {
  const list = await runGuibao(['--vault', vault, '--json', 'inbox', 'list']);
  const items = JSON.parse(list.out) as { scan: { id: string; fileName: string } }[];
  const show = async (name: string) => {
    const id = items.find(({ scan }) => scan.fileName === name)?.scan.id ?? '';
    return (await runGuibao(['--vault', vault, '--lang', 'en', 'scan', 'show', id])).out;
  };
  // A4 less 12 mm at each side is 186 mm; a page of a PDF is not enlarged.
  expect(await show('1.jpg')).toMatch(
    /image\/jpeg[\s\S]*p1 {2}240 × 160 px {2}on paper 186 × 124 mm {2}33 dpi {2}↻0°/,
  );
  expect(await show('locked 1.pdf')).toMatch(
    /application\/pdf[\s\S]*p1 {2}71 × 35 mm {2}on paper 71 × 35 mm {2}↻0°/,
  );
});

test('a packed folder has the same bytes once, and says where they are and what was passed over', async () => {
  const out = folder.at('packed.pdf');
  const packed = await runGuibao(['--json', 'pack', folder.at('papers'), '--out', out, '--lang', 'en']);
  expect(packed.code).toBe(0);
  type Packed = Told & { sameAs?: string; pages: { source: number; packet: number | null }[] };
  const report = JSON.parse(packed.out) as { files: Packed[]; leftBehind: string[]; pages: number };
  expect(report.leftBehind).toHaveLength(4);
  const ofBoth = report.files.filter(({ file }) => file.endsWith('.jpg') && !file.includes('gone'));
  expect(ofBoth.map(({ file, outcome, sameAs, pages }) => [file, outcome, sameAs, pages])).toEqual([
    ['三月 March/😀/1.jpg', 'packed', undefined, [{ source: 1, packet: 2 }]],
    ['三月 March/2.jpg', 'duplicate', '三月 March/😀/1.jpg', [{ source: 1, packet: 2 }]],
  ]);
  // The contents page and one page.
  expect(report.pages).toBe(2);
  expect((await PDFDocument.load(readFileSync(out))).getPageCount()).toBe(2);
  for (const { file, problem } of report.files) if (problem) expect(problem.message, file).toMatch(/\w+\./);
});

test('an empty folder is told, and a place that may not be written', async () => {
  const nothing = await runGuibao(['--json', 'pack', at('nothing'), '--out', folder.at('nothing.pdf')]);
  expect([nothing.code, JSON.parse(nothing.out).problem.code]).toEqual([1, 'not-found']);
  const into = await runGuibao(['--json', 'pack', at('三月 March'), '--out', at('no such folder/a.pdf')]);
  expect([into.code, JSON.parse(into.out).problem.code]).toEqual([1, 'path-unwritable']);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  test(`${signal} in the middle: the file in hand is finished, the report is whole, the exit code is 1`, async () => {
    const many = folder.at(signal);
    mkdirSync(many);
    for (let number = 0; number < 40; number += 1) {
      const noise = { type: 'gaussian', mean: 200 - number, sigma: 20 } as const;
      const picture = markedPicture().composite([
        { input: { create: { width: 60, height: 60, channels: 3, background: '#fff', noise } } },
      ]);
      writeFileSync(`${many}/${number}.jpg`, await picture.jpeg().toBuffer());
    }
    const own = folder.at(`vault ${signal}`);
    await runGuibao(['--vault', own, 'init']);
    const child = spawn(process.execPath, [launcher, '--vault', own, '--json', 'scan', 'add', many]);
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    const ended = new Promise<number | null>((settle) => child.on('close', settle));
    const inbox = async () =>
      (JSON.parse((await runGuibao(['--vault', own, '--json', 'inbox', 'list'])).out) as unknown[]).length;
    await expect.poll(inbox, { timeout: 60_000, interval: 50 }).toBeGreaterThan(0);
    child.kill(signal);
    expect(await ended).toBe(1);
    const told = readTold(out);
    expect(told.every(([, what]) => what === 'kept')).toBe(true);
    expect(told.length).toBeLessThan(40);
    expect(err).toContain(`(${told.length}/40)`);
    expect(await inbox()).toBe(told.length);
  });
