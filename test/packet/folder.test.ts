// A packet straight from a folder of files: one section a file, nothing silently missing.

import sharp from 'sharp';
import { expect, test } from 'vitest';
import { buildFolderPacket } from '../../renderer/packet/build.ts';
import { Problem } from '../../shared/problems.ts';
import { font, scanName, source, suppliesOf } from './plans.ts';
import { outlineOf, textsOf } from './reading.ts';

const picture = sharp({ create: { width: 300, height: 400, channels: 3, background: '#cde' } });
const good = source(scanName(1), { fileName: '发票 1.jpg' });
const broken = source(scanName(2), { fileName: '清单😀.jpg' });

async function packet() {
  const scans = new Map([
    [scanName(1), new Uint8Array(await picture.jpeg().toBuffer())],
    [scanName(2), new Uint8Array([1, 2, 3])],
  ]);
  const files = [
    { name: '发票 1.jpg', pages: [good, good] },
    { name: '清单😀.jpg', pages: [broken] },
    { name: '说明.txt', pages: [], refusal: '这种文件放不进来' },
  ];
  return buildFolderPacket({ language: 'zh-CN', title: '一月的材料', files }, suppliesOf(scans));
}

test('every page of every file is in the map, an unusable one with its problem', async () => {
  const { pages } = await packet();
  expect(pages.map(({ kind, visit, label }) => [kind, visit, label])).toEqual([
    ['contents', null, '目录'],
    ['paper', 0, '发票 1.jpg 1/2'],
    ['paper', 0, '发票 1.jpg 2/2'],
    ['unusable', 1, '清单😀.jpg'],
  ]);
  expect(pages[3]?.problem).toEqual({
    code: 'page-unusable',
    params: { file: '清单😀.jpg', page: 1, detail: '图片损坏', reason: 'jpeg-damaged' },
  });
});

test('the contents page lists the files, the refused one too, with page numbers', async () => {
  const { bytes } = await packet();
  const [contents = '', , , notice = ''] = (await textsOf(bytes)).map((text) => text.replace(/\s+/g, ''));
  for (const wanted of ['一月的材料', '共3个文件，3页', '发票1.jpg', '2–3', '说明.txt', '这种文件放不进来']) {
    expect(contents).toContain(wanted);
  }
  expect(notice).toContain('图片损坏');
});

test('a file that is the same as an earlier one is named on the contents page with the pages of that one', async () => {
  const scans = new Map([[scanName(1), new Uint8Array(await picture.jpeg().toBuffer())]]);
  const files = [
    { name: '发票.jpg', pages: [good] },
    { name: '又是发票.jpg', pages: [], sameAs: 0 },
  ];
  const { bytes, pages } = await buildFolderPacket(
    { language: 'zh-CN', title: '材料', files },
    suppliesOf(scans),
  );
  expect(pages.map(({ kind }) => kind)).toEqual(['contents', 'paper']);
  const [contents = ''] = (await textsOf(bytes)).map((text) => text.replace(/\s+/g, ''));
  expect(contents).toContain('共2个文件，1页');
  expect(contents).toContain('2又是发票.jpg和第1个文件内容相同，只放一次—2');
  expect(contents).toContain('1发票.jpg12');
});

test('a character no font has is spelled by its code, never shown as a box', async () => {
  const { bytes } = await packet();
  expect((await textsOf(bytes))[0]).toContain('清单[U+1F600].jpg');
});

test('a file that cannot be pulled is a notice in its place, whatever the problem', async () => {
  const pull = () => Promise.reject(new Problem('file-damaged', { file: '发票 1.jpg', detail: 'truncated' }));
  const files = [{ name: '发票 1.jpg', pages: [good] }];
  const { pages } = await buildFolderPacket(
    { language: 'zh-CN', title: '一月的材料', files },
    { font, pull },
  );
  expect(pages[1]).toMatchObject({ kind: 'unusable', problem: { code: 'file-damaged' } });
});

test('bookmarks name the files', async () => {
  const { bytes } = await packet();
  expect((await outlineOf(bytes)).map(({ title, page }) => [title, page])).toEqual([
    ['目录', 0],
    ['发票 1.jpg', 1],
    ['清单😀.jpg', 3],
  ]);
});

test('no files make a contents page and nothing else', async () => {
  const supplies = { font, pull: () => Promise.reject(new Error('nothing to pull')) };
  const { pages } = await buildFolderPacket({ language: 'en', title: 'Empty', files: [] }, supplies);
  expect(pages.map(({ kind }) => kind)).toEqual(['contents']);
});
