// Small invoices two or four to a sheet, numbered as on the claim sheet, with lines to cut along. Seals come along.

import type { PacketPlan, PacketSource, PacketVisit } from '../../../shared/packet-plan.ts';
import { paperLabel } from '../claim-draft.ts';
import type { BodyPage } from '../draft.ts';
import { addTurns, CONTENT } from '../layout/place.ts';
import { A4, type Box, operands, type Sheet } from '../layout/sheet.ts';
import { makeElement } from '../layout/structure.ts';
import { sizeToFit } from '../layout/wrap.ts';
import { sheetWords } from './words.ts';

type Placed = { source: PacketSource; number: number; caption: string };

const HEAD = 24;
const CAPTION = 18;
const GUTTER = 12;

/** Nothing is cropped and nothing is blown up beyond the size a PDF page says it has. */
export function gatherPages(plan: PacketPlan, perSheet: 2 | 4): BodyPage[] {
  const placed = invoicesOf(plan);
  const words = sheetWords[plan.language];
  const pages: BodyPage[] = [];
  for (let at = 0; at < placed.length; at += perSheet) {
    const group = placed.slice(at, at + perSheet);
    pages.push({
      visit: null,
      paper: 'invoice',
      label: words.gathered,
      section: '',
      footer: words.gathered,
      gathered: group.map(({ source }) => source),
      arrange: (sheet) => arrange(sheet, group, { perSheet, hint: words.gatheredHint }),
    });
  }
  return pages;
}

function invoicesOf(plan: PacketPlan): Placed[] {
  const describe = (visit: PacketVisit, label: string) =>
    [visit.date, visit.hospital, label].filter(Boolean).join(' · ');
  return plan.visits
    .flatMap((visit) =>
      visit.papers
        .filter(({ kind }) => kind === 'invoice')
        .flatMap((paper) =>
          paper.pages.map((source) => ({ source, caption: describe(visit, paperLabel(plan, paper)) })),
        ),
    )
    .map((one, at) => ({ ...one, number: at + 1 }));
}

function cellsOf(perSheet: 2 | 4): Box[] {
  const columns = perSheet === 4 ? 2 : 1;
  const top = CONTENT.y + HEAD;
  const width = (CONTENT.width - (columns - 1) * 2 * GUTTER) / columns;
  const height = (CONTENT.height - HEAD - 2 * GUTTER) / 2;
  return [0, 1].flatMap((row) =>
    Array.from({ length: columns }, (_, column) => ({
      x: CONTENT.x + column * (width + 2 * GUTTER),
      y: top + row * (height + 2 * GUTTER),
      width,
      height,
    })),
  );
}

function arrange(sheet: Sheet, group: Placed[], { perSheet, hint }: { perSheet: 2 | 4; hint: string }): void {
  const cells = cellsOf(perSheet);
  sheet.text(hint, A4.width / 2, CONTENT.y + 9, { size: 8.5, align: 'center', grey: 0.35 });
  for (const [at, placed] of group.entries()) {
    const cell = cells[at];
    if (cell) drawCell(sheet, placed, cell, at);
  }
  drawCuts(sheet, cells);
}

function drawCell(sheet: Sheet, { source, number, caption }: Placed, cell: Box, at: number): void {
  const mark = { x: cell.x, y: cell.y, width: 24, height: 15 };
  sheet.frame(mark, { width: 0.8, grey: 0.2 });
  sheet.text(String(number), mark.x + 12, mark.y + 11, { size: 10, align: 'center', weight: true });
  const room = cell.width - 32;
  const size = sizeToFit(sheet.font, caption, 8.5, room);
  sheet.text(caption, cell.x + 31, cell.y + 11, { size, grey: 0.25 });
  const inner = { ...cell, y: cell.y + CAPTION + 2, height: cell.height - CAPTION - 2 };
  const shown = shownBox(source);
  const largest = source.form === 'pdf' ? 1 : Number.POSITIVE_INFINITY;
  const scale = Math.min(inner.width / shown.width, inner.height / shown.height, largest);
  const left = inner.x + (inner.width - shown.width * scale) / 2;
  const top = inner.y + (inner.height - shown.height * scale) / 2;
  const [width, height] = [shown.width * scale, shown.height * scale];
  const clip = `${operands([left, A4.height - top - height, width, height])} re W n`;
  const shift = [
    left - shown.x * scale,
    A4.height - top - height - (A4.height - shown.y - shown.height) * scale,
  ];
  const figure = makeElement('Figure', { alt: caption });
  const drawn = `q ${clip} ${operands([scale, 0, 0, scale, ...shift])} cm /X${at} Do Q`;
  sheet.within(figure, () => sheet.raw(drawn));
}

/** Where the page stands when it has a sheet for itself, from the top left. */
function shownBox(source: PacketSource): Box {
  const turn = addTurns(source.turn, source.extraTurn);
  const aside = turn === 90 || turn === 270;
  const [wide, high] = aside ? [source.height, source.width] : [source.width, source.height];
  const largest = source.form === 'pdf' ? 1 : Number.POSITIVE_INFINITY;
  const scale = Math.min(CONTENT.width / wide, CONTENT.height / high, largest);
  const [width, height] = [wide * scale, high * scale];
  return {
    x: CONTENT.x + (CONTENT.width - width) / 2,
    y: CONTENT.y + (CONTENT.height - height) / 2,
    width,
    height,
  };
}

function drawCuts(sheet: Sheet, cells: Box[]): void {
  const last = cells.at(-1);
  if (!last) return;
  const y = A4.height - (last.y - GUTTER);
  const lines = [[CONTENT.x, y, CONTENT.x + CONTENT.width, y]];
  const bottom = A4.height - CONTENT.y - CONTENT.height;
  if (cells.length === 4) {
    const x = last.x - GUTTER;
    lines.push([x, A4.height - CONTENT.y - HEAD + 6, x, bottom]);
  }
  for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of lines)
    sheet.raw(`q 0.6 w 0.4 G [5 4] 0 d ${operands([x1, y1])} m ${operands([x2, y2])} l S Q`);
}
