// Damages bytes in the ways files are damaged: flipped, cut, overwritten, doubled, with numbers at their limits. Repeatable.

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function openDice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const edges = [0, 1, 0x7f, 0x80, 0xff, 0xffff, 0x7fffffff, 0xffffffff, 0x10000000];

function mutateOnce(bytes: Buffer, dice: () => number): Buffer {
  const place = (length = bytes.length) => Math.floor(dice() * length);
  switch (Math.floor(dice() * 6)) {
    case 0: {
      for (let count = 1 + place(12); count > 0; count -= 1) bytes[place()] = place(256);
      return bytes;
    }
    case 1:
      return bytes.subarray(0, place());
    case 2: {
      const at = place(Math.max(1, bytes.length - 4));
      const value = edges[place(edges.length)] ?? 0;
      if (at + 4 <= bytes.length)
        dice() < 0.5 ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at);
      return bytes;
    }
    case 3: {
      const from = place();
      const part = bytes.subarray(from, from + place(400));
      const at = place();
      return Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at)]);
    }
    case 4: {
      const at = place();
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + place(200))]);
    }
    default: {
      const at = place();
      return Buffer.from(bytes.fill(place(256), at, Math.min(bytes.length, at + place(64))));
    }
  }
}

export function mutate(seed: Uint8Array, dice: () => number): Buffer {
  let bytes: Buffer = Buffer.from(seed);
  for (let times = 1 + Math.floor(dice() * 3); times > 0 && bytes.length > 0; times -= 1)
    bytes = mutateOnce(bytes, dice);
  return bytes;
}
