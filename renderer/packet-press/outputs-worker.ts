// Makes what goes beside a packet away from the screen: sheets, files for a portal, the ZIP twin. One job a worker.

import { Zip, ZipPassThrough } from 'fflate';
import { compactAddress, originalAddress } from '../../shared/addresses.ts';
import type { Answer } from '../../shared/calls.ts';
import { openPdfium } from '../../shared/pdfium/pdfium.ts';
import { Problem, type ProblemCode } from '../../shared/problems.ts';
import { planPortal } from '../packet/portal/plan-portal.ts';
import { type MeasuredCost, measurePages, type PortalDesk } from '../packet/portal/portal-pages.ts';
import { writeTwin } from '../packet/portal/write-twin.ts';
import { writeSheets } from '../packet/sheets/sheet-document.ts';
import type { FromOutputs, OutputJob, OutputResults, PortalOutcome, SheetOutput } from './output-messages.ts';
import { pullBytes, pullFont, pullPdfium, pullSource } from './press-sources.ts';

type Job<T extends OutputJob['type']> = Extract<OutputJob, { type: T }>;

/** Pixels across, and how many pages are shown before saving. */
const SHOWN_WIDTH = 900;
const SHOWN_PAGES = 8;

const say = (message: FromOutputs): void => self.postMessage(message);
const onProgress = (done: number, total: number): void => say({ type: 'progress', done, total });
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

async function makeSheet({ plan, wish }: Job<'sheet'>): Promise<SheetOutput> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const supplies = { pull: pullSource, font: await pullFont(), onProgress };
  const sink = (chunk: Uint8Array) => void chunks.push(own(chunk));
  await writeSheets(plan, wish, { supplies, sink });
  const pdf = new Blob(chunks, { type: 'application/pdf' });
  const document = (await openPdfium(await pullPdfium())).open(new Uint8Array(await pdf.arrayBuffer()));
  const shown = Array.from({ length: Math.min(document.pageCount, SHOWN_PAGES) }, (_, page) => page);
  const pictures = await Promise.all(
    shown.map((page) => {
      const { width, height, rgba } = document.draw(page, { width: SHOWN_WIDTH });
      return createImageBitmap(new ImageData(new Uint8ClampedArray(rgba), width, height));
    }),
  );
  return { pdf, pageCount: document.pageCount, pictures };
}

async function measure(address: string): Promise<MeasuredCost> {
  const answer = (await (await fetch(address)).json()) as Answer<MeasuredCost>;
  if (answer.ok) return answer.value;
  throw new Problem(answer.problem.code as ProblemCode, answer.problem.params);
}

const unusable = (file: string, page: number) => () =>
  new Problem('page-unusable', { file, page: page + 1, detail: 'not readable' });

async function makePortal({ plan, profile }: Job<'portal'>): Promise<PortalOutcome> {
  const desk: PortalDesk = {
    pull: pullSource,
    font: await pullFont(),
    onProgress,
    measure: (source, longEdge) => measure(compactAddress(source, { longEdge })),
    shrink: (source, make) =>
      pullBytes(
        compactAddress(source, { longEdge: make.edge, make }),
        unusable(source.fileName, source.page),
      ),
  };
  const pages = await measurePages(desk, plan, profile.longEdge);
  const { files: planned, rows, shortages } = await planPortal({ desk, plan, profile, pages });
  const files: PortalOutcome['files'] = [];
  if (shortages.length === 0)
    for (const { name, pages: count, make } of planned) {
      const type = name.endsWith('.pdf') ? 'application/pdf' : 'image/jpeg';
      files.push({ name, pages: count, bytes: new Blob([own(await make())], { type }) });
      onProgress(files.length, planned.length);
    }
  return { files, all: await zipFiles(files), rows, shortages };
}

/** They are compressed already. */
async function zipFiles(files: PortalOutcome['files']): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(own(chunk));
  });
  for (const { name, bytes } of files) {
    const entry = new ZipPassThrough(name);
    entry.mtime = new Date(1980, 0, 1);
    entry.os = 3;
    zip.add(entry);
    entry.push(new Uint8Array(await bytes.arrayBuffer()), true);
  }
  zip.end();
  return new Blob(parts, { type: 'application/zip' });
}

async function makeTwin({ plan }: Job<'twin'>): Promise<Blob> {
  const digest = async (bytes: Uint8Array) => {
    const sum = await crypto.subtle.digest('SHA-256', own(bytes));
    return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };
  const read = (scan: string) =>
    pullBytes(originalAddress(scan), () => new Problem('not-found', { what: 'scan', id: scan }));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of writeTwin(plan, { read, digest, onProgress }, new Map())) parts.push(own(chunk));
  return new Blob(parts, { type: 'application/zip' });
}

function make(job: OutputJob): Promise<OutputResults[keyof OutputResults]> {
  if (job.type === 'sheet') return makeSheet(job);
  return job.type === 'portal' ? makePortal(job) : makeTwin(job);
}

self.addEventListener('message', ({ data }: MessageEvent<OutputJob>) => {
  make(data).then(
    (result) => say({ type: 'done', result }),
    (error: unknown) => {
      const bug = {
        code: 'bug' as const,
        params: { id: error instanceof Error ? error.message : String(error) },
      };
      say({ type: 'failed', problem: error instanceof Problem ? error.toFact() : bug });
    },
  );
});
