// Odd real PDFs: each page is in the packet and looks as it did, or is refused by name. Skipped where the samples are absent.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { withPdf } from '../../electron/engine/pdf.ts';
import { buildPacket } from '../../renderer/packet/build.ts';
import { Problem } from '../../shared/problems.ts';
import { paper, plan, scanName, source, suppliesOf, visit } from './plans.ts';
import { contentOf, difference, drawn, roomWith } from './reading.ts';

const SAMPLES = new URL('../../../shared/samples/', import.meta.url);
const ROOMS = ['pdf_pdfjs', 'pdf_pdflib', 'pdf_pypdf', 'pdf_pdfcpu', 'pdf_pikepdf'];
const files = existsSync(SAMPLES)
  ? ROOMS.flatMap((room) =>
      readdirSync(new URL(`${room}/`, SAMPLES)).map((name) => `${room}/${name}`),
    ).filter((name) => name.endsWith('.pdf'))
  : [];

/** How the first page looks by itself, and in the packet; undefined when it is refused or PDFium cannot open it. */
async function compare(bytes: Uint8Array): Promise<number | 'refused' | 'no reference'> {
  const facts = await withPdf(bytes, (pdf) => ({ turn: pdf.pageRotation(0), size: pdf.pageSize(0) })).catch(
    () => null,
  );
  const turn = facts?.turn ?? 0;
  const page = source(scanName(1), { form: 'pdf', unit: 'pt', turn });
  const made = plan([visit({ papers: [paper('invoice', [page])] })]);
  const packet = await buildPacket(made, suppliesOf(new Map([[scanName(1), bytes]]))).catch(
    (error: unknown) => {
      expect(error).toBeInstanceOf(Problem);
      return undefined;
    },
  );
  if (!packet) return 'refused';
  if (!facts) return 'no reference';
  // Drawn at three times the size of the packet's page and made smaller, so that edges do not count as differences.
  const fine = await drawn(bytes, 1, 1.5);
  const alone = await sharp(fine.rgb, { raw: { width: fine.width, height: fine.height, channels: 3 } })
    .png()
    .toBuffer();
  const soft = async (room: Awaited<ReturnType<typeof roomWith>>) => {
    const raw = { raw: { width: room.width, height: room.height, channels: 3 as const } };
    return { ...room, rgb: await sharp(room.rgb, raw).blur(4).raw().toBuffer() };
  };
  const shown = await soft(await contentOf(await drawn(packet.bytes, 2)));
  return difference(shown, await soft(await roomWith(alone, 1 / 1.5)));
}

test.skipIf(files.length === 0)(
  'odd PDFs look in the packet as they look alone, or are refused by name (skipped without the samples)',
  { timeout: 180_000 },
  async () => {
    const refused: string[] = [];
    const different: string[] = [];
    for (const file of files) {
      const result = await compare(new Uint8Array(readFileSync(new URL(encodeURI(file), SAMPLES))));
      if (result === 'refused') refused.push(file);
      else if (typeof result === 'number' && result > 8.5) different.push(`${file} ${result.toFixed(1)}`);
    }
    expect(different).toEqual([]);
    expect(refused.length).toBeLessThan(files.length * 0.1);
  },
);
