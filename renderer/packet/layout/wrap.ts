// Breaks text into lines: between Chinese characters, between words, and inside a word only when nothing else helps.

import type { PacketFont } from './packet-font.ts';

const OPENERS = '（《〈「『【〔“‘([{￥¥';
const CLOSERS = '，。、；：？！）》〉」』】〕”’,.;:?!)]}%％·…—';
const HAN = /\p{Script=Han}/u;
/** Parts of names of the minorities are rarely longer: 阿卜杜热依木·买买提. */
const LONGEST_PART = 6;
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
  const characters = [...text];
  let previous = '';
  for (const [at, character] of characters.entries()) {
    const joined =
      isInsidePart(characters, at) ||
      (WORD.test(previous) && WORD.test(character)) ||
      (previous !== '' && OPENERS.includes(previous)) ||
      (previous !== '' && previous !== ' ' && CLOSERS.includes(character));
    if (joined) pieces[pieces.length - 1] += character;
    else pieces.push(character);
    previous = character;
  }
  return pieces;
}

/** True where a break before `at` would cut a part of a name that is written with dots, not one between its parts. */
function isInsidePart(characters: readonly string[], at: number): boolean {
  const isHan = (place: number) => HAN.test(characters[place] ?? '');
  if (!isHan(at) || !isHan(at - 1)) return false;
  let [start, end] = [at - 1, at + 1];
  while (isHan(start - 1) && at - start < LONGEST_PART) start -= 1;
  while (isHan(end) && end - at < LONGEST_PART) end += 1;
  if (characters[end] === '·' && isHan(end + 1)) return end - at < LONGEST_PART;
  return characters[start - 1] === '·' && isHan(start - 2) && !isHan(end) && end - start <= LONGEST_PART;
}

/** What is too long for `width` points ends in an ellipsis. */
function cutToFit(font: PacketFont, text: string, size: number, width: number): string {
  const spelled = font.spell(text);
  if (font.width(spelled, size) <= width) return text;
  return `${longestHead(spelled, (line) => font.width(`${line}…`, size) <= width).trimEnd()}…`;
}

/** Points; smaller print is not read. */
const LEAST = 6.5;

/** One line of at most `width` points: first smaller, then cut. */
export function fitLine(
  font: PacketFont,
  text: string,
  wish: { size: number; width: number },
): { text: string; size: number } {
  const size = Math.max(LEAST, sizeToFit(font, text, wish.size, wish.width));
  return { text: cutToFit(font, text, size, wish.width), size };
}

/** The largest size of at most `size` at which `text` is one line of `width` points. */
export function sizeToFit(font: PacketFont, text: string, size: number, width: number): number {
  const wanted = font.width(font.spell(text), size);
  return wanted <= width ? size : (size * width) / wanted;
}
