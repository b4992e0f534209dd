// The press: builds a packet away from the screen, opens the very bytes again, proves them page by page and draws them.

import { type PacketPlan, wantedSources } from '../../shared/packet-plan.ts';
import { liftRungs, nameFrom } from '../../shared/packet-proof/judge.ts';
import type { PacketManifest, Rung } from '../../shared/packet-proof/manifest.ts';
import type { Finding } from '../../shared/packet-proof/prove-page.ts';
import { findManifest } from '../../shared/packet-proof/read-manifest.ts';
import type { Drawing } from '../../shared/pdfium/draw.ts';
import { openPdfium, type PdfDocument, type Pdfium } from '../../shared/pdfium/pdfium.ts';
import { Problem, type ProblemFact } from '../../shared/problems.ts';
import { CLAIM_AT_END, claimsArchive, LARGEST_ARCHIVE } from '../packet/pdf-pages/archive-claim.ts';
import { blobSource } from './blob-source.ts';
import { checkPacket, THUMBNAIL_WIDTH } from './check-packet.ts';
import { type MadePacket, makePacket } from './make-packet.ts';
import type { FromPress, PressProof, ToPress } from './press-messages.ts';
import { pullFont, pullPdfium } from './press-sources.ts';
import { openSources } from './proof-sources.ts';
import { holdAgainstPlan, proveBuilt, type ReadBuilt } from './prove-built.ts';
import { openReader, type Reader } from './reader.ts';
import { openWishLine, type Wish } from './wish-line.ts';

const say = (message: FromPress, moved: Transferable[] = []): void =>
  self.postMessage(message, { transfer: moved });

const asFact = (error: unknown): ProblemFact =>
  error instanceof Problem
    ? error.toFact()
    : { code: 'bug', params: { id: error instanceof Error ? error.message : String(error) } };

/** The packet that is shown, and was or will be proven. */
let packet: { read: ReadBuilt; close: () => Promise<void> } | undefined;

const asImage = ({ width, height, rgba }: Drawing): ImageData =>
  new ImageData(new Uint8ClampedArray(rgba), width, height);

/** Lets a waiting wish to draw go first: checking is long, looking is now. */
const letOthersIn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function showSmall(page: number, drawing: Drawing, total: number): Promise<void> {
  const bitmap = await createImageBitmap(asImage(drawing), {
    resizeWidth: THUMBNAIL_WIDTH,
    resizeHeight: Math.max(1, Math.round((drawing.height * THUMBNAIL_WIDTH) / drawing.width)),
    resizeQuality: 'medium',
  });
  say({ type: 'drawn', page, width: THUMBNAIL_WIDTH, bitmap }, [bitmap]);
  say({ type: 'progress', progress: { step: 'checking', done: page, total } });
  await letOthersIn();
}

/** The manifest inside the file; the writer's own word where the file carries none. */
const manifestIn = (document: PdfDocument, { manifest }: MadePacket): PacketManifest => {
  const found = findManifest(document);
  return found ? nameFrom(found, manifest) : manifest;
};

/** The packet is opened again in every new PDFium. */
function openBuilt({ read }: Reader, pdf: Blob): { read: ReadBuilt; close: () => Promise<void> } {
  const source = blobSource(pdf);
  const opened = new WeakMap<Pdfium, PdfDocument>();
  return {
    read: (use) =>
      read((pdfium) => {
        const document = opened.get(pdfium) ?? pdfium.openSource(source);
        opened.set(pdfium, document);
        return use(document);
      }),
    close: () => read((pdfium) => opened.get(pdfium)?.close()),
  };
}

/** What keeps a packet that says PDF/A from being one. */
async function proveArchive(pdf: Blob): Promise<Finding[]> {
  if (pdf.size > LARGEST_ARCHIVE) return [];
  const end = await pdf.slice(Math.max(0, pdf.size - CLAIM_AT_END)).arrayBuffer();
  if (!claimsArchive(new Uint8Array(end))) return [];
  const { checkArchive } = await import('../packet/pdf-pages/archive-check.ts');
  const troubles = await checkArchive(new Uint8Array(await pdf.arrayBuffer()));
  return troubles.map((detail) => ({ code: 'archive-broken', fails: true, page: 1, detail, file: '' }));
}

type Proving = { reader: Reader; plan: PacketPlan; made: MadePacket; read: ReadBuilt };

async function prove({ reader, plan, made, read }: Proving): Promise<PressProof> {
  const { manifest, pageCount } = await read((document) => ({
    manifest: manifestIn(document, made),
    pageCount: document.pageCount,
  }));
  const sources = openSources(reader, wantedSources(plan));
  try {
    const proof = await proveBuilt(read, manifest, {
      referencesOf: sources.referencesOf,
      drawn: (page, drawing) => showSmall(page, drawing, pageCount),
    });
    const { unplaced, findings: own } = holdAgainstPlan(plan, manifest);
    const findings = [...own, ...proof.findings, ...(await proveArchive(made.pdf))];
    const checks = await read(({ text }) =>
      checkPacket({ plan, manifest, pageCount, text, proof: { ...proof, findings }, unplaced }),
    );
    return { checks, findings, manifest, sealed: proof.sealed };
  } finally {
    await sources.close();
  }
}

/** A page of a PDF that does not look like its source is tried on the next rung, as on the command line. */
async function start(plan: PacketPlan): Promise<void> {
  const begun = performance.now();
  const font = await pullFont();
  const reader = openReader(() => pullPdfium().then((binary) => openPdfium(binary, () => font)));
  const raised = new Map<string, Rung>();
  for (;;) {
    const made = await makePacket(plan, {
      font,
      raised,
      onProgress: (done, total) => say({ type: 'progress', progress: { step: 'building', done, total } }),
    });
    packet?.close().catch(() => undefined);
    packet = openBuilt(reader, made.pdf);
    const { read } = packet;
    const built = performance.now();
    say({ type: 'built', pdf: made.pdf, pages: made.pages, milliseconds: built - begun });
    const proof = await prove({ reader, plan, made, read });
    if (proof.findings.some(({ fails }) => fails) && liftRungs(proof, raised)) continue;
    say({ type: 'checked', ...proof, milliseconds: performance.now() - built });
    return;
  }
}

async function draw({ page, width }: Wish): Promise<void> {
  if (!packet) return;
  try {
    const drawing = await packet.read((document) => document.draw(page - 1, { width }));
    const bitmap = await createImageBitmap(asImage(drawing));
    say({ type: 'drawn', page, width, bitmap }, [bitmap]);
  } catch (error) {
    say({ type: 'draw-failed', page, width, problem: asFact(error) });
  }
}

const wishDrawn = openWishLine(async (wish) => {
  await draw(wish);
  await letOthersIn();
});

self.addEventListener('message', ({ data }: MessageEvent<ToPress>) => {
  if (data.type === 'draw') wishDrawn(data);
  else start(data.plan).catch((error: unknown) => say({ type: 'failed', problem: asFact(error) }));
});
