// The workshop's child process: does one task after another, and may be killed at any moment.

import { decoderFell } from '../../shared/pdfium/fell.ts';
import { Problem, type ProblemFact } from '../../shared/problems.ts';
import { listMembers, unpackMember } from './archive.ts';
import { compactPage } from './compact.ts';
import { lookAtEdited } from './edit/look-at-edited.ts';
import { findPageCorners, makeEditedPrintable } from './edit/page-tasks.ts';
import { inspectFile } from './inspect.ts';
import { limits } from './limits.ts';
import { compareInTurn } from './look/compare-fingerprints.ts';
import { comparePages } from './look/compare-pages.ts';
import { lookAtPdf } from './look/look-at-page.ts';
import { readOwnDigits } from './look/own-digits.ts';
import { printAnew } from './look/print-anew.ts';
import { areTwoPapers } from './look/tell-apart.ts';
import { guardMemory } from './memory-guard.ts';
import { makePicture } from './picture.ts';
import { makePrintable, rescuePage } from './printable.ts';
import { provePages, readPacket } from './prove.ts';
import { readGivenFile } from './read-file.ts';
import type { Answered, Task } from './task.ts';

function perform(task: Task): Promise<unknown> {
  switch (task.kind) {
    case 'inspect':
      return inspectFile(task.path, task.fileName, task.password);
    case 'look':
      return lookAtPdf(task.source, task.pages);
    case 'compare-pages':
      return comparePages(task.one, task.other);
    case 'tell-apart':
      return areTwoPapers(task.one, task.other);
    case 'own-digits':
      return readOwnDigits(task);
    case 'fingerprint':
      return printAnew(task);
    case 'compare':
      return Promise.resolve(compareInTurn(task.print, task.others));
    case 'list-archive':
      return readGivenFile(task.path, task.fileName).then(listMembers);
    case 'unpack':
      return readGivenFile(task.path, task.fileName).then((bytes) => unpackMember(bytes, task.member));
    case 'picture':
      return makePicture(task.bytes, task.mediaType, task.wish);
    case 'printable':
      return makePrintable(task.bytes, task.mediaType, task.page);
    case 'edited':
      return makeEditedPrintable(task.bytes, task.mediaType, task.wish);
    case 'look-edited':
      return lookAtEdited(task.bytes, task.mediaType, task.wish);
    case 'corners':
      return findPageCorners(task.bytes, task.mediaType, task.wish);
    case 'compact':
      return compactPage(task.bytes, task.mediaType, task.wish);
    case 'rescue':
      return rescuePage(task.bytes, task.page, task.rung);
    case 'read-packet':
      return readPacket(task.path, task.given);
    case 'prove':
      return provePages(task);
  }
}

/** Whatever a decoder throws over a stranger's file is the file's damage; its words go into `detail`. */
function explain(error: unknown, task: Task): ProblemFact {
  const file = 'fileName' in task ? { file: task.fileName } : {};
  if (error instanceof Problem) return { code: error.code, params: { ...file, ...error.params } };
  const message = error instanceof Error ? error.message : String(error);
  const detail = (message.split('\n')[0] ?? '').slice(0, 200);
  return { code: 'file-damaged', params: { ...file, detail } };
}

async function answer(task: Task): Promise<Answered> {
  try {
    const value = await perform(task);
    return { ok: true, value, weary: process.memoryUsage.rss() > limits.restingBytes };
  } catch (error) {
    return { ok: false, problem: explain(error, task), weary: decoderFell(error) };
  }
}

guardMemory(Number(process.argv[2]) || limits.workingBytes);
process.on('disconnect', () => process.exit());
// Ctrl+C in a terminal reaches the whole group; the parent decides what becomes of the task.
process.on('SIGINT', () => undefined);
process.on('message', async (task: Task) => {
  process.send?.(await answer(task));
});
process.send?.('ready');
