// What the command line says of a packet it wrote: where every page landed.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import type { PacketPage } from '../../renderer/packet/build.ts';
import type { ProblemFact } from '../../shared/problems.ts';
import { describeProof } from './describe-proof.ts';
import { plainName } from './output.ts';
import type { PacketProof } from './prove-packet.ts';
import type { Say } from './words.ts';
import type { WrittenPacket } from './write-proven.ts';

/** Pages are counted from 1. `pages` of a file: for each source page, the page of the packet it became. */
export type ReportFile = {
  file: string;
  scan: string | null;
  outcome: 'packed' | 'partly' | 'refused' | 'duplicate';
  problem?: ProblemFact & { message?: string };
  pages: { source: number; packet: number | null; problem?: ProblemFact }[];
  /** How long it took to look into the file. */
  seconds?: number;
  /** An earlier file with the very same bytes, whose pages these are. */
  sameAs?: string;
};
export type PacketReport = {
  out: string;
  bytes: number;
  sha256: string;
  pages: number;
  files: ReportFile[];
  /** Pages (from 1) that a person left out, and why; the packet itself only has their number. */
  leftOut?: { file: string; page: number; reason: string }[];
  /** Hidden files and what systems leave in folders: passed over. */
  leftBehind?: string[];
  /** How the packet was proven before it took its place; `manifest` says which page came from where. */
  proof?: PacketProof;
};

/** The report of a packet that was written and proven. */
export const reportPacket = (
  { pages, ...written }: WrittenPacket,
  filesOf: (pages: PacketPage[]) => ReportFile[],
): PacketReport => ({ ...written, pages: pages.length, files: filesOf(pages) });

const fromModules = createRequire(import.meta.url);

export const readPacketFont = (): Promise<Uint8Array> =>
  readFile(fromModules.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'));

export type SourceFile = {
  file: string;
  scan: string | null;
  pages: number[];
  problem?: ReportFile['problem'];
};

/** Where the pages (0-based) of one file landed among those of the packet. */
export function reportFile(
  { file, scan, pages, problem }: SourceFile,
  placed: readonly PacketPage[],
): ReportFile {
  const landed = pages.flatMap((page): ReportFile['pages'] => {
    const found = placed.filter(({ source }) => source?.scan === scan && source?.page === page);
    if (found.length === 0) return [{ source: page + 1, packet: null }];
    return found.map((entry) =>
      entry.kind === 'unusable' && entry.problem
        ? { source: page + 1, packet: null, problem: entry.problem }
        : { source: page + 1, packet: entry.packet },
    );
  });
  const good = landed.filter(({ packet }) => packet !== null).length;
  const outcome = good === 0 ? 'refused' : good === landed.length ? 'packed' : 'partly';
  const reason = problem ?? landed.find((page) => page.problem)?.problem;
  return { file, scan, outcome, ...(reason ? { problem: reason } : {}), pages: landed };
}

/** The first files of a list by name, and how many more. */
const FEW = 5;
export function describeLeftBehind(say: Say, paths: readonly string[]): string {
  const names = paths.slice(0, FEW).map((path) => plainName(basename(path)));
  const more = paths.length > FEW ? ' …' : '';
  return `${say('leftBehind')}: ${paths.length}  (${names.join(', ')}${more})`;
}

export function describeReport(say: Say, report: PacketReport): string {
  const files = report.files.map(({ file, outcome, problem, pages, sameAs }) => {
    const numbers = pages.map(({ packet }) => packet ?? '–').join(', ');
    const why = problem ? `  ${plainName(problem.message ?? '')} [${problem.code}]` : '';
    const same = sameAs === undefined ? '' : `  ${say('sameAs')} ${plainName(sameAs)}`;
    return `${say(outcome)}  ${plainName(file)}  ${numbers}${why}${same}`;
  });
  const { leftBehind = [] } = report;
  if (report.files.some(({ problem }) => problem?.code.startsWith('pdf-password')))
    files.push(say('passwordHint'));
  if (leftBehind.length > 0) files.push(describeLeftBehind(say, leftBehind));
  const last = `${say('wrote')}: ${report.out}  ${report.pages} ${say('pages')}  ${report.bytes} B`;
  const left = (report.leftOut ?? []).map(
    ({ file, page, reason }) => `·  ${say('leftOut')}  ${file}  ${say('pageNumber')} ${page}  ${reason}`,
  );
  const proof = report.proof ? [describeProof(say, report.proof, left)] : left;
  return [...files, last, ...proof].join('\n');
}
