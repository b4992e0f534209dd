// npm run bench [photos-100 photos-400 png flat claim pack intake preflight turned look-alikes]: files coming in, and the packet beside img2pdf, qpdf and pdf-lib used plainly, as whole
// processes that take turns in one run on one machine; one table of every target at the end. Without a word all of it.

import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCommandLine } from '../../command-line.build.ts';
import { benchClaim } from './claim-bench.ts';
import { INTAKE_SECTIONS, runIntakeSections } from './intake-sections.ts';
import { isInstalled, type Measured, type Runner, race } from './measure.ts';
import { phonePhotos } from './phone-photos.ts';
import { pngKinds, pngPapers } from './png-papers.ts';
import {
  atMost,
  besideImg2pdf,
  countVerdicts,
  drawTable,
  type Line,
  type Peer,
  peerNames,
} from './score-table.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const cache = here('../../.cache/bench');
const guibao = here('../../electron/guibao.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'guibao-bench-out-'));
const lines: Line[] = [];
const MOST_MEGABYTES = 300;
const MOST_BYTES_A_PAGE = 600;
const MOST_CLAIM_SECONDS = 5;
/** How much more a page may cost among 2,000 than among 500. */
const FLAT = 1.25;

const filesOf = (folder: string): string[] =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));

const note = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

function add(...more: Line[]): void {
  lines.push(...more);
  for (const { work, what, unit, guibao: own, peers = {} } of more)
    note(
      `  ${work}, ${what}: ${own.toFixed(2)} ${unit}${peers.img2pdf ? `, img2pdf ${peers.img2pdf.toFixed(2)}` : ''}`,
    );
}

/** The writer alone, built like the command line is: what the peers do too. */
const writer = (folder: string, out: string): string[] => [
  process.execPath,
  join(cache, 'built/write-packet.js'),
  folder,
  out,
];

type Finished = Measured & { bytes: number };

/** One folder of pictures through every tool that is here, in turns. */
async function runTools(folder: string, runs: number): Promise<Partial<Record<Peer | 'guibao', Finished>>> {
  const sizes = new Map<string, number>();
  const runner = (name: string, make: (out: string) => string[], most = runs): Runner => {
    const out = join(scratch, `${name}.pdf`);
    return { name, words: make(out), runs: most, after: () => sizes.set(name, statSync(out).size) };
  };
  const own = join(scratch, 'guibao.pdf');
  const runners = [
    runner('guibao', (out) => writer(folder, out)),
    runner('img2pdf', (out) => ['img2pdf', ...filesOf(folder), '-o', out]),
    runner('pdf-lib', (out) => [process.execPath, here('./plain-pdf-lib.ts'), folder, out], 1),
    runner('qpdf', (out) => ['qpdf', own, out], 1),
  ];
  const present = runners.filter(({ name }) => name === 'guibao' || name === 'pdf-lib' || isInstalled(name));
  const measured = await race(present, runs);
  return Object.fromEntries(
    [...measured].map(([name, one]) => [name, { ...one, bytes: sizes.get(name) ?? 0 }]),
  );
}

const peersIn = (all: Partial<Record<Peer, Finished>>, read: (one: Finished) => number): Line['peers'] =>
  Object.fromEntries(
    peerNames.flatMap((name) => {
      const found = all[name];
      return found ? [[name, read(found)]] : [];
    }),
  );

async function besidePeers(
  work: string,
  folder: string,
  { runs, photos }: { runs: number; photos: boolean },
) {
  note(`${work} ...`);
  const input = filesOf(folder).reduce((sum, file) => sum + statSync(file).size, 0);
  const pages = readdirSync(folder).length;
  const name = `${work}, ${(input / 1e6).toFixed(input < 1e6 ? 2 : 0)} MB`;
  const { guibao: own, ...peers } = await runTools(folder, runs);
  if (!own) throw new Error(`${work}: no packet was written`);
  const line = (what: string, unit: string, read: (one: Finished) => number) => ({
    ...{ work: name, what, unit },
    guibao: read(own),
    peers: peersIn(peers, read),
  });
  add(
    besideImg2pdf(
      line('time', 's', ({ seconds }) => seconds),
      1,
    ),
    line('processor', 's', ({ cpu }) => cpu),
  );
  const memory = line('memory', 'MB', ({ megabytes }) => megabytes);
  const overhead = line('beside the pictures', 'B a page', ({ bytes }) => (bytes - input) / pages);
  const size = line('size', 'MB', ({ bytes }) => bytes / 1e6);
  if (photos) add(atMost(memory, MOST_MEGABYTES), atMost(overhead, MOST_BYTES_A_PAGE));
  else add(memory, besideImg2pdf(size, 1.01));
}

