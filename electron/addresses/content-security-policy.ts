// What the renderer's page may load and do, the same in the window and on the loopback page.

/**
 * The policy for one reply. `nonce` allows the style elements the component library writes (it reads the nonce from the
 * page's head). Frames and objects are for one thing only: the finished packet shown by the browser's own PDF viewer.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "frame-src 'self' blob:",
    'object-src blob:',
    "manifest-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** For bytes that came from a user's file: should a browser open them after all, they can do nothing. */
export const sandboxPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
