// The original files of a vault written out under readable, numbered names, and the index page that says what each is.

import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Language, MediaType, PaperKind } from '../../shared/domain.ts';
import { domainWords } from '../../shared/words/domain.ts';
import { listAttachments } from '../database/attachment.ts';
import type { Pace } from '../database/copy-person.ts';
import { listPapers } from '../database/paper.ts';
import { listPeople } from '../database/person.ts';
import { getScan, readScanBytes } from '../database/scan.ts';
import { listStandingPapers } from '../database/standing-paper.ts';
import type { Db } from '../database/statement.ts';
import { listVisits } from '../database/visit.ts';
import { reportWords } from '../words/report.ts';

/** One paper and the scans it is made of. */
type Entry = { date: string; place: string; paper: string; scans: string[] };

const EXTENSIONS: Record<MediaType, string> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'image/tiff': '.tif',
  'application/pdf': '.pdf',
  'image/heic': '.heic',
  'image/avif': '.avif',
  'image/bmp': '.bmp',
  'image/gif': '.gif',
  'application/ofd': '.ofd',
  'application/xml': '.xml',
};

export type OriginalsWish = { language: Language; pace: Pace };

/** Writes every file that a paper uses, once each; returns the page. */
export async function writeOriginals(db: Db, folder: string, wish: OriginalsWish): Promise<string> {
  const { language, pace } = wish;
  const names = new Map<string, string>();
  const entries = listEntries(db, language);
  for (const entry of entries)
    for (const id of entry.scans) {
      if (names.has(id)) continue;
      const name = nameFile(db, id, { entry, serial: names.size + 1 });
      const bytes = readScanBytes(db, id);
      await writeFile(join(folder, name), bytes, { flag: 'wx' });
      await pace(bytes.byteLength);
      names.set(id, name);
    }
  return drawPage(language, {
    title: listPeople(db, true)
      .map(({ name }) => name)
      .join(' '),
    rows: entries.map((entry) => ({ ...entry, files: entry.scans.flatMap((id) => names.get(id) ?? []) })),
  });
}

function listEntries(db: Db, language: Language): Entry[] {
  const words = domainWords[language];
  const called = (kind: PaperKind, title: string) => title || words.paper[kind];
  const scansOf = (pages: readonly { scan: string }[]) => [...new Set(pages.map(({ scan }) => scan))];
  const standing = listStandingPapers(db, undefined).map(({ kind, title, pages }) => ({
    date: '',
    place: reportWords[language].standing,
    paper: called(kind, title),
    scans: scansOf(pages),
  }));
  const visits = listVisits(db, { unclaimed: false, removed: false }).reverse();
  const papers = visits.flatMap((visit) => {
    const where = { date: visit.date, place: visit.hospital };
    const printed = listPapers(db, visit.id).map(({ kind, title, pages }) => ({
      ...where,
      paper: called(kind, title),
      scans: scansOf(pages),
    }));
    const attached = listAttachments(db, visit.id).map(({ kind, scan }) => ({
      ...where,
      paper: called(kind, ''),
      scans: [scan.id],
    }));
    return [...printed, ...attached];
  });
  return [...standing, ...papers].filter(({ scans }) => scans.length > 0);
}

/** "0007 2026-03-05 昆明医院 处方.jpg"; safe on every system, at most 120 characters. */
function nameFile(db: Db, id: string, { entry, serial }: { entry: Entry; serial: number }): string {
  const { mediaType, fileName } = getScan(db, id);
  const words = [String(serial).padStart(4, '0'), entry.date, entry.place, entry.paper];
  const stem = words
    .map((word) => [...word.replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, '')].slice(0, 30).join('').trim())
    .filter((word) => word !== '')
    .join(' ')
    .replace(/[. ]+$/, '');
  return stem + (EXTENSIONS[mediaType] ?? extname(fileName));
}

type Page = { title: string; rows: (Entry & { files: string[] })[] };

function drawPage(language: Language, { title, rows }: Page): string {
  const words = reportWords[language];
  const heads = [words.date, words.place, words.paper, words.file];
  const lines = rows.map(({ date, place, paper, files }) => {
    const links = files.map((file) => `<a href="${encodeURIComponent(file)}">${escapeText(file)}</a>`);
    const cells = [escapeText(date), escapeText(place), escapeText(paper), links.join('<br>')];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escapeText(title)} ${words.originals}</title>
<style>body{font:18px/1.6 sans-serif;margin:2em}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}</style></head>
<body><h1>${escapeText(title)} ${words.originals}</h1>
<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody></table></body></html>
`;
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeText = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
