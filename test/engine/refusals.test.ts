// Each kind of bad file is refused with its own problem, which names the file, and the next file is served.

import { mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { writeZip } from '../fuzz/write-zip.ts';
import { makeFolder, markedPicture, putFile, writePdf } from './made-files.ts';

const workshop = openWorkshop();
afterAll(() => workshop.close());

/** The code and parameters of the refusal, or what the file was taken for. */
async function look(bytes: Uint8Array | string, name = '发票.jpg') {
  return lookAt(putFile(makeFolder(), name, bytes), name);
}

async function lookAt(path: string, name: string) {
  try {
    const { mediaType, pages } = await workshop.inspect(path, name);
    return { mediaType, pages: pages.length };
  } catch (error) {
    const { code, params } = error as { code: string; params: Record<string, unknown> };
    return { code, params };
  }
}

const refused = (code: string, params: Record<string, unknown> = {}) => ({
  code,
  params: expect.objectContaining({ file: '发票.jpg', ...params }),
});

/** A PNG whose header promises `width` by `height` pixels and whose body holds nothing. */
function writePngBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(33);
  header.write('\x89PNG\r\n\x1a\n', 'latin1');
  header.writeUInt32BE(13, 8);
  header.write('IHDR', 12);
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  header.set([8, 2, 0, 0, 0], 24);
  header.writeUInt32BE(crc(header.subarray(12, 29)), 29);
  const data = Buffer.from('0000000049444154' + '35af061e', 'hex');
  const end = Buffer.from('0000000049454e44ae426082', 'hex');
  return Buffer.concat([header, data, end]);
}

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

describe('what lies at the path', () => {
  test('an empty file', async () => {
    expect(await look('')).toEqual(refused('file-empty'));
  });
  test('a folder', async () => {
    const folder = join(makeFolder(), 'papers');
    mkdirSync(folder);
    expect(await lookAt(folder, '发票.jpg')).toEqual(refused('file-is-folder'));
  });
  test('nothing at all', async () => {
    const path = join(makeFolder(), 'gone.jpg');
    expect(await lookAt(path, '发票.jpg')).toEqual(refused('path-unreadable', { path, reason: 'ENOENT' }));
  });
  test.runIf(process.platform === 'linux')('something that is no file and never ends', async () => {
    expect(await lookAt('/dev/zero', '发票.jpg')).toEqual(
      refused('path-unreadable', { reason: 'not-a-file' }),
    );
  });
  test('more than 200 MB', async () => {
    const path = putFile(makeFolder(), 'a.jpg', 'x');
    truncateSync(path, 200 * 1024 * 1024 + 1);
    expect(await lookAt(path, '发票.jpg')).toEqual(refused('file-too-large', { limit: '200 MB' }));
  });
});

describe('what the bytes are', () => {
  const bytes = Buffer.from('<x/>');
  const kinds: [string, Uint8Array | string, string][] = [
    ['text under a picture name', '你好，这是一封信。\n', 'TXT'],
    ['a page of the web', '<!DOCTYPE html><html><body>404</body></html>', 'HTML'],
    ['a drawing in SVG', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'SVG'],
    ['an archive', 'PK\x03\x04 and a name 发票.jpg', 'ZIP'],
    ['a picture in JPEG 2000', new Uint8Array([0xff, 0x4f, 0xff, 0x51, 0, 0x2f]), 'JPEG 2000'],
    ['a document of an office program', writeZip([{ name: '[Content_Types].xml', bytes }]), 'Office'],
    [
      'a document of another office program',
      writeZip([
        { name: 'mimetype', bytes },
        { name: 'content.xml', bytes },
      ]),
      'Office',
    ],
    ['bytes without meaning', new Uint8Array([7, 1, 0, 2, 200, 3, 0, 0]), '?'],
  ];
  for (const [what, bytes, type] of kinds) {
    test(`${what} is refused as ${type}`, async () => {
      expect(await look(bytes)).toEqual(refused('file-type-unsupported', { type }));
    });
  }

  const remedies: [string, string, string, string][] = [
    ['a program', 'MZ\x90\x00\x03\x00', 'EXE', 'program-refused'],
    ['an archive of another kind', 'Rar!\x1a\x07\x01\x00', 'RAR', 'archive-unsupported'],
    ['an archive of a third kind', "7z\xbc\xaf'\x1c", '7-Zip', 'archive-unsupported'],
    ['a film', '\0\0\0\x18ftypisom\0\0\0\0isom', 'MP4/MOV', 'film-unsupported'],
    ['a sound', 'ID3\x04', 'MP3/WAV', 'film-unsupported'],
  ];
  for (const [what, text, type, code] of remedies) {
    test(`${what} is refused with a remedy of its own`, async () => {
      expect(await look(Buffer.from(text, 'latin1'))).toEqual(refused(code, { type }));
    });
  }

  test('electronic invoices in XML and OFD are known by name and have no pages', async () => {
    const xml = await look('<?xml version="1.0"?><EInvoice/>');
    expect(xml).toMatchObject({ mediaType: 'application/xml', pages: 0 });
    const ofd = await look(writeZip([{ name: 'OFD.xml', bytes }]));
    expect(ofd).toMatchObject({ mediaType: 'application/ofd', pages: 0 });
  });

  const accepted = ['jpeg', 'png', 'webp', 'tiff', 'gif', 'avif'] as const;
  for (const kind of accepted) {
    test(`a ${kind} under a wrong name is taken for what it is`, async () => {
      const bytes = await markedPicture().toFormat(kind).toBuffer();
      expect(await look(bytes, 'letter.doc')).toEqual({ mediaType: `image/${kind}`, pages: 1 });
    });
  }
  test('a PDF may begin with up to a thousand other bytes', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([100, 100]);
    const bytes = Buffer.concat([Buffer.from('\r\n'.repeat(300)), await pdf.save()]);
    expect(await look(bytes)).toEqual({ mediaType: 'application/pdf', pages: 1 });
  });
});

