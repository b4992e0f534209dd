// The press: builds a packet away from the screen, opens the very bytes again, checks them and draws their pages.

import type { PacketPlan } from '../../shared/packet-plan.ts';
import { openPdfium, type PdfDocument } from '../../shared/pdfium/pdfium.ts';
import { Problem, type ProblemFact } from '../../shared/problems.ts';
import { checkPacket, type Drawing, looksBlank } from './check-packet.ts';
import { makePacket } from './make-packet.ts';
import type { FromPress, PressPage, ToPress } from './press-messages.ts';
import { drawSource, pullPdfium } from './press-sources.ts';

const say = (message: FromPress, moved: Transferable[] = []): void =>
  self.postMessage(message, { transfer: moved });

const asFact = (error: unknown): ProblemFact =>
  error instanceof Problem
    ? error.toFact()
    : { code: 'bug', params: { id: error instanceof Error ? error.message : String(error) } };

let packet: PdfDocument | undefined;

const toBitmap = ({ width, height, rgba }: Drawing): Promise<ImageBitmap> =>
  createImageBitmap(new ImageData(new Uint8ClampedArray(rgba), width, height));

const drawPacketPage = (document: PdfDocument, page: number, width: number): Drawing =>
  document.draw(page, { width });

/** Lets a waiting wish to draw go first: checking is long, looking is now. */
const letOthersIn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function sourceIsBlank(page: PressPage): Promise<boolean> {
  const drawing = await drawSource(page);
  return drawing !== undefined && looksBlank(drawing, 0);
}

async function checkDocument(document: PdfDocument, plan: PacketPlan, pages: PressPage[]): Promise<void> {
  const begun = performance.now();
  const checks = await checkPacket(
    plan,
    pages,
    {
      pageCount: document.pageCount,
      text: document.text,
      draw: (page, width) => drawPacketPage(document, page, width),
    },
    {
      sourceIsBlank,
      drawn: async (page, drawing) => {
        const bitmap = await toBitmap(drawing);
        say({ type: 'drawn', page: page + 1, width: drawing.width, bitmap }, [bitmap]);
        say({
          type: 'progress',
          progress: { step: 'checking', done: page + 1, total: document.pageCount },
        });
        await letOthersIn();
      },
    },
  );
  say({ type: 'checked', checks, milliseconds: performance.now() - begun });
}

async function start(plan: PacketPlan): Promise<void> {
  const begun = performance.now();
  const opening = pullPdfium().then(openPdfium);
  opening.catch(() => undefined);
  const { bytes, pages } = await makePacket(plan, (done, total) =>
    say({ type: 'progress', progress: { step: 'building', done, total } }),
  );
  const pdf = new Blob([new Uint8Array(bytes)], { type: 'application/pdf' });
  const document = (await opening).open(bytes);
  packet = document;
  say({ type: 'built', pdf, pages, milliseconds: performance.now() - begun });
  await checkDocument(document, plan, pages);
}

async function draw(page: number, width: number): Promise<void> {
  if (!packet) return;
  try {
    const bitmap = await toBitmap(drawPacketPage(packet, page - 1, width));
    say({ type: 'drawn', page, width, bitmap }, [bitmap]);
  } catch (error) {
    say({ type: 'draw-failed', page, width, problem: asFact(error) });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToPress>) => {
  if (data.type === 'draw') void draw(data.page, data.width);
  else start(data.plan).catch((error: unknown) => say({ type: 'failed', problem: asFact(error) }));
});
