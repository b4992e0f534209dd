// Hands the finished PDF over: to the native save dialog in the window, to the downloads of a browser otherwise.

import { saveAddress, submissionAddress } from '../../../shared/addresses.ts';
import type { Answer, CallOutput } from '../../../shared/calls.ts';
import { inWindow, unwrapAnswer } from '../../client.ts';
import { downloadBlob, KEEP_MILLISECONDS } from '../../files/download.ts';

/** The path it was saved to; '' where the browser keeps that to itself. Throws the Problem 'cancelled' among others. */
export async function savePacket(claimId: string, fileName: string, pdf: Blob): Promise<string> {
  if (!inWindow()) {
    downloadBlob(fileName, pdf);
    return '';
  }
  const response = await fetch(saveAddress(claimId, fileName), { method: 'POST', body: pdf });
  return unwrapAnswer((await response.json()) as Answer<{ path: string }>).path;
}

/** Keeps the packet in the vault, so that a step can freeze it; answers its SHA-256. */
export async function keepPacket(claimId: string, pdf: Blob): Promise<string> {
  const response = await fetch(submissionAddress(claimId), { method: 'POST', body: pdf });
  return unwrapAnswer((await response.json()) as Answer<CallOutput<'packet.keep'>>).sha256;
}

/** Opens the print dialog with the very PDF; false where this browser cannot show a PDF. */
export async function printPacket(pdf: Blob): Promise<boolean> {
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
