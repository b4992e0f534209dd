// What a claim's packet really prints for each source page, drawn by an independent engine and cut out at its place.

import sharp from 'sharp';
import { answer } from '../../electron/handlers/answer.ts';
import type { Context } from '../../electron/handlers/context.ts';
import { sourcePrintable } from '../../electron/intake/pictures.ts';
import { writePacket } from '../../renderer/packet/build.ts';
import { packetPlan } from '../../shared/packet-plan.ts';
import { font } from '../packet/plans.ts';
import { drawn } from '../packet/reading.ts';

export type PacketCut = { scan: string; page: number; png: Buffer };

/** In the order of the packet; two pixels a point. */
export async function cutOutOfPacket(context: Context, claim: string): Promise<PacketCut[]> {
  const told = await answer(context, 'claim.plan', { id: claim });
  if (!told.ok) throw new Error(JSON.stringify(told.problem));
  const plan = packetPlan.parse(told.value);
  const chunks: Uint8Array[] = [];
  const pull = async (one: Parameters<typeof sourcePrintable>[1]) =>
    (await sourcePrintable(context, one)).bytes;
  const pages = await writePacket(plan, { pull, font }, (chunk) => {
    chunks.push(chunk);
  });
  const bytes = Buffer.concat(chunks);
  const cuts: PacketCut[] = [];
  for (const { source, placed, packet } of pages) {
    const box = placed?.[0]?.box;
    if (!source || !box) continue;
    const sheet = await drawn(bytes, packet, 2);
    const [left = 0, top = 0, width = 0, height = 0] = box.map((value) => Math.round(value * 2));
    const png = await sharp(sheet.rgb, { raw: { width: sheet.width, height: sheet.height, channels: 3 } })
      .extract({ left, top, width, height })
      .png()
      .toBuffer();
    cuts.push({ scan: source.scan, page: source.page, png });
  }
  return cuts;
}

/** Any picture squeezed to the same small size, to be compared with `difference`. */
export async function squeezed(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes)
    .resize(120, 120, { fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: data };
}
