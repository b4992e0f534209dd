// The index of the ZIP twin, as a page for people and as a table for programs, and its manifest.

import type { PacketPlan } from '../../../shared/packet-plan.ts';
import { domainWords } from '../../../shared/words/domain.ts';
import { fillPattern, serialOf } from './file-names.ts';
import { twinWords } from './words.ts';

/** One use of a file: which pages of it (from 1) are which paper of which visit; no pages in a file that has none to print. */
export type TwinUse = {
  visit: number;
  date: string;
  hospital: string;
  paper: string;
  form: string;
  pages: number[];
};
export type TwinFile = { name: string; scan: string; original: string; uses: TwinUse[] };

/**
 * Every scan once, in the order of its first use, numbered, a file without pages right behind the paper it belongs to; the
 * ending is that of the file as it was given.
 */
export function listTwinFiles(plan: PacketPlan): TwinFile[] {
  const { paper: names, form: forms } = domainWords[plan.language];
  const files = new Map<string, TwinFile>();
  const fileOf = (scan: string, original: string): TwinFile => {
    const file = files.get(scan) ?? { name: '', scan, original, uses: [] };
    files.set(scan, file);
    return file;
  };
  for (const [at, { date, hospital, papers, attachments = [] }] of plan.visits.entries()) {
    const where = { visit: at + 1, date, hospital };
    let electronic = attachments;
    const addElectronic = (chosen: typeof attachments) => {
      for (const { kind, scan, fileName } of chosen)
        fileOf(scan, fileName).uses.push({
          ...where,
          paper: names[kind],
          form: twinWords[plan.language].electronic,
          pages: [],
        });
      electronic = electronic.filter((one) => !chosen.includes(one));
    };
    for (const { kind, title, form, pages } of papers) {
      for (const { scan, fileName, page } of pages) {
        const file = fileOf(scan, fileName);
        const paper = title || names[kind];
        const same = file.uses.find((use) => use.visit === at + 1 && use.paper === paper);
        if (same) same.pages.push(page + 1);
        else file.uses.push({ ...where, paper, form: forms[form], pages: [page + 1] });
      }
      addElectronic(electronic.filter((one) => one.kind === kind));
    }
    addElectronic(electronic);
  }
  return [...files.values()].map((file, at, all) => ({
    ...file,
    name: nameOf(file, serialOf(at + 1, all.length)),
  }));
}

function nameOf({ original, uses }: TwinFile, serial: string): string {
  const [first] = uses;
  const ending = /\.([0-9a-z]{1,5})$/i.exec(original)?.[1]?.toLowerCase() ?? 'bin';
  const values = {
    serial,
    date: first?.date ?? '',
    hospital: first?.hospital ?? '',
    paper: first?.paper ?? '',
  };
  return `${fillPattern('{serial}-{date}-{hospital}-{paper}', values)}.${ending}`;
}

const spellHtml = (text: string): string => text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);

export function twinPage(plan: PacketPlan, files: readonly TwinFile[]): string {
  const words = twinWords[plan.language];
  const cell = (text: string) => `<td>${spellHtml(text)}</td>`;
  const rows = files.flatMap((file) =>
    file.uses.map((use, at) => {
      const link = `<td><a href="${encodeURI(`files/${file.name}`).replace(/#/g, '%23')}">${spellHtml(file.name)}</a></td>`;
      const [name, ...rest] = cellsOf(file, use, words.pages(use.pages));
      return `<tr>${at === 0 ? link : cell(name ?? '')}${rest.map(cell).join('')}</tr>`;
    }),
  );
  const title = spellHtml([words.title, plan.person.name, plan.number].filter(Boolean).join(' · '));
  return `<!doctype html>
<html lang="${plan.language}">
<head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{font:16px/1.6 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1f2933}
h1{font-size:1.4rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid #c8ced6;padding:.4rem .6rem;text-align:left;vertical-align:top}
th{background:#f3f5f7}a{color:#0b5cad}</style></head>
<body><h1>${title}</h1><p>${spellHtml(words.lead(files.length))}</p>
<table><thead><tr>${words.columns.map((name) => `<th>${spellHtml(name)}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></body></html>
`;
}

const cellsOf = (file: TwinFile, use: TwinUse, pages: string): string[] => [
  file.name,
  String(use.visit),
  use.date,
  use.hospital,
  use.paper,
  use.form,
  pages,
  file.original,
];

/** A cell that a table program would calculate is led by an apostrophe; line ends as RFC 4180 asks, UTF-8 with its mark. */
export function twinTable(plan: PacketPlan, files: readonly TwinFile[]): string {
  const words = twinWords[plan.language];
  const rows = files.flatMap((file) => file.uses.map((use) => cellsOf(file, use, words.pages(use.pages))));
  return `\uFEFF${[words.columns, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

export function csvCell(text: string): string {
  const safe = /^\s*[=+\-@＝＋－＠]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export type TwinSums = { sha256: string; bytes: number };

/** `sums` by path inside the archive. */
export function twinManifest(
  plan: PacketPlan,
  files: readonly TwinFile[],
  sums: ReadonlyMap<string, TwinSums>,
): string {
  const entries = files.map((file) => {
    const path = `files/${file.name}`;
    return { path, ...sums.get(path), original: file.original, uses: file.uses };
  });
  const others = [...sums].filter(([path]) => !path.startsWith('files/'));
  const index = others.map(([path, sum]) => ({ path, ...sum }));
  const manifest = {
    kind: 'guibao-claim',
    version: 1,
    claim: plan.number,
    language: plan.language,
    files: entries,
    index,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
