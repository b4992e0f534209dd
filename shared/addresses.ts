// Pictures and big bytes cross by address, on the same paths in the window (guibao://app/...) and on the loopback page.

import type { IntakeTarget } from './calls.ts';
import type { IntakeOrder } from './intake-order.ts';

/** GET: a WebP picture of one page, upright, at most `edge` pixels on its longer side (pixels; 64 to 4000); `edit` as formatEdit. */
export const pictureAddress = (scan: string, page: number, edge: number, extraTurn = 0, edit = ''): string =>
  `/vault/picture/${scan}/${page}?edge=${edge}&turn=${extraTurn}${edit ? `&edit=${edit}` : ''}`;

/** GET: the bytes the packet embeds: JPEG or PNG of this page, or the whole PDF (then `page` is not part of the key). */
export const printableAddress = (scan: string, page: number, edit = ''): string =>
  `/vault/printable/${scan}/${page}${edit ? `?edit=${edit}` : ''}`;

/** GET: an Answer of what the page costs at every step, for a portal; with `make` the JPEG of that step. Edges in pixels. */
export const compactAddress = (
  {
    scan,
    page,
    extraTurn,
    edit,
  }: { scan: string; page: number; extraTurn: number; edit?: { text: string } | undefined },
  { longEdge, make }: { longEdge: number; make?: { edge: number; quality: number } },
): string =>
  `/vault/compact/${scan}/${page}?edge=${longEdge}&turn=${extraTurn}${edit ? `&edit=${edit.text}` : ''}${make ? `&make=${make.edge}&quality=${make.quality}` : ''}`;

/**
 * GET: a page of a PDF in another form, for packets that cannot take it as it is: the whole PDF written anew, or a picture of
 * the page. The content type says which; the header `x-dpi` says how many of the picture's pixels are an inch of the page.
 */
export const rescueAddress = (scan: string, page: number, rung: 'rewritten' | 'drawn'): string =>
  `/vault/rescue/${scan}/${page}?rung=${rung}`;

/** GET: the original bytes as they came. */
export const originalAddress = (scan: string): string => `/vault/original/${scan}`;

export type IntakeWish = { password?: string; order?: IntakeOrder | null; lookAlikes?: 'now' | 'later' };

/** POST, body = the file's bytes; answers with an Answer of scan.add's output, whose input says what the rest means. */
export const intakeAddress = (
  fileName: string,
  target: IntakeTarget | null,
  { password = '', order = null, lookAlikes = 'now' }: IntakeWish = {},
): string => {
  const place = target ? `&visit=${target.visitId}&kind=${target.kind}` : '';
  const key = password === '' ? '' : `&password=${encodeURIComponent(password)}`;
  const line = order ? `&ticket=${order.ticket}${order.behind ? `&behind=${order.behind}` : ''}` : '';
  const alike = lookAlikes === 'later' ? '&alike=later' : '';
  return `/vault/intake?name=${encodeURIComponent(fileName)}${place}${key}${line}${alike}`;
};

/** POST, body = JSON input; answers with an Answer. The loopback page only; the window calls through its preload. */
export const callAddress = (call: string): string => `/call/${call}`;

/**
 * POST. The window only: begins to save or print a file of `bytes` bytes, which then comes in pieces. Saving asks where first.
 * Answers with an Answer of { id }, or `cancelled`.
 */
export const outgoingAddress = (wish: OutgoingWish): string => {
  const base = `/vault/outgoing?name=${encodeURIComponent(wish.name)}&bytes=${wish.bytes}`;
  return wish.print ? `${base}&copies=${wish.print.copies}&sides=${wish.print.sides}` : base;
};
export type OutgoingWish = { name: string; bytes: number; print?: PrintWish };
/** `long-edge`: on both sides of the paper, turned over like a book. */
export type PrintWish = { copies: number; sides: 'single' | 'long-edge' };

/** POST, body = the next piece, at most OUTGOING_PIECE bytes. Answers with an Answer of { received } in bytes. */
export const pieceAddress = (id: string, at: number, sha256: string): string =>
  `/vault/outgoing/${id}/piece?at=${at}&sha256=${sha256}`;
export const OUTGOING_PIECE = 4 * 1024 * 1024;

/** POST: `finish` answers with an Answer of { path, bytes, sha256 } or of { printed }; `cancel` leaves everything as it was. */
export const outgoingEndAddress = (id: string, how: 'finish' | 'cancel'): string =>
  `/vault/outgoing/${id}/${how}`;

/** POST, body = the packet's bytes as handed in; answers with an Answer of packet.keep's output. */
export const submissionAddress = (claim: string): string => `/vault/submission?claim=${claim}`;

/** GET: the bytes of a packet that was kept. */
export const keptPacketAddress = (sha256: string): string => `/vault/submission/${sha256}`;

/** GET: files shipped with the program that the packet needs. */
export const fontAddress = '/program/NotoSansSC.ttf';
export const pdfiumAddress = '/program/pdfium.wasm';
