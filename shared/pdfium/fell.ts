// Tells a decoder in WebAssembly that fell from one that refused a file.

/** True for a trap and for a stack or memory that ran out: the instance is not to be trusted any more. */
export const decoderFell = (error: unknown): boolean =>
  error instanceof RangeError || (error instanceof Error && error.name === 'RuntimeError');
