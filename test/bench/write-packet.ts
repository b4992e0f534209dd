// One packet of a folder's pictures, as a process of its own: what the bench measures beside other tools.

import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPacketFont } from '../../electron/command-line/packet-report.ts';
import { streamOf } from '../../electron/command-line/packet-stream.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { writeFileWhole } from '../../electron/files/write-file-whole.ts';
import { writeFolderPacket } from '../../renderer/packet/build.ts';
import type { PacketSource } from '../../shared/packet-plan.ts';

const [folder = '.', out = 'packet.pdf'] = process.argv.slice(2);
const files = readdirSync(folder)
  .sort()
  .map((name, at) => {
    const form: PacketSource['form'] = name.endsWith('.png') ? 'png' : 'jpeg';
    const facts = { width: 1, height: 1, unit: 'px' as const, mirrored: false, turn: 0 as const };
    const scan = at.toString(16).padStart(64, '0');
    const page: PacketSource = { ...facts, scan, fileName: name, page: 0, form, extraTurn: 0 };
    return { name, pages: [page] };
  });
const font = await readPacketFont();
// Started only by the pictures that cannot go in as they are.
const workshop = openWorkshop();
const pull = async ({ fileName, form }: PacketSource) => {
  const bytes = await readFile(join(folder, fileName));
  return (await workshop.printable(bytes, form === 'png' ? 'image/png' : 'image/jpeg', 0)).bytes;
};
const stream = streamOf((sink) =>
  writeFolderPacket({ language: 'zh-CN', title: 'bench', files }, { font, pull }, sink),
);
await writeFileWhole(out, stream.pieces);
await workshop.close();
