// Names for new things: a word and ten random characters, such as visit-7k2m9qx4ab.

import { randomInt } from 'node:crypto';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

type Prefix =
  | 'person'
  | 'visit'
  | 'invoice'
  | 'paper'
  | 'inbox'
  | 'claim'
  | 'filing'
  | 'approval'
  | 'standing'
  | 'hospital'
  | 'event'
  | 'rule'
  | 'attachment';

export function newId(prefix: Prefix): string {
  const characters = Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `${prefix}-${characters.join('')}`;
}
