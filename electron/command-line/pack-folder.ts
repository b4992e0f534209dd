// pack: one PDF straight from a folder of files, without a vault; one bad file never stops it.

import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { type FolderFile, type PacketPage, writeFolderPacket } from '../../renderer/packet/build.ts';
import type { MediaType } from '../../shared/domain.ts';
import type { PacketSource } from '../../shared/packet-plan.ts';
import { Problem } from '../../shared/problems.ts';
import { explainProblem } from '../../shared/words/problems.ts';
import { openWorkshop, type Workshop } from '../engine/workshop.ts';
import { truePath } from '../files/refuse-vault-file.ts';
import { expandPaths } from '../intake/expand.ts';
import { asInnerProblem, isArchive, layOutArchive } from '../intake/open-archive.ts';
import { showProgress } from './output.ts';
import {
  describeReport,
  type ReportFile,
  readPacketFont,
  reportFile,
  reportPacket,
  type SourceFile,
} from './packet-report.ts';
import type { OpenedSource } from './prove-packet.ts';
import type { Run } from './session.ts';
import { writeProven } from './write-proven.ts';

/** `path` and `mediaType` of what was looked into; left out for what was refused. */
type PackedFile = {
  folder: FolderFile;
  source: SourceFile;
  path?: string;
  mediaType?: MediaType;
  seconds?: number;
};
export type PackOptions = { out: string; password?: string[] };
type Pulls = Map<string, () => Promise<Uint8Array>>;

const keyOf = (source: Pick<PacketSource, 'scan' | 'page' | 'form'>) =>
  source.form === 'pdf' ? source.scan : `${source.scan}/${source.page}`;

export async function packFolder(
  run: Run,
  folders: string[],
  { out: outPath, password: passwords = [] }: PackOptions,
): Promise<void> {
  const out = resolve(outPath);
  const leftBehind: string[] = [];
  const paths = await expandPaths(
    folders.map((folder) => resolve(folder)),
    (path) => leftBehind.push(path),
  );
  if (paths.length === 0) throw new Problem('not-found', { what: run.say('files'), id: folders.join(' ') });
  if (paths.some((path) => truePath(path) === truePath(out)))
    throw new Problem('export-same-file', { path: out });
  const workshop = openWorkshop();
  const unpacked = await mkdtemp(join(tmpdir(), 'guibao-pack-'));
  try {
    const root = resolve(folders[0] ?? '.');
    const pulls: Pulls = new Map();
    const among = { paths, root, pulls, single: folders.length === 1, passwords, unpacked };
    const files = keepOnce(await lookIntoAll(run, workshop, among));
    showProgress('');
    const plan = {
      language: run.options.language,
      title: basename(root),
      files: files.map(({ folder }) => folder),
    };
    const font = await readPacketFont();
    const onProgress = (done: number, total: number) => showProgress(`${done}/${total}`);
    const originals = new Map(files.map((file) => [file.source.scan, file]));
    const written = await writeProven({
      out,
      desk: {
        workshop,
        readSource: (scan) => readOriginal(originals.get(scan)),
        onProgress,
        signal: run.stop,
      },
      write: (sink, rungOf) =>
        writeFolderPacket(
          plan,
          {
            pull: async (source) => (await pulls.get(keyOf(source))?.()) ?? new Uint8Array(),
            rescue: async (source, rung) =>
              workshop.rescue(await readFile(originals.get(source.scan)?.path ?? ''), source.page, rung),
            rungOf,
            font,
            onProgress,
            signal: run.stop,
          },
          sink,
        ),
      wanted: plan.files.flatMap(({ pages }) => pages),
    });
    showProgress('');
    const report = {
      ...reportPacket(written, (pages) => reportFiles(run, files, pages)),
      ...(leftBehind.length > 0 ? { leftBehind } : {}),
    };
    run.print(report, () => describeReport(run.say, report));
  } finally {
    await workshop.close();
    await rm(unpacked, { recursive: true, force: true });
  }
}

/** The same bytes under two names are in the packet once: the second points at the first. */
function keepOnce(files: PackedFile[]): PackedFile[] {
  const first = new Map<string, number>();
  return files.map((file, at) => {
    const { scan } = file.source;
    const sameAs = scan === null ? undefined : first.get(scan);
    if (scan !== null && sameAs === undefined) first.set(scan, at);
    return sameAs === undefined ? file : { ...file, folder: { ...file.folder, pages: [], sameAs } };
  });
}

/** Each page that could not be placed says why in words; a file that is the same as an earlier one names that and its pages. */
function reportFiles(run: Run, files: PackedFile[], pages: PacketPage[]): ReportFile[] {
  return files.map(({ source, folder: { sameAs }, seconds = 0 }, at) => {
    const placed = pages.filter(({ visit }) => visit === (sameAs ?? at));
    const { problem, outcome, ...told } = reportFile(source, placed);
    const same = sameAs === undefined ? undefined : files[sameAs]?.source.file;
    const message = problem && (problem.message ?? explainProblem(problem, run.options.language));
    return {
      ...told,
      outcome: same !== undefined && outcome === 'packed' ? 'duplicate' : outcome,
      ...(problem ? { problem: { ...problem, ...(message ? { message } : {}) } } : {}),
      ...(same === undefined ? {} : { sameAs: same }),
      seconds,
    };
  });
}

const readOriginal = async (file: PackedFile | undefined): Promise<OpenedSource | undefined> =>
  file?.mediaType && file.path ? { mediaType: file.mediaType, bytes: await readFile(file.path) } : undefined;

