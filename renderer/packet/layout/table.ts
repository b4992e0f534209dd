// Ruled tables as offices print them: wrapped cells, shaded labels, a header repeated on every sheet.

import type { Flow } from './flow.ts';
import type { Grey, Sheet } from './sheet.ts';
import { type Element, makeElement } from './structure.ts';
import { wrapText } from './wrap.ts';

export type Cell = {
  text: string;
  align?: 'left' | 'center' | 'right';
  shade?: boolean;
  weight?: boolean;
  grey?: Grey;
  size?: number;
  /** Columns it covers, 1 when left out. */
  span?: number;
  /** No rule above it: it belongs to the cell over it. */
  joined?: boolean;
  /** Its text where a new sheet begins with this row, so that what it belongs to is named again. */
  again?: string;
  /** A square to tick instead of text. */
  tick?: boolean;
};
export type Table = {
  widths: number[];
  header?: Cell[];
  rows: Cell[][];
  size: number;
  padding: number;
  /** Lowest height of a row, in points. */
  lowest?: number;
};

const SHADE = 0.945;
const RULE = { width: 0.5, grey: 0.25 };
const LEADING = 1.35;

type Placed = { cell: Cell; x: number; width: number; lines: string[]; size: number };

export function drawTable(flow: Flow, table: Table): void {
  const meaning = makeElement('Table');
  flow.sheet.within(meaning, () => undefined);
  const draw = (row: Cell[], place: Omit<RowPlace, 'meaning'>) =>
    drawRow(flow, table, row, { meaning, ...place });
  if (table.header) draw(table.header, { first: true, header: true });
  for (const row of table.rows) {
    const height = heightOf(flow, table, row);
    const broken = height > flow.room && flow.y > 0;
    if (broken) {
      closeTable(flow);
      const { header } = table;
      flow.open();
      if (header) flow.sheet.decorate(() => draw(header, { first: true, header: true }));
    }
    draw(broken ? row.map(nameAgain) : row, { first: broken, header: false });
  }
  closeTable(flow);
}

const nameAgain = (cell: Cell): Cell => (cell.again === undefined ? cell : { ...cell, text: cell.again });

type RowPlace = {
  /** The table's element. */
  meaning: Element;
  /** The first row of a sheet has its upper rule. */
  first: boolean;
  header: boolean;
};

/** A shaded cell names what stands beside it; in the header, what stands below it. */
function meaningOf({ shade, span, text }: Cell, header: boolean): Element {
  const more = span && span > 1 ? { span } : {};
  if (header) return makeElement('TH', { scope: 'Column', ...more });
  return shade && text ? makeElement('TH', { scope: 'Row', ...more }) : makeElement('TD', more);
}

export function tableHeight(flow: Flow, table: Table): number {
  const rows = table.header ? [table.header, ...table.rows] : table.rows;
  return rows.reduce((total, row) => total + heightOf(flow, table, row), 0);
}

function heightOf(flow: Flow, table: Table, row: Cell[]): number {
  const tallest = Math.max(
    ...placeCells(flow, table, row).map(({ lines, size }) => lines.length * size * LEADING),
  );
  return Math.max(table.lowest ?? 0, tallest + 2 * table.padding);
}

function drawRow(flow: Flow, table: Table, row: Cell[], { meaning, first, header }: RowPlace): void {
  const height = heightOf(flow, table, row);
  const cells = placeCells(flow, table, row);
  for (const placed of cells) {
    if (placed.cell.shade) {
      flow.sheet.fill({ x: placed.x, y: flow.y, width: placed.width, height }, SHADE);
    }
  }
  for (const [at, placed] of cells.entries()) {
    const edges = { above: !placed.cell.joined || first, after: at === cells.length - 1 };
    rule(flow.sheet, placed, { y: flow.y, height, ...edges });
  }
  const line = makeElement('TR');
  flow.sheet.within(line, () => undefined, meaning);
  for (const placed of cells) {
    const draw = () => drawCell(flow, table, placed, height);
    flow.sheet.within(meaningOf(placed.cell, header), draw, line);
  }
  flow.y += height;
}

function drawCell(flow: Flow, table: Table, { cell, x, width, lines, size }: Placed, height: number): void {
  if (cell.tick) {
    const side = size * 0.95;
    const box = { x: x + (width - side) / 2, y: flow.y + (height - side) / 2, width: side, height: side };
    flow.sheet.frame(box, RULE);
    return;
  }
  const { align = 'left' } = cell;
  const at =
    align === 'left' ? x + table.padding : align === 'right' ? x + width - table.padding : x + width / 2;
  const style = { size, align, weight: cell.weight ?? false, grey: cell.grey ?? 0 };
  let baseline = flow.y + (height - lines.length * size * LEADING) / 2 + size * (LEADING / 2 + 0.37);
  for (const line of lines) {
    flow.sheet.text(line, at, baseline, style);
    baseline += size * LEADING;
  }
}

type Edges = { y: number; height: number; above: boolean; after: boolean };

/** The edge after a cell is the next cell's own. */
function rule(sheet: Sheet, { x, width }: Placed, { y, height, above, after }: Edges): void {
  const draw = (x1: number, y1: number, x2: number, y2: number) =>
    sheet.line({ x: x1, y: y1 }, { x: x2, y: y2 }, RULE.width, RULE.grey);
  if (above) draw(x, y, x + width, y);
  draw(x, y, x, y + height);
  if (after) draw(x + width, y, x + width, y + height);
}

/** Rows rule their upper and outer edges only, so that joined cells stay open. */
function closeTable(flow: Flow): void {
  flow.sheet.line(
    { x: flow.left, y: flow.y },
    { x: flow.left + flow.width, y: flow.y },
    RULE.width,
    RULE.grey,
  );
}

function placeCells(flow: Flow, table: Table, row: Cell[]): Placed[] {
  let column = 0;
  let x = flow.left;
  return row.map((cell) => {
    const span = cell.span ?? 1;
    const width = table.widths.slice(column, column + span).reduce((total, one) => total + one, 0);
    const size = cell.size ?? table.size;
    const placed = {
      cell,
      x,
      width,
      size,
      lines: wrapText(flow.font, cell.text, size, width - 2 * table.padding),
    };
    column += span;
    x += width;
    return placed;
  });
}
