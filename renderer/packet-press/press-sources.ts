// What the press worker pulls by address: source pages, the font, PDFium, a small picture to compare with.

import { fontAddress, pdfiumAddress, printableAddress, rescueAddress } from '../../shared/addresses.ts';
import type { Answer } from '../../shared/calls.ts';
import type { PacketSource } from '../../shared/packet-plan.ts';
import { Problem, type ProblemCode } from '../../shared/problems.ts';
import type { Supplies } from '../packet/build.ts';

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

/** A page of a PDF that could not be taken as it is: the PDF written anew, or the page drawn. */
export const pullRescue: NonNullable<Supplies['rescue']> = async ({ scan, page, fileName }, rung) => {
  const response = await fetch(rescueAddress(scan, page, rung));
  if (!response.ok)
    throw await readRefusal(
      response,
      () => new Problem('page-unusable', { file: fileName, page: page + 1, detail: 'not readable' }),
    );
  const type = response.headers.get('content-type') ?? '';
  const dpi = Number(response.headers.get('x-dpi') ?? '');
  return {
    form: type === 'application/pdf' ? 'pdf' : type === 'image/png' ? 'png' : 'jpeg',
    bytes: new Uint8Array(await response.arrayBuffer()),
    page,
    dpi: dpi > 0 ? dpi : null,
  };
};
