// A packet straight from a folder of files: a contents page, then one section a file, in the order given.

import type { Language } from '../../shared/domain.ts';
import type { PacketSource } from '../../shared/packet-plan.ts';
import type { FrontPlace, FrontSheet, PacketDraft } from './draft.ts';
import { pageRanges } from './front/page-ranges.ts';
import { Flow } from './layout/flow.ts';
import type { PacketFont } from './layout/packet-font.ts';
import { drawTable } from './layout/table.ts';
import { sizeToFit } from './layout/wrap.ts';
import { packetWords } from './words.ts';

/**
 * A file with no pages was refused at intake: the contents page names it with `refusal`, the reader's own words; or it is the very
 * same as an earlier one (`sameAs`, its place among the files from 0), whose pages the contents page names for both.
 */
export type FolderFile = { name: string; pages: PacketSource[]; refusal?: string; sameAs?: number };
export type FolderPlan = { language: Language; title: string; files: FolderFile[] };

export function draftFolder(plan: FolderPlan): PacketDraft {
  const words = packetWords[plan.language];
  return {
    language: plan.language,
    number: plan.title,
    title: plan.title,
    sample: false,
    body: plan.files.flatMap((file, visit) =>
      file.pages.map((source, at) => ({
        visit,
        paper: null,
        label: file.pages.length > 1 ? `${file.name} ${at + 1}/${file.pages.length}` : file.name,
        section: file.name,
        footer: file.name,
        source,
      })),
    ),
    front: (font, place) => layContents(plan, font, place),
    bookmarks: (front) => [
      { title: words.folderContents, page: 1, children: [] },
      ...startsOf(plan, front.length + 1)
        .filter(({ file }) => file.pages.length > 0)
        .map(({ file, start }) => ({ title: file.name, page: start, children: [] })),
    ],
    texts: [],
  };
}

function startsOf(plan: FolderPlan, first: number): { file: FolderFile; start: number }[] {
  let start = first;
  return plan.files.map((file) => {
    const entry = { file, start };
    start += file.pages.length;
    return entry;
  });
}

function layContents(plan: FolderPlan, font: PacketFont, place: FrontPlace): FrontSheet[] {
  const words = packetWords[plan.language];
  const flow = new Flow(font);
  const middle = flow.left + flow.width / 2;
  flow.y += 20;
  const size = sizeToFit(font, plan.title, 18, flow.width);
  flow.sheet.tag('H1', () =>
    flow.sheet.text(plan.title, middle, flow.y, { size, align: 'center', weight: true }),
  );
  flow.y += 26;
  const pages = plan.files.reduce((total, file) => total + file.pages.length, 0);
  flow.sheet.text(words.folderSummary(plan.files.length, pages), flow.left, flow.y, { size: 9, grey: 0.2 });
  flow.y += 7;
  drawTable(flow, {
    widths: [32, flow.width - 32 - 70 - 70, 70, 70],
    size: 9.5,
    padding: 4.5,
    lowest: 22,
    header: [words.number, words.folderFile, words.pageCount, words.pages].map((text) => ({
      text,
      shade: true,
      align: 'center',
      grey: 0.2,
    })),
    rows: startsOf(plan, place.firstBodyPage).map((own, at, all) => {
      const { sameAs, name, refusal = words.folderRefused } = own.file;
      const { file, start } = (sameAs === undefined ? undefined : all[sameAs]) ?? own;
      const numbers = file.pages.map((_, page) => start + page);
      const why = sameAs === undefined ? refusal : words.folderSameAs(sameAs + 1);
      return [
        { text: String(at + 1), align: 'center' },
        { text: own.file.pages.length > 0 ? name : `${name}\n${why}` },
        { text: own.file.pages.length > 0 ? String(numbers.length) : '—', align: 'center' },
        { text: words.pageList(pageRanges(numbers)) || words.folderRefused, align: 'center' },
      ];
    }),
  });
  return flow.sheets.map((sheet) => ({ sheet, kind: 'contents', label: words.folderContents }));
}
