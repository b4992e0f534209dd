// What the press worker pulls by address: source pages, the font, PDFium, a small picture to compare with.

import { fontAddress, pdfiumAddress, pictureAddress, printableAddress } from '../../shared/addresses.ts';
import type { Answer } from '../../shared/calls.ts';
import type { PacketSource } from '../../shared/packet-plan.ts';
import { Problem, type ProblemCode } from '../../shared/problems.ts';
import { type Drawing, PROOF_WIDTH } from './check-packet.ts';
import type { PressPage } from './press-messages.ts';

export async function pullBytes(
  address: string,
  whenRefused: () => Problem,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address);
  if (!response.ok) throw await readRefusal(response, whenRefused);
  return new Uint8Array(await response.arrayBuffer());
}

/** A refusal carries an Answer when the other side knew why. */
async function readRefusal(response: Response, otherwise: () => Problem): Promise<Problem> {
  try {
    const answer = (await response.json()) as Answer<unknown>;
    if (!answer.ok) return new Problem(answer.problem.code as ProblemCode, answer.problem.params);
  } catch {
    // No Answer in the body: the status is all there is.
  }
  return otherwise();
}

/** Bytes of one picture, or of the PDF that the page is in. */
export const pullSource = ({ scan, page, fileName, edit }: PacketSource): Promise<Uint8Array> =>
  pullBytes(
    printableAddress(scan, page, edit?.text),
    () => new Problem('page-unusable', { file: fileName, page: page + 1, detail: 'not readable' }),
  );

const programFileMissing = (path: string) => () =>
  new Problem('path-unreadable', { path, reason: 'missing' });

export const pullFont = (): Promise<Uint8Array> => pullBytes(fontAddress, programFileMissing(fontAddress));

export const pullPdfium = (): Promise<Uint8Array> =>
  pullBytes(pdfiumAddress, programFileMissing(pdfiumAddress));

/** The source of a page as the vault shows it, small; undefined when it has none or it cannot be shown. */
export async function drawSource({ source }: PressPage): Promise<Drawing | undefined> {
  if (!source) return undefined;
  const response = await fetch(pictureAddress(source.scan, source.page, PROOF_WIDTH, 0, source.edit?.text));
  if (!response.ok) return undefined;
  const bitmap = await createImageBitmap(await response.blob());
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  bitmap.close();
  const rgba = context?.getImageData(0, 0, width, height).data;
  return rgba ? { width, height, rgba } : undefined;
}
