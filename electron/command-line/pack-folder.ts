// pack: one PDF straight from a folder of files, without a vault; one bad file never stops it.

import { readFile } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { type FolderFile, writeFolderPacket } from '../../renderer/packet/build.ts';
import type { MediaType } from '../../shared/domain.ts';
import type { PacketSource } from '../../shared/packet-plan.ts';
import { Problem } from '../../shared/problems.ts';
import { explainProblem } from '../../shared/words/problems.ts';
import { openWorkshop, type Workshop } from '../engine/workshop.ts';
import { expandPaths } from '../intake/expand.ts';
import { showProgress } from './output.ts';
import {
  describeReport,
  readPacketFont,
  reportFile,
  reportPacket,
  type SourceFile,
  truePath,
} from './packet-report.ts';
import type { OpenedSource } from './prove-packet.ts';
import type { Run } from './session.ts';
import { writeProven } from './write-proven.ts';

type PackedFile = { path: string; folder: FolderFile; source: SourceFile; mediaType?: MediaType };
type Pulls = Map<string, () => Promise<Uint8Array>>;

const keyOf = (source: Pick<PacketSource, 'scan' | 'page' | 'form'>) =>
  source.form === 'pdf' ? source.scan : `${source.scan}/${source.page}`;

export async function packFolder(run: Run, folders: string[], outPath: string): Promise<void> {
  const out = resolve(outPath);
  const paths = await expandPaths(folders.map((folder) => resolve(folder)));
  if (paths.length === 0) throw new Problem('not-found', { what: run.say('files'), id: folders.join(' ') });
  if (paths.some((path) => truePath(path) === truePath(out)))
    throw new Problem('export-same-file', { path: out });
  const workshop = openWorkshop();
  try {
    const root = resolve(folders[0] ?? '.');
    const pulls: Pulls = new Map();
    const files = await lookIntoAll(run, workshop, { paths, root, pulls, single: folders.length === 1 });
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
    const report = reportPacket(written, (pages) =>
      files.map(({ source }, at) =>
        reportFile(
          source,
          pages.filter(({ visit }) => visit === at),
        ),
      ),
    );
    run.print(report, () => describeReport(run.say, report));
  } finally {
    await workshop.close();
  }
}

const readOriginal = async (file: PackedFile | undefined): Promise<OpenedSource | undefined> =>
  file?.mediaType && { mediaType: file.mediaType, bytes: await readFile(file.path) };

type LookAll = { paths: string[]; root: string; pulls: Pulls; single: boolean };

/** Two at a time, as many as the workshop has hands; in the order of the paths. */
async function lookIntoAll(run: Run, workshop: Workshop, wish: LookAll): Promise<PackedFile[]> {
  const { paths, root, pulls, single } = wish;
  const files: PackedFile[] = [];
  const waiting = [...paths.entries()].reverse();
  let done = 0;
  const hand = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [at, path] = next;
      if (run.stop.aborted) throw new Problem('cancelled');
      const name = single ? relative(root, path) || basename(path) : path;
      files[at] = await lookInto(run, workshop, { path, name, pulls });
      done += 1;
      showProgress(`${done}/${paths.length} ${path}`);
    }
  };
  await Promise.all([hand(), hand()]);
  return files;
}

type Look = { path: string; name: string; pulls: Pulls };

async function lookInto(run: Run, workshop: Workshop, { path, name, pulls }: Look): Promise<PackedFile> {
  try {
    const { mediaType, pages, sha256 } = await workshop.inspect(path, name);
    const sources: PacketSource[] = [];
    for (const [page, facts] of pages.entries()) {
      const form = mediaType === 'application/pdf' ? 'pdf' : mediaType === 'image/jpeg' ? 'jpeg' : 'png';
      const source = { ...facts, scan: sha256, fileName: name, page, form, extraTurn: 0 } as PacketSource;
      sources.push(source);
      if (mediaType === 'application/pdf' || mediaType === 'image/jpeg' || mediaType === 'image/png')
        pulls.set(keyOf(source), () => readFile(path));
      else source.form = await convert(workshop, path, { source, mediaType, pulls });
    }
    const source = { file: name, scan: sha256, pages: pages.map((_, page) => page) };
    return { path, folder: { name, pages: sources }, source, mediaType };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const message = explainProblem(error.toFact(), run.options.language);
    const source = { file: name, scan: null, pages: [], problem: { ...error.toFact(), message } };
    return { path, folder: { name, pages: [], refusal: message }, source };
  }
}

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
