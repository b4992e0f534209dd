// A headless Chromium for the stories, from npm alone; with a Chinese font, so that pictures can be judged.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

const fonts = resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts/noto-sans-sc/400Regular');

/** Fontconfig that knows the machine's fonts and the one the program ships. */
function writeFontConfig(): string {
  const dir = join(tmpdir(), 'guibao-test-fonts');
  mkdirSync(dir, { recursive: true });
  const file = join(dir, 'fonts.conf');
  const system = existsSync('/etc/fonts/fonts.conf')
    ? '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
    : '<dir>/usr/share/fonts</dir>';
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${system}<dir>${fonts}</dir><cachedir>${dir}</cachedir></fontconfig>`,
  );
  return file;
}

/**
 * Of the package's own words. With its web security off the browser would send no Origin, and the page's gate would rightly
 * refuse it; in a single process a second page loses its cookies and the first crash ends all.
 */
const unwanted = /web-security|site-isolation|single-process|no-zygote/;

async function start(): Promise<Browser> {
  return playwright.launch({
    executablePath: process.env.GUIBAO_CHROMIUM ?? (await chromium.executablePath()),
    args: [
      ...chromium.args.filter((word) => !unwanted.test(word)),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    // Without a UTF-8 locale the browser drops Chinese file names of downloads.
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', FONTCONFIG_FILE: writeFontConfig() },
  });
}

/** The browser, or in plain words why there is none: a story then says that it was skipped. */
export async function openBrowser(): Promise<Browser | string> {
  try {
    return await start();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const missing = /error while loading shared libraries: (\S+)/.exec(reason)?.[1];
    return missing
      ? `Chromium cannot start: the system lacks ${missing} (Debian: apt-get install libnss3)`
      : `Chromium cannot start: ${reason.split('\n')[0]}`;
  }
}
