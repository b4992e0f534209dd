// Hands the finished PDF over: to the native save dialog in the window, to the downloads of a browser otherwise.

import { type PrintWish, submissionAddress } from '../../../shared/addresses.ts';
import type { Answer, CallOutput } from '../../../shared/calls.ts';
import { inWindow, unwrapAnswer } from '../../client.ts';
import { downloadBlob, KEEP_MILLISECONDS } from '../../files/download.ts';
import { type SendWatch, sendOut } from './send-out.ts';

/** The path it was saved to; '' where the browser keeps that to itself. Throws the Problem 'cancelled' among others. */
export async function savePacket(fileName: string, pdf: Blob, watch: SendWatch = {}): Promise<string> {
  if (!inWindow()) {
    downloadBlob(fileName, pdf);
    return '';
  }
  return (await sendOut<{ path: string }>(pdf, { name: fileName }, watch)).path;
}

/** Keeps the packet in the vault, so that a step can freeze it; answers its SHA-256. */
export async function keepPacket(claimId: string, pdf: Blob): Promise<string> {
  const response = await fetch(submissionAddress(claimId), { method: 'POST', body: pdf });
  return unwrapAnswer((await response.json()) as Answer<CallOutput<'packet.keep'>>).sha256;
}

/** `opened`: the system's own viewer shows it, to be printed from there. `cannot`: this browser shows no PDF. */
export type PrintOutcome = 'printed' | 'opened' | 'cannot';

/** Opens the print dialog with the very PDF. Throws the Problem 'cancelled' among others. */
export async function printPacket(pdf: Blob, wish: PrintWish, watch: SendWatch = {}): Promise<PrintOutcome> {
  if (!inWindow()) return (await printInBrowser(pdf)) ? 'printed' : 'cannot';
  const { printed } = await sendOut<{ printed: boolean }>(pdf, { name: 'packet.pdf', print: wish }, watch);
  return printed ? 'printed' : 'opened';
}

async function printInBrowser(pdf: Blob): Promise<boolean> {
  if (!navigator.pdfViewerEnabled) return false;
  document.getElementById('packet-print')?.remove();
  const frame = document.createElement('iframe');
  frame.id = 'packet-print';
  frame.className = 'packet-print';
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.src = URL.createObjectURL(pdf);
  const loaded = new Promise<void>((resolve, reject) => {
    frame.onload = () => resolve();
    frame.onerror = () => reject(new Error('the PDF did not open'));
  });
  document.body.append(frame);
  try {
    await loaded;
    frame.contentWindow?.focus();
    frame.contentWindow?.print();
    return true;
  } catch {
    return false;
  } finally {
    setTimeout(() => URL.revokeObjectURL(frame.src), KEEP_MILLISECONDS);
  }
}
