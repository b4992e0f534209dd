// How long readiness takes for a year of care: 40 visits, 160 papers, 300 item lines. Run: node test/bench/readiness.ts

import { checkReadiness } from '../../electron/readiness/check-readiness.ts';
import { resolvePack } from '../../electron/rules/resolve-pack.ts';
import { shippedPacks } from '../../electron/rules/shipped-packs.ts';
import type { ResolvedPack } from '../../shared/rules/resolved-pack.ts';
import { facts, input, pack, seen, twin, withInvoice } from '../readiness/builder.ts';

const dayOf = (serial: number): string =>
  new Date(Date.UTC(2026, 0, 1) + serial * 7 * 86_400_000).toISOString().slice(0, 10);

const visits = Array.from({ length: 40 }, (_, serial) => {
  const one = seen({ date: dayOf(serial) }, serial + 1);
  const count = serial < 20 ? 8 : 7;
  const lines = Array.from({ length: count }, (_, at) => ({
    ...{ name: `药品${at}`, category: '西药费', quantity: '1', unit: '盒', amountFen: 3355 },
  }));
  const papers = one.papers.map((each) => ({
    ...each,
    facts: facts({ paperId: each.paper.id, printedName: '王秀蘭' }),
  }));
  return withInvoice({ lines, totalFen: 3355 * count, cashFen: 3355 * count }, { ...one, papers });
});
const vaultInvoices = Array.from({ length: 500 }, (_, at) =>
  twin({ key: `fiscal:53060125:${at}`, number: String(at) }),
);

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

function measure(name: string, rules: ResolvedPack): void {
  const year = input({ visits, vaultInvoices, pack: rules, today: '2026-11-23' });
  const times = Array.from({ length: 60 }, () => {
    const from = performance.now();
    checkReadiness(year);
    return performance.now() - from;
  });
  const settled = times.slice(10).sort((a, b) => a - b);
  const figures = [times[0], settled[25], settled.at(-1)].map((time) => `${(time ?? 0).toFixed(1)} ms`);
  const found = checkReadiness(year).length;
  say(`${name}: ${rules.rules.length} rules, ${found} findings; first, median, worst: ${figures.join(', ')}`);
}

const papers = visits.flatMap((one) => one.papers);
const lines = visits.flatMap((one) => one.invoices.flatMap((invoice) => invoice.lines));
say(
  `${visits.length} visits, ${papers.length} papers, ${lines.length} lines, ${vaultInvoices.length} invoices elsewhere`,
);
measure('rules of the tests', pack());
for (const place of ['532800', '110000', '510100', '440300'])
  measure(place, resolvePack(shippedPacks(), place));
