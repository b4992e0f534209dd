// What the program agrees to look into: beyond these a file is refused with a reason before it is decoded.

export const limits = {
  fileBytes: 200 * 1024 * 1024,
  pages: 2_000,
  archiveMembers: 500,
  archiveBytes: 1024 * 1024 * 1024,
  /** An archive may unpack to this many times its size, once it is larger than `archiveFreeBytes` unpacked. */
  archiveRatio: 100,
  archiveFreeBytes: 20_000_000,
  /** Pages of one PDF that are looked at for hints, and for how long; those after have none. */
  lookPages: 60,
  lookSeconds: 8,
  picturePixels: 100_000_000,
  /** HEIC is decoded whole in one piece of memory, about 11 bytes a pixel. */
  heicPixels: 60_000_000,
  taskSeconds: 20,
  largeFileBytes: 20_000_000,
  largeTaskSeconds: 60,
  /** A child above this is replaced after its task: its memory never shrinks again. */
  restingBytes: 700_000_000,
  /** A child above this is ended in the middle of its task. */
  workingBytes: 2_500_000_000,
} as const;

/** Pixels: pictures of a large file are made from its preview up to this size, because decoding the file takes several times as long. */
export const PREVIEW_EDGE = 1400;
