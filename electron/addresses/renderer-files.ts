// The built renderer's files, and the two files of the program that the packet needs.

import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname, resolve, sep } from 'node:path';
import { fontAddress, pdfiumAddress } from '../../shared/addresses.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { bytesReply, refusal } from './replies.ts';

const KINDS: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

const programFiles: Record<string, { package: string; mediaType: string }> = {
  [fontAddress]: {
    package: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    mediaType: 'font/ttf',
  },
  [pdfiumAddress]: { package: '@embedpdf/pdfium/pdfium.wasm', mediaType: 'application/wasm' },
};

const findPackageFile = createRequire(import.meta.url).resolve;

/** A file that ships inside a package of the program, by its address under /program/. */
export async function serveProgramFile(path: string): Promise<Response> {
  const file = programFiles[path];
  if (!file) return refusal('not-found', { what: 'address', id: path });
  return bytesReply(await readFile(findPackageFile(file.package)), file.mediaType, {
    'cache-control': 'no-cache',
  });
}

/** The file of the folder that `path` names, or null when there is none or it lies outside the folder. */
async function readInside(folder: string, path: string): Promise<Uint8Array | null> {
  const base = await realpath(folder).catch(() => null);
  if (!base || path.includes('\0')) return null;
  const file = await realpath(resolve(base, `.${path}`)).catch(() => null);
  if (!file?.startsWith(base + sep)) return null;
  return await readFile(file).catch(() => null);
}

/** A file of the built renderer; `/` is its page, which gets a nonce of its own each time. */
export async function serveRendererFile(rendererDir: string, path: string): Promise<Response> {
  const wanted = path === '/' ? '/index.html' : path;
  const mediaType = KINDS[extname(wanted).toLowerCase()];
  const bytes = mediaType ? await readInside(rendererDir, wanted) : null;
  if (!mediaType || !bytes) return refusal('not-found', { what: 'address', id: path });
  const nonce = randomBytes(18).toString('base64');
  const isPage = wanted === '/index.html';
  const body = isPage
    ? Buffer.from(Buffer.from(bytes).toString('utf8').replaceAll('__NONCE__', nonce))
    : bytes;
  return bytesReply(body, mediaType, {
    'content-security-policy': contentSecurityPolicy(nonce),
    'cache-control': isPage ? 'no-store' : 'no-cache',
  });
}