/** Cost of one page more, from small packets to large ones: it must not grow, nor must the memory. */
async function flatness(folder: string): Promise<void> {
  const [small = ''] = filesOf(folder);
  const folders = [10, 100, 500, 2000].map((pages) => {
    const many = join(scratch, `many-${pages}`);
    mkdirSync(many);
    for (let page = 0; page < pages; page++)
      copyFileSync(small, join(many, `${String(page).padStart(5, '0')}.png`));
    return { pages, name: `${pages} pages`, words: writer(many, join(scratch, 'many.pdf')) };
  });
  note('10 to 2,000 pages ...');
  const measured = await race(folders, 3);
  const work = 'one packet, 10 to 2,000 pages';
  for (const { pages, name } of folders) {
    const one = measured.get(name);
    if (!one) throw new Error(`${name}: no packet was written`);
    add({ work, what: `${name}, a page`, unit: 'ms', guibao: (one.seconds * 1000) / pages });
  }
  const [few, more, most] = [100, 500, 2000].map((pages) => measured.get(`${pages} pages`));
  if (!few || !more || !most) return;
  // What a page more costs: the start of the process is taken out by looking at the differences.
  const [early, late] = [(more.cpu - few.cpu) / 400, (most.cpu - more.cpu) / 1500];
  add(
    atMost({ work, what: 'a page more at 2,000 beside one at 500', unit: 'x', guibao: late / early }, FLAT),
    atMost({ work, what: 'memory at 2,000 pages', unit: 'MB', guibao: most.megabytes }, MOST_MEGABYTES),
  );
}

async function claim(): Promise<void> {
  note('a claim of 20 visits ...');
  const { said, exported, verified } = await benchClaim(cache, scratch);
  const work = `claim, ${said}`;
  add(
    atMost({ work, what: 'exported and proven', unit: 's', guibao: exported.seconds }, MOST_CLAIM_SECONDS),
    { work, what: 'the same: processor', unit: 's', guibao: exported.cpu },
    { work, what: 'the same: memory', unit: 'MB', guibao: exported.megabytes },
    { work, what: 'proven once more', unit: 's', guibao: verified.seconds },
  );
}

/** What a person really runs on a folder: every file looked into, written, proven, with all children counted. */
async function pack(folder: string): Promise<void> {
  note('guibao pack, 100 phone JPEGs ...');
  const words = [process.execPath, guibao, 'pack', folder, '--out', join(scratch, 'pack.pdf')];
  const one = (await race([{ name: 'pack', words }], 2)).get('pack');
  if (!one) throw new Error('pack failed');
  const work = 'guibao pack, 100 phone JPEGs, each looked into and proven';
  add(
    { work, what: 'time', unit: 's', guibao: one.seconds },
    { work, what: 'processor', unit: 's', guibao: one.cpu },
    { work, what: 'memory of all processes', unit: 'MB', guibao: one.megabytes },
  );
}

const SECTIONS = ['photos-100', 'photos-400', 'png', 'flat', 'claim', 'pack', ...INTAKE_SECTIONS];

async function run(): Promise<void> {
  const wanted = process.argv.slice(2);
  const strange = wanted.filter((name) => !SECTIONS.includes(name));
  if (strange.length > 0)
    throw new Error(`no section ${strange.join(', ')}; there are ${SECTIONS.join(', ')}`);
  const chosen = (name: string) => wanted.length === 0 || wanted.includes(name);
  process.env.NODE_COMPILE_CACHE ??= join(cache, 'compiled');
  await buildCommandLine(join(cache, 'built'), {
    'write-packet': 'test/bench/write-packet.ts',
    'engine-worker': 'electron/engine/worker.ts',
  });
  await buildCommandLine();
  const folderOf = (count: number) => phonePhotos(scratch, count);
  if (chosen('photos-100'))
    await besidePeers('100 phone JPEGs', await folderOf(100), { runs: 5, photos: true });
  if (chosen('photos-400'))
    await besidePeers('400 phone JPEGs', await folderOf(400), { runs: 4, photos: true });
  for (const kind of chosen('png') ? pngKinds : [])
    await besidePeers(`4 PNG A4 200 dpi, ${kind}`, await pngPapers(scratch, kind), {
      runs: 7,
      photos: false,
    });
  if (chosen('flat')) await flatness(await pngPapers(scratch, '1-bit'));
  if (chosen('claim')) await claim();
  if (chosen('pack')) await pack(await folderOf(100));
  add(...(await runIntakeSections(chosen, scratch)));
  process.stdout.write(`\n${drawTable(lines)}\n\n${countVerdicts(lines)}\n`);
  const absent = ['img2pdf', 'qpdf'].filter((tool) => !isInstalled(tool));
  for (const tool of absent)
    process.stdout.write(`${tool} is not installed here: nothing was compared with it.\n`);
  process.stdout.write(
    `${availableParallelism()} cores. Time and processor: the best of several runs in turns; memory: the most of them. guibao is the packet writer alone where it stands beside peers; pdf-lib is used as its manual shows; qpdf rewrites our file.\n`,
  );
}

process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(130));
await run();
