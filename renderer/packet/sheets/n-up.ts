// Small invoices two or four to a sheet, numbered as on the claim sheet, with lines to cut along. Seals come along.

import type { PacketPlan, PacketSource, PacketVisit } from '../../../shared/packet-plan.ts';
import { paperLabel } from '../claim-draft.ts';
import type { BodyPage } from '../draft.ts';
import { addTurns, CONTENT } from '../layout/place.ts';
import { A4, type Box, operands, type Sheet } from '../layout/sheet.ts';
import { makeElement } from '../layout/structure.ts';
import { sizeToFit, wrapText } from '../layout/wrap.ts';
import { sheetWords } from './words.ts';

type Placed = { source: PacketSource; number: number; caption: string };

const HEAD = 24;
const CAPTION = 18;
const GUTTER = 12;
/** Points; smaller captions are not read. */
const LEAST = 7;

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

function cellsOf(columns: number, rows: number): Box[] {
  const top = CONTENT.y + HEAD;
  const width = (CONTENT.width - (columns - 1) * 2 * GUTTER) / columns;
  const height = (CONTENT.height - HEAD - (rows - 1) * 2 * GUTTER) / rows;
  return Array.from({ length: columns * rows }, (_, at) => ({
    x: CONTENT.x + (at % columns) * (width + 2 * GUTTER),
    y: top + Math.floor(at / columns) * (height + 2 * GUTTER),
    width,
    height,
  }));
}

const innerOf = (cell: Box): Box => ({ ...cell, y: cell.y + CAPTION + 2, height: cell.height - CAPTION - 2 });

const scaleIn = (source: PacketSource, cell: Box): number => {
  const [inner, shown] = [innerOf(cell), shownBox(source)];
  const largest = source.form === 'pdf' ? 1 : Number.POSITIVE_INFINITY;
  return Math.min(inner.width / shown.width, inner.height / shown.height, largest);
};

/** Four stand two by two, or below each other when wide receipts come out larger that way. */
function chooseCells(group: Placed[], perSheet: 2 | 4): Box[] {
  if (perSheet === 2) return cellsOf(1, 2);
  const [square, stack] = [cellsOf(2, 2), cellsOf(1, 4)];
  const smallest = (cells: Box[]) => Math.min(...group.map(({ source }) => scaleIn(source, cells[0] as Box)));
  return smallest(stack) > smallest(square) ? stack : square;
}

function arrange(sheet: Sheet, group: Placed[], { perSheet, hint }: { perSheet: 2 | 4; hint: string }): void {
  const cells = chooseCells(group, perSheet);
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
  drawCaption(sheet, caption, { x: cell.x + 31, y: cell.y, width: cell.width - 32, height: CAPTION });
  const inner = innerOf(cell);
  const shown = shownBox(source);
  const scale = scaleIn(source, cell);
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

/** On one line while it can be read, else on two. */
function drawCaption(sheet: Sheet, caption: string, box: Box): void {
  const size = sizeToFit(sheet.font, caption, 8.5, box.width);
  if (size >= LEAST) {
    sheet.text(caption, box.x, box.y + 11, { size, grey: 0.25 });
    return;
  }
  const lines = wrapText(sheet.font, caption, LEAST, box.width);
  const [first = '', ...rest] = lines;
  const second = rest.join('');
  sheet.text(first, box.x, box.y + 6.5, { size: LEAST, grey: 0.25 });
  const small = sizeToFit(sheet.font, second, LEAST, box.width);
  sheet.text(second, box.x, box.y + 15.5, { size: small, grey: 0.25 });
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
  const bottom = A4.height - CONTENT.y - CONTENT.height;
  const tops = [...new Set(cells.map(({ y }) => y))].slice(1);
  const lefts = [...new Set(cells.map(({ x }) => x))].slice(1);
  const across = tops.map((y) => {
    const at = A4.height - (y - GUTTER);
    return [CONTENT.x, at, CONTENT.x + CONTENT.width, at];
  });
  const down = lefts.map((x) => [x - GUTTER, A4.height - CONTENT.y - HEAD + 6, x - GUTTER, bottom]);
  for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of [...across, ...down])
    sheet.raw(`q 0.6 w 0.4 G [5 4] 0 d ${operands([x1, y1])} m ${operands([x2, y2])} l S Q`);
}
