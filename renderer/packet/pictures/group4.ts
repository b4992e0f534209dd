// Two-tone pictures as fax machines write them (ITU-T T.6, "Group 4"): each line is told by how it differs from the one above.

/** Runs of 0 to 63 pixels, then of 64, 128 ... 1728 (T.4, tables 2 and 3a), each as bits. */
const WHITE = `
  00110101 000111 0111 1000 1011 1100 1110 1111 10011 10100 00111 01000 001000 000011 110100 110101 101010
  101011 0100111 0001100 0001000 0010111 0000011 0000100 0101000 0101011 0010011 0100100 0011000 00000010
  00000011 00011010 00011011 00010010 00010011 00010100 00010101 00010110 00010111 00101000 00101001
  00101010 00101011 00101100 00101101 00000100 00000101 00001010 00001011 01010010 01010011 01010100
  01010101 00100100 00100101 01011000 01011001 01011010 01011011 01001010 01001011 00110010 00110011
  00110100
  11011 10010 010111 0110111 00110110 00110111 01100100 01100101 01101000 01100111 011001100 011001101
  011010010 011010011 011010100 011010101 011010110 011010111 011011000 011011001 011011010 011011011
  010011000 010011001 010011010 011000 010011011`;
const BLACK = `
  0000110111 010 11 10 011 0011 0010 00011 000101 000100 0000100 0000101 0000111 00000100 00000111
  000011000 0000010111 0000011000 0000001000 00001100111 00001101000 00001101100 00000110111 00000101000
  00000010111 00000011000 000011001010 000011001011 000011001100 000011001101 000001101000 000001101001
  000001101010 000001101011 000011010010 000011010011 000011010100 000011010101 000011010110 000011010111
  000001101100 000001101101 000011011010 000011011011 000001010100 000001010101 000001010110 000001010111
  000001100100 000001100101 000001010010 000001010011 000000100100 000000110111 000000111000 000000100111
  000000101000 000001011000 000001011001 000000101011 000000101100 000001011010 000001100110 000001100111
  0000001111 000011001000 000011001001 000001011011 000000110011 000000110100 000000110101 0000001101100
  0000001101101 0000001001010 0000001001011 0000001001100 0000001001101 0000001110010 0000001110011
  0000001110100 0000001110101 0000001110110 0000001110111 0000001010010 0000001010011 0000001010100
  0000001010101 0000001011010 0000001011011 0000001100100 0000001100101`;
/** Runs of 1792, 1856 ... 2560 pixels of either colour (T.4, table 3b). */
const LONG = `
  00000001000 00000001100 00000001101 000000010010 000000010011 000000010100 000000010101 000000010110
  000000010111 000000011100 000000011101 000000011110 000000011111`;
/** T.6, table 1: three to the left ... three to the right of the change above. */
const VERTICAL = '0000010 000010 010 1 011 000011 0000011';
const PASS = '0001';
const HORIZONTAL = '001';
const END = '000000000001';

/** A code with a one in front of it, so that its length is known from its value. */
const codes = (text: string): Uint16Array =>
  Uint16Array.from(text.trim().split(/\s+/), (bits) => Number.parseInt(`1${bits}`, 2));
const runs = [codes(WHITE + LONG), codes(BLACK + LONG)] as const;
const vertical = codes(VERTICAL);
const [pass = 0, horizontal = 0, end = 0] = codes(`${PASS} ${HORIZONTAL} ${END}`);
const LONGEST_RUN = 2560;

class BitWriter {
  private readonly bytes: Uint8Array;
  private length = 0;
  private held = 0;
  private heldBits = 0;

  constructor(most: number) {
    this.bytes = new Uint8Array(most);
  }

  /** More was written than there is room for. */
  get isFull(): boolean {
    return this.length > this.bytes.length;
  }