describe('damage and limits', () => {
  for (const kind of ['jpeg', 'png', 'webp', 'tiff'] as const) {
    test(`half a ${kind} is damaged`, async () => {
      const noise = {
        width: 400,
        height: 400,
        channels: 3,
        background: '#fff',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      } as const;
      const bytes = await sharp({ create: noise }).toFormat(kind).toBuffer();
      expect(await look(bytes)).toMatchObject({ pages: 1 });
      expect(await look(bytes.subarray(0, bytes.length / 2))).toEqual(refused('file-damaged'));
    });
  }
  test('only the signature of a picture is damaged', async () => {
    for (const start of ['\xff\xd8\xff\xe0', '\x89PNG\r\n\x1a\n', 'GIF89a', 'II*\0', 'RIFF\x10\0\0\0WEBP']) {
      expect(await look(Buffer.from(start, 'latin1'))).toEqual(refused('file-damaged'));
    }
    expect(await look(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'))).toEqual(
      refused('file-damaged'),
    );
    expect(
      await look(Buffer.concat([Buffer.from('BM'), Buffer.alloc(12), Buffer.from([40]), Buffer.alloc(40)])),
    ).toEqual(refused('file-damaged'));
  });
  test('a picture of more than a hundred megapixels is refused before it is decoded', async () => {
    const params = { limit: 100 };
    expect(await look(writePngBomb(65_000, 65_000))).toEqual(
      refused('picture-too-large', { ...params, megapixels: 4225 }),
    );
    expect(await look(writePngBomb(10_001, 10_000))).toEqual(
      refused('picture-too-large', { ...params, megapixels: 101 }),
    );
    const bitmap = Buffer.alloc(60);
    bitmap.write('BM');
    bitmap.writeUInt32LE(40, 14);
    bitmap.writeInt32LE(30_000, 18);
    bitmap.writeInt32LE(-30_000, 22);
    expect(await look(bitmap)).toEqual(refused('picture-too-large', { ...params, megapixels: 900 }));
  });
  test('a PDF with a password', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([100, 100]);
    pdf.encrypt({ userPassword: 'a', ownerPassword: 'b', permissions: {} });
    expect(await look(await pdf.save())).toEqual(refused('pdf-password'));
  });
  test('a PDF that opens for everybody but forbids changes is accepted', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([100, 100]);
    pdf.encrypt({ userPassword: '', ownerPassword: 'b', permissions: { printing: false } });
    expect(await look(await pdf.save())).toEqual({ mediaType: 'application/pdf', pages: 1 });
  });
  test('a PDF without pages', async () => {
    const bytes = writePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']);
    expect(await look(bytes)).toEqual(refused('pdf-no-pages'));
  });
  test('a PDF of more than two thousand pages', async () => {
    const pdf = await PDFDocument.create();
    for (let page = 0; page < 2001; page += 1) pdf.addPage([100, 100]);
    expect(await look(await pdf.save())).toEqual(refused('pdf-too-many-pages', { pages: 2001, limit: 2000 }));
  });
  test('a PDF that is cut off', async () => {
    expect(await look('%PDF-1.4\n1 0 obj\n<< /Type /Catalog')).toEqual(refused('file-damaged'));
  });
});
