// A real claim of 20 visits and 80 mixed pages: exported and proven through the command line, then proven once more.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { type Measured, race } from './measure.ts';

const guibao = fileURLToPath(new URL('../../electron/guibao.mjs', import.meta.url));
const KINDS = ['invoice', 'itemized-list', 'prescription', 'medical-record'];
const VISITS = 20;

export type ClaimBench = { said: string; exported: Measured; verified: Measured };
type Ask = (...words: string[]) => { [key: string]: unknown };

const askIn =
  (vault: string): Ask =>
  (...words) =>
    JSON.parse(
      execFileSync(process.execPath, [guibao, '--vault', vault, '--json', ...words], { encoding: 'utf8' }),
    );

/** The vault is filled once and kept in `cache`; one that this program cannot use any more is made again. */
export async function benchClaim(cache: string, scratch: string): Promise<ClaimBench> {
  const { vault, claim } = await keptVault(join(cache, 'claim'));
  const out = join(scratch, 'claim.pdf');
  const words = [process.execPath, guibao, '--vault', vault, '--json'];
  const runners = [
    { name: 'export', words: [...words, 'claim', 'export', claim, '--out', out, '--allow-incomplete'] },
    { name: 'verify', words: [...words, 'packet', 'verify', out] },
  ];
  const measured = await race(runners, 3);
  const [exported, verified] = [measured.get('export'), measured.get('verify')];
  if (!exported || !verified) throw new Error('the claim was not exported and proven');
  const { pages, sources, compared, passed } = askIn(vault)('packet', 'verify', out);
  const proven = passed ? 'proven' : 'NOT PROVEN';
  return {
    said: `${VISITS} visits, ${pages} pages, ${compared} of ${sources} papers compared, ${proven}`,
    exported,
    verified,
  };
}

async function keptVault(folder: string): Promise<{ vault: string; claim: string }> {
  const vault = join(folder, 'vault');
  const known = join(folder, 'claim.txt');
  if (existsSync(known)) {
    const claim = readFileSync(known, 'utf8');
    try {
      askIn(vault)('claim', 'show', claim);
      return { vault, claim };
    } catch {}
  }
  process.stderr.write('  filling a vault, which is kept for the next time ...\n');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  execFileSync(process.execPath, [guibao, '--vault', vault, 'init'], { stdio: 'ignore' });
  const claim = await fillVault(askIn(vault), join(folder, 'papers'));
  rmSync(join(folder, 'papers'), { recursive: true });
  writeFileSync(known, claim);
  return { vault, claim };
}

export async function fillVault(run: Ask, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const idOf = (answer: Record<string, unknown>, name: string) =>
    String((answer[name] as { id: string } | undefined)?.id ?? answer.id);
  const person = idOf(run('person', 'add', '--name', '王秀兰'), 'person');
  const visits: string[] = [];
  for (let visit = 0; visit < VISITS; visit++) {
    const date = `2026-${String((visit % 10) + 1).padStart(2, '0')}-1${visit % 10}`;
    const made = run(
      ...['visit', 'add', '--person', person, '--kind', 'chronic-outpatient'],
      '--date',
      date,
      '--hospital',
      '昆明医科大学第一附属医院',
    );
    visits.push(idOf(made, 'visit'));
    for (const [at, kind] of KINDS.entries()) {
      const path = join(folder, `${visit}-${kind}.${['pdf', 'jpg', 'png', 'jpg'][at]}`);
      writeFileSync(path, await drawPaper(visit, at));
      run('attach', visits[visit] ?? '', path, '--kind', kind);
    }
  }
  return idOf(
    run('claim', 'create', '--person', person, ...visits.flatMap((id) => ['--visit', id])),
    'claim',
  );
}

/** An electronic invoice, a photograph of 12 megapixels, a gray scan at 200 dpi, a photograph of 3 megapixels. */
async function drawPaper(visit: number, at: number): Promise<Uint8Array> {
  if (at === 0) {
    const document = await PDFDocument.create();
    const page = document.addPage([595, 396]);
    for (let line = 0; line < 20; line++)
      page.drawText(`invoice ${visit} line ${line} 128.50`, { x: 40, y: 360 - line * 17, size: 11 });
    return document.save();
  }
  const [width = 0, height = 0] =
    [
      [0, 0],
      [3024, 4032],
      [1654, 2339],
      [1536, 2048],
    ][at] ?? [];
  const bars = Array.from({ length: 40 }, (_, line) => {
    const long = width * (0.3 + ((line * 271 + visit * 97) % 500) / 1000);
    return `<rect x="${width / 10}" y="${(height * (line + 3)) / 46}" width="${long}" height="${height / 120}" fill="#223"/>`;
  }).join('');
  const ink = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${bars}</svg>`,
  );
  const noise = { type: 'gaussian' as const, mean: 205, sigma: 8 };
  const paper = sharp({
    create: { width, height, channels: 3 as const, background: '#fff', noise },
  }).composite([{ input: ink }]);
  return at === 2
    ? sharp(await paper.png().toBuffer())
        .removeAlpha()
        .greyscale()
        .png()
        .toBuffer()
    : paper.jpeg({ quality: 90 }).toBuffer();
}
