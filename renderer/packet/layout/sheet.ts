// One A4 page under construction: text, lines and boxes in points, y counted from the top edge downwards.

import type { PacketFont } from './packet-font.ts';
import { type Element, makeElement, PageStructure, type Role } from './structure.ts';

export const A4 = { width: 595.28, height: 841.89 };
/** 18 mm at the sides of generated pages; source pages get more room, but never less than 12 mm to any edge. */
export const MARGIN = 51;
export const SAFE_EDGE = 34.1;
/** The footer's line; nothing but the footer stands below it. */
export const FOOTER_TOP = A4.height - 52;

/** 0 is black, 1 is white. */
export type Grey = number;
/** Points. */
const LEAST_WEIGHTED = 14;

export type TextStyle = { size: number; grey?: Grey; weight?: boolean; align?: 'left' | 'center' | 'right' };
export type Box = { x: number; y: number; width: number; height: number };

/** A hundredth of a point is finer than any printer. */
const number = (value: number): string => String(Number(value.toFixed(2)));

type Run = { owner: Element | null; mark: number; operators: string[] };

export class Sheet {
  readonly font: PacketFont;
  /** What the page means; lines, frames and shades mean nothing and are artifacts. */
  readonly structure = new PageStructure();
  private readonly runs: Run[] = [];
  private open: Element | null = null;
  private decorating = false;

  constructor(font: PacketFont) {
    this.font = font;
  }

  /** What `draw` writes is a `role`, inside the one that is open, if any. */
  tag(role: Role, draw: () => void): void {
    this.within(makeElement(role), draw);
  }

  /** The same, for an element that says more of itself, or whose parent began on an earlier sheet. Once for each element. */
  within(element: Element, draw: () => void, parent: Element | null = this.open): void {
    const before = this.open;
    if (!this.decorating) {
      if (parent) parent.kids.push(element);
      else this.structure.begun.push(element);
      this.open = element;
    }
    draw();
    this.open = before;
  }

  /** What `draw` writes is said elsewhere, such as a table's heading repeated on its next sheet. */
  decorate(draw: () => void): void {
    this.decorating = true;
    draw();
    this.decorating = false;
  }

  /** One line of text, a paragraph unless `tag` says otherwise; `x` is its left end, middle or right end by `align`; `baseline` from the top. */
  text(text: string, x: number, baseline: number, style: TextStyle): void {
    const shown = this.font.spell(text);
    if (shown.trim() === '') return;
    const { size, grey = 0, align = 'left' } = style;
    const width = align === 'left' ? 0 : this.font.width(shown, size);
    const left = align === 'right' ? x - width : align === 'center' ? x - width / 2 : x;
    // Weight is the same outline with a thin edge: one typeface is enough and the text stays text.
    // Screens draw no line thinner than a pixel: below this size the edge would fill the characters.
    const edge =
      style.weight && size >= LEAST_WEIGHTED ? `2 Tr ${number(size * 0.028)} w ${number(grey)} G ` : '';
    this.push(
      this.open ?? this.begin(makeElement('P')),
      `q ${edge}${number(grey)} g BT /F ${number(size)} Tf ${number(left)} ${this.up(baseline)} Td <${this.font.encode(shown)}> Tj ET Q`,
    );
  }

  line(from: { x: number; y: number }, to: { x: number; y: number }, width = 0.6, grey: Grey = 0): void {
    this.push(
      null,
      `q ${number(width)} w ${number(grey)} G ${number(from.x)} ${this.up(from.y)} m ${number(to.x)} ${this.up(to.y)} l S Q`,
    );
  }

  fill(box: Box, grey: Grey): void {
    this.push(null, `q ${number(grey)} g ${this.rectangle(box)} f Q`);
  }

  frame(box: Box, style: { width?: number; grey?: Grey; dash?: number[] } = {}): void {
    const { width = 0.6, grey = 0, dash } = style;
    const dashes = dash ? `[${dash.map(number).join(' ')}] 0 d ` : '';
    this.push(null, `q ${number(width)} w ${number(grey)} G ${dashes}${this.rectangle(box)} S Q`);
  }

  /** Operators in the page's own coordinates (origin bottom left); of the open element, else an artifact. */
  raw(operators: string): void {
    this.push(this.open, operators);
  }

  content(): string {
    return this.runs
      .map(({ owner, mark, operators }) => {
        const head = owner === null ? '/Artifact BMC' : `/${owner.role} <</MCID ${mark}>> BDC`;
        return `${head}\n${operators.join('\n')}\nEMC`;
      })
      .join('\n');
  }

  /** Without what it means: the content of a form that a page marks as a whole. */
  plainContent(): string {
    return this.runs.flatMap(({ operators }) => operators).join('\n');
  }

  /** Neighbours of one element share one marked content. */
  private push(given: Element | null, operators: string): void {
    const owner = this.decorating ? null : given;
    const last = this.runs.at(-1);
    if (last && last.owner === owner) {
      last.operators.push(operators);
      return;
    }
    const mark = owner ? this.structure.mark(owner) : 0;
    this.runs.push({ owner, mark, operators: [operators] });
  }

  private begin(element: Element): Element {
    if (!this.decorating) this.structure.begun.push(element);
    return element;
  }

  private up(y: number): string {
    return number(A4.height - y);
  }

  private rectangle({ x, y, width, height }: Box): string {
    return `${number(x)} ${this.up(y + height)} ${number(width)} ${number(height)} re`;
  }
}

/** A matrix as six operands, to six digits: a thousandth of a point on any page. */
export const operands = (matrix: readonly number[]): string =>
  matrix.map((value) => String(Number(Number(value.toPrecision(6)).toFixed(6)))).join(' ');
