// One kept page drawn as a packet shows it: a packet of this page alone is written and proven, and the page cut out of it.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { writeFolderPacket } from '../../renderer/packet/build.ts';
import type { PaperPage } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { planSource } from '../handlers/claim-plan.ts';
import type { Context } from '../handlers/context.ts';
import { scanRescue, sourcePrintable } from '../intake/pictures.ts';
import { readKept } from './export-claim.ts';
import { readPacketFont } from './packet-report.ts';
import { writeProven } from './write-proven.ts';

/** Pixels of the longer side of A4 (297 mm, ISO 216) at 200 dots an inch, and its points. */
const DRAWN_EDGE = 2339;
const SHEET_POINTS = 841.89;

/** A PNG. Throws what a packet throws that cannot hold the page: page-unusable, packet-check-failed. */
export async function drawPacketPage(
  context: Context,
  wanted: PaperPage,
): Promise<{ png: Buffer; width: number; height: number }> {
  const source = planSource(context.vault.db, wanted);
  const folder = await mkdtemp(join(tmpdir(), 'guibao-page-'));
  const out = join(folder, 'page.pdf');
  try {
    const font = await readPacketFont();
    const plan = {
      language: 'zh-CN' as const,
      title: '',
      files: [{ name: source.fileName, pages: [source] }],
    };
    const { pages } = await writeProven({
      out,
      desk: { workshop: context.workshop, readSource: (scan) => readKept(context, scan) },
      write: (sink, rungOf) =>
        writeFolderPacket(
          plan,
          {
            pull: async (one) => (await sourcePrintable(context, one)).bytes,
            rescue: (one, rung) => scanRescue(context, one, rung),
            rungOf,
            font,
          },
          sink,
        ),
      wanted: [source],
    });
    const page = pages.find((one) => one.source);
    const box = page?.placed?.[0]?.box;
    if (page?.problem) throw new Problem(page.problem.code as Problem['code'], page.problem.params);
    if (!page || !box) throw new Error('the page is nowhere in its packet');
    const wish = { page: page.packet - 1, edge: DRAWN_EDGE, mirrored: false, turn: 0 as const };
    const sheet = await context.workshop.picture(await readFile(out), 'application/pdf', wish);
    return await cutOut(sheet, box);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `box` in points from the sheet's upper left corner. */
async function cutOut(sheet: Uint8Array, box: readonly number[]) {
  const { width: across = 1, height: down = 1 } = await sharp(sheet).metadata();
  const scale = Math.max(across, down) / SHEET_POINTS;
  const [x = 0, y = 0, w = 0, h = 0] = box;
  const [left, top] = [Math.max(0, Math.round(x * scale)), Math.max(0, Math.round(y * scale))];
  const width = Math.max(1, Math.min(across - left, Math.round(w * scale)));
  const height = Math.max(1, Math.min(down - top, Math.round(h * scale)));
  const { data, info } = await sharp(sheet)
    .extract({ left, top, width, height })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}