  put(code: number): void {
    const bits = 31 - Math.clz32(code);
    this.held = (this.held << bits) | (code ^ (1 << bits));
    this.heldBits += bits;
    while (this.heldBits >= 8) {
      this.heldBits -= 8;
      this.bytes[this.length++] = this.held >> this.heldBits;
    }
    this.held &= (1 << this.heldBits) - 1;
  }

  finish(): Uint8Array {
    if (this.heldBits > 0) this.put(1 << (8 - this.heldBits));
    return this.bytes.subarray(0, this.length);
  }
}

export type TwoTone = {
  width: number;
  height: number;
  /** Line by line, eight pixels to a byte from its highest bit; every line begins `lead` bytes into a row of its own. */
  rows: Uint8Array;
  lead?: number;
  /** False: a set bit is ink. */
  paperIsSet?: boolean;
};

/** The stream of CCITTFaxDecode with /K -1 (ISO 32000-1, 7.4.6); undefined when it would take more than `most` bytes. */
export function encodeGroup4(
  { width, height, rows, lead = 0, paperIsSet = false }: TwoTone,
  most: number,
): Uint8Array | undefined {
  const out = new BitWriter(most);
  const stride = Math.ceil(width / 8) + lead;
  const paper = paperIsSet ? 0xff : 0;
  let above = new Uint32Array(width + 3).fill(width);
  let line = new Uint32Array(width + 3);
  for (let row = 0; row < height && !out.isFull; row++) {
    findChanges(rows.subarray(row * stride + lead, (row + 1) * stride), { width, paper }, line);
    writeLine(out, { line, above, width });
    [above, line] = [line, above];
  }
  out.put(end);
  out.put(end);
  const bytes = out.finish();
  return out.isFull ? undefined : bytes;
}

/** Where the colour changes, beginning with paper; after the last change the width, four times. */
function findChanges(
  row: Uint8Array,
  { width, paper }: { width: number; paper: number },
  changes: Uint32Array,
): void {
  let count = 0;
  let color = paper;
  for (let at = 0; at < row.length; at++) {
    let different = ((row[at] ?? 0) ^ color) & 0xff;
    while (different !== 0) {
      const bit = Math.clz32(different) - 24;
      const place = at * 8 + bit;
      if (place >= width) break;
      changes[count++] = place;
      color ^= 0xff;
      different = (different ^ 0xff) & (0xff >> bit);
    }
  }
  changes.fill(width, count, count + 4);
}

type Line = { line: Uint32Array; above: Uint32Array; width: number };

/** T.6, 2.2: `from`, `next` and `over` are a0, a1 and b1 of its figures. */
function writeLine(out: BitWriter, { line, above, width }: Line): void {
  let from = -1;
  let color = 0;
  let at = 0;
  let upper = 0;
  while (from < width) {
    const next = line[at] ?? width;
    while (upper > 0 && (above[upper - 1] ?? width) > from) upper--;
    while ((above[upper] ?? width) <= from && (above[upper] ?? width) < width) upper++;
    if ((upper & 1) !== color) upper++;
    const over = above[upper] ?? width;
    const beyond = above[upper + 1] ?? width;
    const aside = next - over;
    if (beyond < next) {
      out.put(pass);
      from = beyond;
    } else if (aside >= -3 && aside <= 3) {
      out.put(vertical[aside + 3] ?? 0);
      from = next;
      color ^= 1;
      at += 1;
    } else {
      const after = line[at + 1] ?? width;
      out.put(horizontal);
      writeRun(out, color, next - Math.max(from, 0));
      writeRun(out, color ^ 1, after - next);
      from = after;
      at += 2;
    }
  }
}

function writeRun(out: BitWriter, color: number, length: number): void {
  const table = color === 0 ? runs[0] : runs[1];
  let left = length;
  for (; left > LONGEST_RUN + 63; left -= LONGEST_RUN) out.put(table[63 + LONGEST_RUN / 64] ?? 0);
  if (left >= 64) out.put(table[63 + (left >> 6)] ?? 0);
  out.put(table[left & 63] ?? 0);
}
