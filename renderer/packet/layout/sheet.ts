// One A4 page under construction: text, lines and boxes in points, y counted from the top edge downwards.

import type { PacketFont } from './packet-font.ts';

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

export class Sheet {
  readonly font: PacketFont;
  private readonly operators: string[] = [];

  constructor(font: PacketFont) {
    this.font = font;
  }

  /** One line of text; `x` is its left end, middle or right end by `align`; `baseline` from the top. */
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
    this.operators.push(
      `q ${edge}${number(grey)} g BT /F ${number(size)} Tf ${number(left)} ${this.up(baseline)} Td <${this.font.encode(shown)}> Tj ET Q`,
    );
  }

  line(from: { x: number; y: number }, to: { x: number; y: number }, width = 0.6, grey: Grey = 0): void {
    this.operators.push(
      `q ${number(width)} w ${number(grey)} G ${number(from.x)} ${this.up(from.y)} m ${number(to.x)} ${this.up(to.y)} l S Q`,
    );
  }

  fill(box: Box, grey: Grey): void {
    this.operators.push(`q ${number(grey)} g ${this.rectangle(box)} f Q`);
  }

  frame(box: Box, style: { width?: number; grey?: Grey; dash?: number[] } = {}): void {
    const { width = 0.6, grey = 0, dash } = style;
    const dashes = dash ? `[${dash.map(number).join(' ')}] 0 d ` : '';
    this.operators.push(`q ${number(width)} w ${number(grey)} G ${dashes}${this.rectangle(box)} S Q`);
  }

  /** Operators in the page's own coordinates (origin bottom left), such as the placing of a picture. */
  raw(operators: string): void {
    this.operators.push(operators);
  }

  content(): string {
    return this.operators.join('\n');
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
