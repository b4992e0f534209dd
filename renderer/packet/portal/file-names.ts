// Names of files that every system takes and a person understands.

const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const LONGEST_BYTES = 150;

/** Safe on Windows, macOS and Linux; at most 150 bytes in UTF-8; never empty, never hidden. */
export function plainName(text: string): string {
  let name = text.normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/g, ' ');
  name = name.replace(/^[\s.]+|[\s.]+$/g, '');
  while (byteLength(name) > LONGEST_BYTES) name = [...name].slice(0, -1).join('').trimEnd();
  return name === '' || RESERVED.test(name) ? `_${name}` : name;
}

function byteLength(text: string): number {
  let total = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    total += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return total;
}

/** Fills {name} places; separators around an empty place are dropped. */
export function fillPattern(pattern: string, values: Record<string, string>): string {
  const filled = pattern.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return plainName(filled.replace(/([-_ ])[-_ ]+/g, '$1').replace(/^[-_ ]+|[-_ ]+$/g, ''));
}

export const serialOf = (serial: number, count: number): string =>
  String(serial).padStart(Math.max(2, String(count).length), '0');
