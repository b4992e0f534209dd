// Marks stand where they belong and nowhere else: near misses of the purpose, copies and originals, the wording chosen.

import { beforeAll, expect, test } from 'vitest';
import { buildPacket } from '../../renderer/packet/build.ts';
import { paperKinds } from '../../shared/domain.ts';
import { type PacketOptions, packetOptions } from '../../shared/packet-options.ts';
import type { PacketPaper } from '../../shared/packet-plan.ts';
import { paper, plan, scanName, source, suppliesOf, visit } from '../packet/plans.ts';
import { contentOf, difference, drawn, textsOf } from '../packet/reading.ts';
import { makeScans } from './claims.ts';

let scans = new Map<string, Uint8Array>();
beforeAll(async () => {
  scans = await makeScans();
});
const page = source(scanName(1), { width: 1120, height: 600 });

async function build(papers: PacketPaper[], chosen: Partial<PacketOptions>) {
  const options = packetOptions.parse(chosen);
  const { bytes, pages } = await buildPacket(plan([visit({ papers })], { options }), suppliesOf(scans));
  const texts = (await textsOf(bytes)).map((text) => text.replace(/\s+/g, ''));
  const shown = pages.filter(({ kind }) => kind === 'paper');
  return { bytes, shown, textOf: (at: number) => texts[(shown[at]?.packet ?? 0) - 1] ?? '' };
}

const cards = ['identity-card', 'agent-identity', 'bank-card', 'social-security-card'];

test('of all kinds of paper, as original and as copy, only cards carry the purpose', async () => {
  const papers = paperKinds.flatMap((kind) =>
    (['original', 'copy'] as const).map((form) => paper(kind, [page], { form })),
  );
  const { shown, textOf } = await build(papers, { purposeMark: true, copyMark: 'line' });
  expect(shown.length).toBe(papers.length);
  for (const [at, { paper: kind }] of shown.entries())
    expect([kind, textOf(at).includes('仅供医保报销使用')]).toEqual([kind, cards.includes(kind ?? '')]);
  expect(shown.filter((_, at) => textOf(at).includes('与原件一致'))).toHaveLength(paperKinds.length);
}, 60_000);

test('a title does not make a card of an invoice, nor an invoice of a card', async () => {
  const { textOf } = await build(
    [
      paper('invoice', [page], { title: '身份证', form: 'copy' }),
      paper('other', [page], { title: '银行卡' }),
      paper('identity-card', [page], { title: '发票' }),
    ],
    { purposeMark: true, purposeWording: '只给医保用' },
  );
  const marked = [0, 1, 2].map((at) => textOf(at).includes('只给医保用'));
  // Pages stand in the order of what is asked for, so the card is told by its footer.
  const cardAt = [0, 1, 2].find((at) => textOf(at).includes('发票·2026-01-12'));
  expect(marked.filter(Boolean)).toHaveLength(1);
  expect(marked[cardAt ?? -1]).toBe(true);
});

test('not a pixel of an original invoice changes, whatever is chosen', async () => {
  const papers = [paper('invoice', [page]), paper('bank-card', [page])];
  const plain = await build(papers, {});
  const marked = await build(papers, { purposeMark: true, copyMark: 'line', purposeWording: '仅供核对' });
  const look = async ({ bytes, shown }: typeof plain, at: number) =>
    contentOf(await drawn(bytes, shown[at]?.packet ?? 1));
  expect(difference(await look(plain, 0), await look(marked, 0))).toBe(0);
  expect(difference(await look(plain, 1), await look(marked, 1))).toBeGreaterThan(0.2);
});

test('the code on the cover stays bare and the sentence on copies is the one chosen', async () => {
  const card = paper('identity-card', [page], { form: 'copy' });
  const chosen = { purposeMark: true, claimCode: true, copyMark: 'line' as const };
  const { bytes, textOf } = await build([card], { ...chosen, copyWording: '与原件核对无误' });
  expect((await textsOf(bytes))[0]).not.toContain('仅供医保报销使用');
  expect(textOf(0)).toContain('与原件核对无误');
  expect(textOf(0)).not.toContain('与原件一致');
  const { textOf: only } = await build([card], { copyMark: 'mark' });
  expect([only(0).includes('复印件'), only(0).includes('与原件一致')]).toEqual([true, false]);
});