type LookAll = Omit<Look, 'path' | 'name'> & { paths: string[]; root: string; single: boolean };

/** Two at a time, as many as the workshop has hands; in the order of the paths. */
async function lookIntoAll(run: Run, workshop: Workshop, wish: LookAll): Promise<PackedFile[]> {
  const { paths, root, single, ...look } = wish;
  const files: PackedFile[][] = [];
  const waiting = [...paths.entries()].reverse();
  let done = 0;
  const hand = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [at, path] = next;
      if (run.stop.aborted) throw new Problem('cancelled');
      const name = single ? relative(root, path) || basename(path) : path;
      const begun = performance.now();
      const found = await lookInto(run, workshop, { ...look, path, name });
      const seconds = Math.round(performance.now() - begun) / 1000;
      files[at] = found.map((file) => ({ ...file, seconds }));
      done += 1;
      showProgress(`${done}/${paths.length} ${path}`);
    }
  };
  await Promise.all([hand(), hand()]);
  return files.flat();
}

type Look = { path: string; name: string; pulls: Pulls; passwords: string[]; unpacked: string };

/** A ZIP becomes the files in it, laid out in a folder that lasts until the packet is written. */
async function lookInto(run: Run, workshop: Workshop, look: Look): Promise<PackedFile[]> {
  try {
    return [await lookIntoFile(workshop, look)];
  } catch (error) {
    if (!isArchive(error)) return [refuseFile(run, look.name, error)];
  }
  const files: PackedFile[] = [];
  try {
    for await (const inner of layOutArchive(workshop, { ...look, parent: look.unpacked })) {
      const work = 'path' in inner ? keepAndLook(workshop, look, inner) : Promise.reject(inner.problem);
      const refuse = (error: unknown) =>
        refuseFile(run, inner.name, error instanceof Problem ? asInnerProblem(error) : error);
      files.push(await work.catch(refuse));
    }
  } catch (error) {
    files.push(refuseFile(run, look.name, error));
  }
  return files;
}

async function keepAndLook(workshop: Workshop, look: Look, inner: { name: string; path: string }) {
  const path = join(await mkdtemp(join(look.unpacked, 'kept-')), 'file');
  await rename(inner.path, path);
  return lookIntoFile(workshop, { ...look, name: inner.name, path });
}

/** Throws what is not a Problem. */
function refuseFile(run: Run, name: string, error: unknown): PackedFile {
  if (!(error instanceof Problem)) throw error;
  const message = explainProblem(error.toFact(), run.options.language);
  const source = { file: name, scan: null, pages: [], problem: { ...error.toFact(), message } };
  return { folder: { name, pages: [], refusal: message }, source };
}

/** One after another until the file opens. Throws the Problem of the last. */
async function tryPasswords<T>(passwords: string[], work: (password: string) => Promise<T>): Promise<T> {
  const [password = '', ...others] = passwords;
  try {
    return await work(password);
  } catch (error) {
    const isClosed = error instanceof Problem && error.code === 'pdf-password-wrong';
    if (!isClosed || others.length === 0) throw error;
    return tryPasswords(others, work);
  }
}

async function lookIntoFile(workshop: Workshop, look: Look): Promise<PackedFile> {
  const { name, pulls, passwords, unpacked } = look;
  const { mediaType, pages, sha256, readable } = await tryPasswords(passwords, (password) =>
    workshop.inspect(look.path, name, password),
  );
  if (pages.length === 0) {
    const type = mediaType === 'application/ofd' ? 'OFD' : 'XML';
    throw new Problem('no-pages-to-print', { file: name, type });
  }
  const path = readable ? join(unpacked, `${sha256}.pdf`) : look.path;
  if (readable) await writeFile(path, readable, { mode: 0o600 });
  const sources: PacketSource[] = [];
  for (const [page, facts] of pages.entries()) {
    const form = mediaType === 'application/pdf' ? 'pdf' : mediaType === 'image/jpeg' ? 'jpeg' : 'png';
    const source = { ...facts, scan: sha256, fileName: name, page, form, extraTurn: 0 } as PacketSource;
    sources.push(source);
    if (mediaType === 'application/pdf') pulls.set(keyOf(source), () => readFile(path));
    else if (mediaType === 'image/png' || mediaType === 'image/jpeg')
      pulls.set(keyOf(source), pullPicture(workshop, path, mediaType));
    else source.form = await convert(workshop, path, { source, mediaType, pulls });
  }
  const source = { file: name, scan: sha256, pages: pages.map((_, page) => page) };
  return { path, folder: { name, pages: sources }, source, mediaType };
}

const pullPicture = (workshop: Workshop, path: string, mediaType: MediaType) => async () =>
  (await workshop.printable(await readFile(path), mediaType, 0)).bytes;

type Conversion = { source: PacketSource; mediaType: Parameters<Workshop['printable']>[1]; pulls: Pulls };

/** Made once to learn its form and again when its turn comes, so that memory holds one page at a time. */
async function convert(workshop: Workshop, path: string, wish: Conversion): Promise<PacketSource['form']> {
  const { source, mediaType, pulls } = wish;
  const make = async () => workshop.printable(await readFile(path), mediaType, source.page);
  pulls.set(keyOf(source), async () => (await make()).bytes);
  try {
    return (await make()).form;
  } catch (error) {
    if (error instanceof Problem) return 'png';
    throw error;
  }
}
