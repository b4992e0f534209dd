// The phone's page as HTML: everything in one reply, with a policy under which nothing else can run or load.

import { randomBytes } from 'node:crypto';
import type { Language } from '../../shared/domain.ts';
import { guardHeaders } from '../addresses/replies.ts';
import { type PhoneWords, phoneWords } from '../words/phone.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';

const CAMERA =
  '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linejoin="round" aria-hidden="true"><path d="M3 8h4l1.6-2.5h6.8L17 8h4v11H3z"/><circle cx="12" cy="13" r="3.6"/></svg>';

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeText = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '');

/** JSON that cannot end the element it stands in. */
const escapeJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

function htmlReply(status: number, language: Language, body: (nonce: string) => string): Response {
  const nonce = randomBytes(16).toString('base64');
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="format-detection" content="telephone=no">
<title>归报</title><link rel="icon" href="data:,"><style nonce="${nonce}">${pageStyle}</style></head>
<body><main>${body(nonce)}</main></body></html>`;
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    'img-src blob: data:',
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return new Response(html, {
    status,
    headers: {
      ...guardHeaders,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
    },
  });
}

const chooser = (name: string, label: string, wishes: string): string =>
  `<label class="${name}">${label}<input type="file" multiple ${wishes}></label>`;

/** The page with the one big button; `into` says where the pictures go. */
export function uploadPage(language: Language, into: string): Response {
  const words: PhoneWords = phoneWords[language];
  const { count, allStored, stored, twice, failed, again, gone, tooLarge, waiting, checking, sending } =
    words;
  const { retrying } = words;
  const told = {
    count,
    allStored,
    stored,
    twice,
    failed,
    again,
    gone,
    tooLarge,
    waiting,
    checking,
    retrying,
  };
  const files = '.pdf,.ofd,.xml,.jpg,.jpeg,.png,.heic,application/pdf,image/*';
  return htmlReply(
    200,
    language,
    (nonce) => `<h1>${escapeText(words.title)}</h1>
<p class="into">${escapeText(words.into)}<strong>${escapeText(into)}</strong></p>
${chooser('photograph', CAMERA + escapeText(words.photograph), `accept="image/*" capture="environment" aria-label="${escapeText(words.photograph)}"`)}
${chooser('album', escapeText(words.album), `accept="image/*" aria-label="${escapeText(words.album)}"`)}
${chooser('file', escapeText(words.file), `accept="${files}" aria-label="${escapeText(words.file)}"`)}
<p class="hint">${escapeText(words.hint)}</p>
<p class="sum" id="sum" role="status"></p><p class="calm" id="calm"></p><ol id="list"></ol>
<script type="application/json" id="words" nonce="${nonce}">${escapeJson({ ...told, sending, sendingNow: sending })}</script>
<script nonce="${nonce}">${pageScript}</script>`,
  );
}

/** For a second phone, or an address that no longer holds: what to do, and nothing about what is here. */
export function turnAwayPage(status: number, language: Language, isUsed: boolean): Response {
  const words = phoneWords[language];
  const [title, text] = isUsed ? [words.usedTitle, words.usedText] : [words.endTitle, words.endText];
  return htmlReply(
    status,
    language,
    () => `<h1>${escapeText(title)}</h1><p class="end">${escapeText(text)}</p>`,
  );
}
