// npm run bench [photos-100 photos-400 png flat claim]: the packet beside img2pdf, qpdf and pdf-lib used plainly, whole
// processes, in one run on one machine; at the end one table of targets. Without a word all but photos-400 (1 GB).

import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchClaim } from './claim-bench.ts';
import { isInstalled, type Measured, measure } from './measure.ts';
import { phonePhotos } from './phone-photos.ts';
import { pngKinds, pngPapers } from './png-papers.ts';

type Row = Record<string, string | number>;

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'guibao-bench-out-'));
const rows: Row[] = [];
/** A line of the table at the end; `met` is undefined where there was nothing to compare with. */
type Verdict = {
  what: string;
  guibao: string;
  img2pdf: string;
  ratio: string;
  target: string;
  met: boolean | undefined;
};
const verdicts: Verdict[] = [];
const MOST_MEGABYTES = 300;
const MOST_BYTES_A_PAGE = 600;

const sizeOfFolder = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

const filesOf = (folder: string): string[] =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));

function report(work: string, tool: string, { seconds, megabytes }: Measured, more: Row = {}): void {
  const row = { work, tool, seconds: seconds.toFixed(2), 'MB resident': Math.round(megabytes), ...more };
  rows.push(row);
  process.stderr.write(`${JSON.stringify(row)}\n`);
}

/** One measured thing beside img2pdf's, `most` times which it may be. */
function judge(
  what: string,
  [own, peer]: [number, number | undefined],
  { most, unit }: { most: number; unit: string },
): void {
  const ratio = peer === undefined ? undefined : own / peer;
  verdicts.push({
    what,
    guibao: `${own.toFixed(2)} ${unit}`,
    img2pdf: peer === undefined ? '' : `${peer.toFixed(2)} ${unit}`,
    ratio: ratio?.toFixed(3) ?? '',
    target: `${most.toFixed(2)} x`,
    met: ratio === undefined ? undefined : ratio <= most,
  });
}

/** One measured thing that must stay below a number of its own. */
function judgeBelow(what: string, own: number, [most, unit]: [number, string]): void {
  const shown = { guibao: `${own.toFixed(2)} ${unit}`, target: `${most} ${unit}` };
  verdicts.push({ what, ...shown, img2pdf: '', ratio: '', met: own <= most });
}

/** One folder of pictures through every tool; the ratios are to img2pdf. */
async function besidePeers(work: string, folder: string, peers: readonly string[]): Promise<void> {
  const out = join(scratch, 'out.pdf');
  const input = sizeOfFolder(folder);
  const pages = readdirSync(folder).length;
  const overhead = () => Math.round((statSync(out).size - input) / pages);
  let peer: (Measured & { bytes: number }) | undefined;
  if (peers.includes('img2pdf') && isInstalled('img2pdf')) {
    const measured = await measure(['img2pdf', ...filesOf(folder), '-o', out]).catch(() => undefined);
    if (measured) {
      peer = { ...measured, bytes: statSync(out).size };
      report(work, 'img2pdf', measured, { 'B a page': overhead() });
    }
  }
  const own = await measure([process.execPath, here('./write-packet.ts'), folder, out]);
  const ratios = peer && {
    'time ratio': (own.seconds / peer.seconds).toFixed(2),
    'size ratio': (statSync(out).size / peer.bytes).toFixed(4),
  };
  report(work, 'guibao', own, { 'B a page': overhead(), ...ratios });
  judge(`${work}: time`, [own.seconds, peer?.seconds], { most: 1, unit: 's' });
  const photos = work.includes('JPEG');
  if (photos) {
    judgeBelow(`${work}: memory`, own.megabytes, [MOST_MEGABYTES, 'MB']);
    judgeBelow(`${work}: bytes a page beside the picture`, overhead(), [MOST_BYTES_A_PAGE, 'B']);
  } else {
    const size = statSync(out).size / 1e6;
    judge(`${work}: size`, [size, peer && peer.bytes / 1e6], { most: 1.01, unit: 'MB' });
  }
  if (isInstalled('qpdf'))
    report(work, 'qpdf, rewriting our file', await measure(['qpdf', out, `${out}.qpdf`]));
  if (!peers.includes('pdf-lib')) return;
  const plain = await measure([process.execPath, here('./plain-pdf-lib.ts'), folder, out]);
  report(work, 'pdf-lib plainly', plain, { 'B a page': overhead() });
}

/** Cost of one page more, from small packets to large ones: it must not grow. */
async function flatness(folder: string): Promise<void> {
  const [small] = filesOf(folder);
  if (!small) return;
  const costs: number[] = [];
  for (const pages of [10, 100, 500, 2000]) {
    const many = join(scratch, `many-${pages}`);
    mkdirSync(many);
    for (let page = 0; page < pages; page++)
      copyFileSync(small, join(many, `${String(page).padStart(5, '0')}.png`));
    const own = await measure([process.execPath, here('./write-packet.ts'), many, join(scratch, 'many.pdf')]);
    report(`${pages} pages`, 'guibao', own, { 'ms a page': ((own.seconds * 1000) / pages).toFixed(2) });
    rmSync(many, { recursive: true });
    costs.push(own.seconds * 1000);
  }
  // What a page more costs: the start of the process is taken out by looking at the differences.
  const [, few = 0, more = 0, most = 0] = costs;
  const [early, late] = [(more - few) / 400, (most - more) / 1500];
  judgeBelow('a page more at 2,000 pages against one at 500', late / Math.max(0.01, early), [1.25, 'x']);
}

function asTable(all: readonly Row[]): string {
  const names = [...new Set(all.flatMap((row) => Object.keys(row)))];
  const cells = [names, ...all.map((row) => names.map((name) => String(row[name] ?? '')))];
  const widths = names.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  return cells.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')).join('\n');
}

const SECTIONS = ['photos-100', 'photos-400', 'png', 'flat', 'claim'];

async function run(): Promise<void> {
  const wanted = new Set(process.argv.slice(2));
  const strange = [...wanted].filter((name) => !SECTIONS.includes(name));
  if (strange.length > 0)
    throw new Error(`no section ${strange.join(', ')}; there are ${SECTIONS.join(', ')}`);
  const chosen = (name: string) => (wanted.size === 0 ? name !== 'photos-400' : wanted.has(name));
  for (const count of [100, 400]) {
    if (!chosen(`photos-${count}`)) continue;
    const [first = ''] = await phonePhotos(count);
    await besidePeers(`${count} phone JPEGs`, join(first, '..'), ['img2pdf', 'pdf-lib']);
  }
  for (const kind of chosen('png') ? pngKinds : [])
    await besidePeers(`4 PNG ${kind}`, await pngPapers(kind), ['img2pdf', 'pdf-lib']);
  if (chosen('flat')) await flatness(await pngPapers('1-bit'));
  if (chosen('claim')) {
    const { rows: claim, seconds, cpu } = await benchClaim(scratch);
    rows.push(...claim);
    judgeBelow('claim of 20 visits, 80 pages, exported and proven', seconds, [5, 's']);
    judgeBelow('the same: processor time', cpu, [10, 's']);
  }
  process.stdout.write(`${asTable(rows)}\n\n`);
  const said = (met: boolean | undefined) => (met === undefined ? 'not compared' : met ? 'yes' : 'NO');
  process.stdout.write(`${asTable(verdicts.map(({ met, ...row }) => ({ ...row, 'met?': said(met) })))}\n`);
}

try {
  await run();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
