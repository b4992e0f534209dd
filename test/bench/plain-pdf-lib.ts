// The same pictures with pdf-lib used as its manual shows: the peer that a program like this would be without its own writer.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';

const [folder = '.', out = 'plain.pdf'] = process.argv.slice(2);
const document = await PDFDocument.create();
for (const name of readdirSync(folder).sort()) {
  const bytes = readFileSync(join(folder, name));
  const picture = name.endsWith('.png') ? await document.embedPng(bytes) : await document.embedJpg(bytes);
  document.addPage([picture.width, picture.height]).drawImage(picture);
}
writeFileSync(out, await document.save());
