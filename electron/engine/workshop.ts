// The workshop looks into files and draws their pages in a child process that can be killed; nothing untrusted is decoded here.

import { stat } from 'node:fs/promises';
import type { MediaType, ScanPage, Turn } from '../../shared/domain.ts';
import type { PacketManifest, Rung } from '../../shared/packet-proof/manifest.ts';
import type { Finding } from '../../shared/packet-proof/prove-page.ts';
import type { PageEdit } from '../../shared/page-edit.ts';
import type { PageBox, PageFinding } from '../../shared/page-findings.ts';
import { Problem } from '../../shared/problems.ts';
import type { ArchiveMember } from './archive.ts';
import { openBench } from './bench.ts';
import type { EditWish } from './edit/edited.ts';
import type { FoundCorners } from './edit/find-corners.ts';
import type { EditedLookWish } from './edit/look-at-edited.ts';
import { keptForm } from './kept-as-it-came.ts';
import { limits } from './limits.ts';
import type { ProofWish, ReadPacket } from './prove.ts';
import type { Task } from './task.ts';

/** What was seen on a page: hints, and a fingerprint to know it by again (null when there is too little on it). */
export type Look = { findings: PageFinding[]; fingerprint: Uint8Array | null };

/**
 * `sha256` (64 hex digits) of the bytes that were looked into: what is kept must be the same. OFD and XML have no pages.
 * `looks` has an entry for each page of a picture; a PDF is looked at by itself. `readable` is a PDF's copy without password.
 * `preview` is a small JPEG of a picture that takes long to decode, in stored position.
 */
export type Inspected = {
  mediaType: MediaType;
  pages: ScanPage[];
  sha256: string;
  looks?: (Look | undefined)[];
  readable?: Uint8Array;
  preview?: Uint8Array | undefined;
};
/** With `edited`, `turn` is the one before the edit. */
export type PictureWish = {
  page: number;
  edge: number;
  mirrored: boolean;
  turn: Turn;
  edited?: { edit: PageEdit; extraTurn: Turn } | undefined;
};
/** A page of a kept file, upright after `mirrored` and `turn`. */
export type KeptPage = {
  bytes: Uint8Array;
  mediaType: MediaType;
  wish: Pick<PictureWish, 'page' | 'mirrored' | 'turn'>;
};
/** `turn`: of the other page, clockwise, to lie like the first; boxes of what differs, on the other one after that turn. */
export type ComparedPages = { turn: Turn; differences: { one: PageBox; other: PageBox }[] };
/** Bytes, or a file that must still have this SHA-256. */
export type LookSource = Uint8Array | { path: string; sha256: string };
export type CompactStep = { edge: number; quality: number; bytes: number };
export type CompactWish = PictureTurn & { longEdge: number; make?: { edge: number; quality: number } };
/** `edge`: pixels the source has; `floorEdge`: pixels below which it would not be readable; `belowFloor`: the source is. */
export type Compact = {
  jpeg: Uint8Array | null;
  steps: CompactStep[];
  edge: number;
  printHeight: number | null;
  floorEdge: number;
  floorBy: 'print' | 'dpi';
  belowFloor: boolean;
};
type PictureTurn = Omit<PictureWish, 'edge'>;
export type Printable = { form: 'jpeg' | 'png' | 'pdf'; bytes: Uint8Array };

export type RescueRung = Exclude<Rung, 'copied'>;
/** Page `page` of a PDF written anew, or a picture of it, `dpi` pixels to its own inch. */
export type RescuedPage = Printable & { page: number; dpi: number | null };

