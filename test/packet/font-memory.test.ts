// The font of a packet is the same whether its bytes come as Node's Buffer or as a plain array, and is never written into.

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { buildPacket } from '../../renderer/packet/build.ts';
import { font, paper, plan, suppliesOf, visit } from './plans.ts';

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('a packet has the same bytes with the font as a Buffer, and the Buffer stays as it was', async () => {
  const made = plan([visit({ papers: [paper('prescription', [])] })]);
  const plain = await buildPacket(made, suppliesOf(new Map()));
  const buffer = Buffer.from(font);
  const before = hash(buffer);
  for (let round = 0; round < 2; round++) {
    const { bytes } = await buildPacket(made, suppliesOf(new Map(), { font: buffer }));
    expect(hash(bytes)).toBe(hash(plain.bytes));
  }
  expect(hash(buffer)).toBe(before);
});
