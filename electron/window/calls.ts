// The window's end of the call table: one channel, the sender checked on every call.

import type { IpcMain, IpcMainInvokeEvent, WebFrameMain } from 'electron';
import type { Answer } from '../../shared/calls.ts';
import { Problem } from '../../shared/problems.ts';
import { reportBug } from '../files/bug-log.ts';
import { answer } from '../handlers/answer.ts';
import type { Context } from '../handlers/context.ts';
import { isOwnAddress } from './scheme.ts';

export const CALL_CHANNEL = 'call';

/** True for the main frame of the organizer's own page and nothing else. */
function isOwnFrame(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isOwnAddress(frame.url);
}

function failure(error: unknown): Answer<unknown> {
  if (error instanceof Problem) return { ok: false, problem: error.toFact() };
  return { ok: false, problem: { code: 'bug', params: { id: reportBug(error) } } };
}

/** Answers the renderer's calls; every call settles with an Answer. */
export function answerCalls(ipcMain: IpcMain, context: Context): void {
  ipcMain.handle(CALL_CHANNEL, async (event: IpcMainInvokeEvent, name: unknown, input: unknown) => {
    try {
      if (!isOwnFrame(event.senderFrame)) throw new Problem('not-allowed', { what: 'sender' });
      if (typeof name !== 'string') throw new Problem('unknown-call', { call: typeof name });
      return await answer(context, name, input);
    } catch (error) {
      return failure(error);
    }
  });
}
