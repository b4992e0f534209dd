// Reads a built packet back and says what holds: the proof is taken from the bytes, not from the plan that made them.

import { capitalYuan, formatYuan } from '../../shared/money.ts';
import type { PacketPlan } from '../../shared/packet-plan.ts';
import type { PacketCheck, PressPage } from './press-messages.ts';

/** The packet opened again. Pages count from 0; a drawing is RGBA, 4 bytes a pixel. */
export type ReadBack = {
  pageCount: number;
  text: (page: number) => string;
  draw: (page: number, width: number) => Drawing;
};
export type Drawing = { width: number; height: number; rgba: Uint8ClampedArray };

type Watch = {
  /** Called with every page as it is drawn, pages count from 0; whatever it awaits happens before the next page. */
  drawn: (page: number, drawing: Drawing) => Promise<void>;
  /** True when the source of this page is blank itself. */
  sourceIsBlank: (page: PressPage) => Promise<boolean>;
};

/** Pixels across: enough for a line of handwriting to leave a mark, and what the list of pages shows. */
export const PROOF_WIDTH = 160;
/** The margin that carries the footer, as a share of the page's height. */
const FOOTER_SHARE = 0.07;
/** A mark is a pixel this much (of 255) away from the page's own background. */
const MARK = 28;

/** True when nothing but the footer's margin carries a mark. */
export function looksBlank({ width, height, rgba }: Drawing, footerShare = FOOTER_SHARE): boolean {
  const end = Math.floor(height * (1 - footerShare)) * width * 4;
  const middle = (Math.floor(height / 2) * width + Math.floor(width / 2)) * 4;
  const background = [rgba[middle] ?? 255, rgba[middle + 1] ?? 255, rgba[middle + 2] ?? 255];
  const onWhite = (at: number) => [0, 1, 2].every((part) => 255 - (rgba[at + part] ?? 255) < MARK);
  const onBackground = (at: number) =>
    [0, 1, 2].every((part) => Math.abs((background[part] ?? 255) - (rgba[at + part] ?? 255)) < MARK);
  for (let at = 0; at < end; at += 4) if (!onWhite(at) && !onBackground(at)) return false;
  return true;
}

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

const check = (name: PacketCheck['name'], passed: boolean, more: Partial<PacketCheck> = {}): PacketCheck => ({
  name,
  passed,
  count: 0,
  expected: 0,
  pages: [],
  names: [],
  ...more,
});

const sourceKey = (scan: string, page: number): string => `${scan}/${page}`;

function wantedSources(plan: PacketPlan): string[] {
  return plan.visits.flatMap(({ papers }) =>
    papers.flatMap(({ pages }) => pages.map(({ scan, page }) => sourceKey(scan, page))),
  );
}

/** How many of the wanted are not among the placed; one that is wanted twice must be placed twice. */
function countUnplaced(wanted: string[], placed: string[]): number {
  const left = new Map<string, number>();
  for (const key of placed) left.set(key, (left.get(key) ?? 0) + 1);
  return wanted.filter((key) => {
    const rest = left.get(key) ?? 0;
    left.set(key, rest - 1);
    return rest <= 0;
  }).length;
}

function checkSources(plan: PacketPlan, pages: PressPage[]): PacketCheck {
  const wanted = wantedSources(plan);
  const placed = pages.flatMap(({ source }) => (source ? [sourceKey(source.scan, source.page)] : []));
  const unplaced = countUnplaced(wanted, placed);
  return check('sources', unplaced === 0, {
    count: unplaced === 0 ? wanted.length : unplaced,
    expected: wanted.length,
  });
}

async function checkBlank(readBack: ReadBack, pages: PressPage[], watch: Watch): Promise<PacketCheck> {
  const bad: number[] = [];
  const excused: number[] = [];
  for (let page = 0; page < readBack.pageCount; page += 1) {
    const drawing = readBack.draw(page, PROOF_WIDTH);
    const entry = pages[page];
    if (looksBlank(drawing)) {
      const excusable = entry?.source ? await watch.sourceIsBlank(entry) : false;
      (excusable ? excused : bad).push(page + 1);
    }
    await watch.drawn(page, drawing);
  }
  return check('blank', bad.length === 0, {
    count: readBack.pageCount,
    pages: bad.length > 0 ? bad : excused,
  });
}

function checkText(plan: PacketPlan, readBack: ReadBack, pages: PressPage[]): PacketCheck[] {
  const front = pages.filter(({ kind }) => kind === 'front').map(({ number }) => readBack.text(number - 1));
  const text = squeeze(front.join(''));
  const totalFen = plan.visits
    .flatMap(({ invoices }) => invoices)
    .reduce((sum, invoice) => sum + invoice.totalFen, 0);
  const hospitals = [...new Set(plan.visits.map(({ hospital }) => hospital).filter((name) => name !== ''))];
  const lost = hospitals.filter((name) => !text.includes(squeeze(name)));
  const amount = formatYuan(totalFen, true);
  const capitals = capitalYuan(totalFen);
  const hasTotal = text.includes(amount) || text.includes(formatYuan(totalFen));
  return [
    check('person-name', text.includes(squeeze(plan.person.name)), { names: [plan.person.name] }),
    check('hospital', lost.length === 0, { count: hospitals.length, names: lost }),
    check('total', hasTotal, { names: [amount] }),
    check('capitals', text.includes(squeeze(capitals)), { names: [capitals] }),
  ];
}

/**
 * The checks in the order they are shown. `pages` is what the builder says it placed; it is held against the plan and
 * against the pages that are really there. Never throws for a packet that is wrong: a check that did not pass says so.
 */
export async function checkPacket(
  plan: PacketPlan,
  pages: PressPage[],
  readBack: ReadBack,
  watch: Watch,
): Promise<PacketCheck[]> {
  const gaps = pages.filter(({ kind }) => kind === 'gap');
  const counted = check('page-count', readBack.pageCount === pages.length && pages.length > 0, {
    count: readBack.pageCount,
    expected: pages.length,
  });
  const sources = checkSources(plan, pages);
  const text = checkText(plan, readBack, pages);
  const blank = await checkBlank(readBack, pages, watch);
  const marked = gaps.length > 0 ? [check('gaps', true, { count: gaps.length })] : [];
  return [counted, sources, blank, ...text, ...marked];
}
