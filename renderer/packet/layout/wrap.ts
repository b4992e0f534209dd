// Breaks text into lines: between Chinese characters, between words, and inside a word only when nothing else helps.

import type { PacketFont } from './packet-font.ts';

const OPENERS = '（《〈「『【〔“‘([{￥¥';
const CLOSERS = '，。、；：？！）》〉」』】〕”’,.;:?!)]}%％·…—';
const WORD = /[\p{Script=Latin}\p{Nd}\p{M}_/@#&+*'’.,:;%()[\]{}"!?-]/u;

/** Lines of `text` no wider than `width` points; `\n` always breaks; an empty text is one empty line. */
export function wrapText(font: PacketFont, text: string, size: number, width: number): string[] {
  return font
    .spell(text)
    .split('\n')
    .flatMap((line) => wrapLine(font, line.trim(), size, width));
}

function wrapLine(font: PacketFont, text: string, size: number, width: number): string[] {
  const fits = (line: string) => font.width(line.trimEnd(), size) <= width + 0.01;
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (fits(line + piece)) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = piece.trimStart();
    while (!fits(line)) {
      const head = longestHead(line, fits);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  lines.push(line.trimEnd());
  return lines;
}

function longestHead(text: string, fits: (line: string) => boolean): string {
  let head = '';
  for (const character of text) {
    if (head !== '' && !fits(head + character)) break;
    head += character;
  }
  return head;
}

/** What stays together: a word, a character with the marks that may not begin or end a line, spaces. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let previous = '';
  for (const character of text) {
    const joined =
      (WORD.test(previous) && WORD.test(character)) ||
      (previous !== '' && OPENERS.includes(previous)) ||
      (previous !== '' && previous !== ' ' && CLOSERS.includes(character));
    if (joined) pieces[pieces.length - 1] += character;
    else pieces.push(character);
    previous = character;
  }
  return pieces;
}

/** The largest size of at most `size` at which `text` is one line of `width` points. */
export function sizeToFit(font: PacketFont, text: string, size: number, width: number): number {
  const wanted = font.width(font.spell(text), size);
  return wanted <= width ? size : (size * width) / wanted;
}
