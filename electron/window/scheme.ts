// The window's own scheme guibao://app/: the renderer, pictures and uploads, served by the function the loopback page uses.

import { protocol, type Session } from 'electron';
import { refusal } from '../addresses/replies.ts';
import { type AddressBook, serveAddress } from '../addresses/serve-address.ts';

export const SCHEME = 'guibao';
export const ORIGIN = `${SCHEME}://app`;

/** Must run before the app is ready. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

/** True for an address of the renderer itself, as a frame or a request shows it. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === `${SCHEME}:` && url.host === 'app' && url.username === '' && url.password === '';
}

/** Serves the scheme in one session. */
export function serveScheme(session: Session, book: AddressBook): void {
  session.protocol.handle(SCHEME, (request) => {
    const origin = request.headers.get('origin');
    if (!isOwnAddress(request.url) || (origin !== null && origin !== ORIGIN)) {
      return refusal('not-allowed', { what: 'origin' });
    }
    return serveAddress(book, request);
  });
}