export type Workshop = {
  /** Type by bytes, limits, pages with their turn. Throws a Problem that names the file. */
  inspect: (path: string, fileName: string, password?: string) => Promise<Inspected>;
  /** What is seen on the pages of a PDF that opens without a password; not all of a long one. */
  look: (source: LookSource, pages: readonly ScanPage[]) => Promise<(Look | undefined)[]>;
  /** The fingerprint of a page that has one of an older kind; null when there is too little on it. */
  fingerprint: (page: KeptPage) => Promise<Uint8Array | null>;
  /** The digits a PDF page is written with, sorted; null for a scan, a picture and where there is little writing. */
  ownDigits: (page: KeptPage) => Promise<string | null>;
  /** Whether two pages that look alike differ in some writing for certain. */
  areTwoPapers: (one: KeptPage, other: KeptPage) => Promise<boolean>;
  /** Two pages laid over each other; null when they cannot be. */
  comparePages: (one: KeptPage, other: KeptPage) => Promise<ComparedPages | null>;
  /** How alike a page is to others by their fingerprints, 0 to 1 each, as far as to one that is the same beyond doubt. */
  compare: (print: Uint8Array, others: readonly Uint8Array[]) => Promise<number[]>;
  /** The files in a ZIP. Throws the Problems of listMembers, which name the file. */
  listArchive: (path: string, fileName: string) => Promise<ArchiveMember[]>;
  unpack: (path: string, fileName: string, member: ArchiveMember) => Promise<Uint8Array>;
  /** A WebP picture of one page, upright after `mirrored` and `turn`, longer side at most `edge` pixels. */
  picture: (bytes: Uint8Array, mediaType: MediaType, wish: PictureWish) => Promise<Uint8Array>;
  /** What the packet embeds for this page. JPEG, PDF and PNG without alpha pass through as they are. */
  printable: (bytes: Uint8Array, mediaType: MediaType, page: number) => Promise<Printable>;
  /** What the packet embeds for an edited page, in the position before its last turn. */
  edited: (bytes: Uint8Array, mediaType: MediaType, wish: EditWish) => Promise<Printable>;
  /** What is seen on an edited page, placed on it as it is before its last turn. */
  lookEdited: (bytes: Uint8Array, mediaType: MediaType, wish: EditedLookWish) => Promise<PageFinding[]>;
  /** The corners of a photographed paper; null when nothing like one is seen. */
  corners: (
    bytes: Uint8Array,
    mediaType: MediaType,
    wish: Omit<EditWish, 'edit'>,
  ) => Promise<FoundCorners | null>;
  /** A page as JPEG for a portal: the cost of every step from fine to the floor of legibility, or one step made. */
  compact: (bytes: Uint8Array, mediaType: MediaType, wish: CompactWish) => Promise<Compact>;
  /** A page of a PDF in another form, for packets that could not take it as it is. */
  rescue: (bytes: Uint8Array, page: number, rung: RescueRung) => Promise<RescuedPage>;
  /** Opens a finished packet and reads its manifest and the texts of its own pages, which should say what `given` has. */
  readPacket: (path: string, given?: PacketManifest) => Promise<ReadPacket>;
  /** Draws pages of a finished packet and holds them against their sources. */
  prove: (wish: ProofWish) => Promise<Finding[]>;
  close: () => Promise<void>;
};

type Looks = (Look | undefined)[];

const BENCHES = 2;
/** As long as a large file may take, whatever the bytes that travel. */
const LONG = limits.largeFileBytes + 1;

/** What only comes in waits for what somebody is looking at. */
const unhurried: Task['kind'][] = [
  'inspect',
  'look',
  'fingerprint',
  'own-digits',
  'tell-apart',
  'compare',
  'list-archive',
  'unpack',
];

type Waiting = { task: Task; seconds: number; settle: (outcome: Promise<unknown>) => void };

export type WorkshopOptions = {
  /** How long a task on an ordinary file may take. */
  taskSeconds?: number;
  /** How much memory a child process may take in the middle of a task. */
  workingBytes?: number;
};

/** At most two child processes, started when first needed; a task waits until one is free. */
export function openWorkshop(options: WorkshopOptions = {}): Workshop {
  const { taskSeconds = limits.taskSeconds, workingBytes = limits.workingBytes } = options;
  const benches = Array.from({ length: BENCHES }, () => openBench(workingBytes));
  const line: Waiting[] = [];
  let closed = false;

  const serve = () => {
    const free = benches.filter((bench) => !bench.isBusy());
    const bench = free.find((open) => open.isOpen()) ?? free[0];
    const hurried = line.findIndex(({ task }) => !unhurried.includes(task.kind));
    const next = bench && line.splice(Math.max(0, hurried), 1)[0];
    if (!bench || !next) return;
    const work = bench.perform(next.task, next.seconds);
    next.settle(work);
    void work.catch(() => {}).then(serve);
    serve();
  };
  const perform = async (task: Task, byteLength: number): Promise<unknown> => {
    if (closed) throw new Problem('cancelled');
    const large = byteLength > limits.largeFileBytes;
    const seconds = large ? limits.largeTaskSeconds : taskSeconds;
    const work = new Promise((settle) => {
      line.push({ task, seconds, settle });
    });
    serve();
    try {
      return await work;
    } catch (error) {
      // A child that was sent away in the middle of its task did nothing wrong.
      throw closed ? new Problem('cancelled') : nameFile(task, error);
    }
  };
  return {
    inspect: async (path, fileName, password = '') =>
      perform({ kind: 'inspect', path, fileName, password }, await sizeOf(path)) as Promise<Inspected>,
    look: async (source, pages) => {
      const size = 'path' in source ? await sizeOf(source.path) : source.length;
      return perform({ kind: 'look', source, pages }, size) as Promise<Looks>;
    },
    fingerprint: (page) =>
      perform({ kind: 'fingerprint', ...page }, page.bytes.length) as Promise<Uint8Array | null>,
    ownDigits: (page) =>
      perform({ kind: 'own-digits', ...page }, page.bytes.length) as Promise<string | null>,
    areTwoPapers: (one, other) =>
      perform({ kind: 'tell-apart', one, other }, one.bytes.length + other.bytes.length) as Promise<boolean>,
    comparePages: (one, other) =>
      perform(
        { kind: 'compare-pages', one, other },
        one.bytes.length + other.bytes.length,
      ) as Promise<ComparedPages | null>,
    compare: (print, others) => perform({ kind: 'compare', print, others }, 0) as Promise<number[]>,
    listArchive: async (path, fileName) =>
      perform({ kind: 'list-archive', path, fileName }, await sizeOf(path)) as Promise<ArchiveMember[]>,
    unpack: async (path, fileName, member) =>
      perform({ kind: 'unpack', path, fileName, member }, await sizeOf(path)) as Promise<Uint8Array>,
    picture: (bytes, mediaType, wish) =>
      perform({ kind: 'picture', bytes, mediaType, wish }, bytes.length) as Promise<Uint8Array>,
    printable: async (bytes, mediaType, page) => {
      const kept = keptForm(bytes, mediaType);
      if (kept) return { form: kept, bytes };
      return perform({ kind: 'printable', bytes, mediaType, page }, bytes.length) as Promise<Printable>;
    },
    edited: (bytes, mediaType, wish) =>
      perform({ kind: 'edited', bytes, mediaType, wish }, bytes.length) as Promise<Printable>,
    lookEdited: (bytes, mediaType, wish) =>
      perform({ kind: 'look-edited', bytes, mediaType, wish }, bytes.length) as Promise<PageFinding[]>,
    corners: (bytes, mediaType, wish) =>
      perform({ kind: 'corners', bytes, mediaType, wish }, bytes.length) as Promise<FoundCorners | null>,
    compact: (bytes, mediaType, wish) =>
      perform({ kind: 'compact', bytes, mediaType, wish }, bytes.length) as Promise<Compact>,
    rescue: (bytes, page, rung) =>
      perform({ kind: 'rescue', bytes, page, rung }, bytes.length) as Promise<RescuedPage>,
    readPacket: (path, given) => perform({ kind: 'read-packet', path, given }, LONG) as Promise<ReadPacket>,
    prove: (wish) => perform({ kind: 'prove', ...wish }, LONG) as Promise<Finding[]>,
    close: async () => {
      closed = true;
      for (const { settle } of line.splice(0)) settle(Promise.reject(new Problem('cancelled')));
      await Promise.all(benches.map((bench) => bench.close()));
    },
  };
}

/** A path that cannot be read is refused with its reason by the task itself. */
const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

function nameFile(task: Task, error: unknown): unknown {
  if (!('fileName' in task) || !(error instanceof Problem)) return error;
  return new Problem(error.code, { file: task.fileName, ...error.params });
}
