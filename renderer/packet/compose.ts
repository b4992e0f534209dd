// Draws a draft page by page into a sink: front, body, bookmarks, font, in one pass; each page is written and let go.

import { type PDFContext, PDFHexString, type PDFRef, PDFString } from 'pdf-lib';
import {
  infoName,
  MANIFEST_NAME,
  manifestPieces,
  type PlacedSource,
  withoutNames,
  writeManifest,
} from '../../shared/packet-proof/manifest.ts';
import { Problem } from '../../shared/problems.ts';
import { drawFooter, drawFooterGround } from './body/footer.ts';
import { drawNotice } from './body/notice-sheet.ts';
import type { BodyPage, FrontSheet, PacketDraft, PacketPage } from './draft.ts';
import { PacketFont } from './layout/packet-font.ts';
import { A4, Sheet } from './layout/sheet.ts';
import { makeElement } from './layout/structure.ts';
import { manifestOf } from './manifest.ts';
import { archiveEntries } from './sheets/archive.ts';
import { gatherForms } from './sheets/gather-forms.ts';
import { dressResources } from './sheets/marks.ts';
import { SourceDesk, type Supplies } from './source-desk.ts';
import { unusableNotice } from './unusable-notice.ts';
import { packetWords } from './words.ts';
import { attachFile } from './writer/attach.ts';
import { digestText } from './writer/digest.ts';
import { ObjectWriter, type Sink } from './writer/object-writer.ts';
import { writeOutline } from './writer/outline.ts';
import { StructureWriter } from './writer/structure-writer.ts';

type Press = {
  draft: PacketDraft;
  supplies: Supplies;
  writer: ObjectWriter;
  font: PacketFont;
  desk: SourceDesk;
  fontRef: PDFRef;
  tree: PDFRef;
  /** The part of the footer that is the same on every page. */
  ground: PDFRef;
  meaning: StructureWriter;
  pages: { ref: PDFRef; page: PacketPage }[];
  total: number;
};

/** Answers the map of pages; the bytes go to `sink` in order. Throws character-missing, page-unusable, cancelled. */
export async function composePacket(
  draft: PacketDraft,
  supplies: Supplies,
  sink: Sink,
): Promise<PacketPage[]> {
  const font = new PacketFont(supplies.font);
  refuseMissing(draft, font);
  const front = layFront(draft, font);
  const writer = new ObjectWriter(sink);
  const desk = new SourceDesk(writer.context, supplies, draft);
  const refs = {
    fontRef: writer.context.nextRef(),
    tree: writer.context.nextRef(),
    ground: writer.context.nextRef(),
  };
  const total = front.length + draft.body.length;
  const meaning = new StructureWriter(writer.context);
  const press: Press = { draft, supplies, writer, font, desk, ...refs, meaning, pages: [], total };
  await writer.start();
  writeGround(press);
  for (const sheet of front) await printFront(press, sheet);
  for (const page of draft.body) await printBody(press, page);
  await finish(press, front);
  return press.pages.map(({ page }) => page);
}

function refuseMissing(draft: PacketDraft, font: PacketFont): void {
  for (const { field, text } of draft.texts) {
    const characters = font.missing(text).join('');
    if (characters) throw new Problem('character-missing', { characters, field });
  }
}

/** The front names pages behind it, so its own length must be known first; it settles at once or in one more round. */
function layFront(draft: PacketDraft, font: PacketFont): FrontSheet[] {
  let length = 1;
  for (let round = 0; round < 6; round++) {
    const place = { firstBodyPage: length + 1, pages: length + draft.body.length };
    const front = draft.front(font, place);
    if (front.length === length) return front;
    length = front.length;
  }
  throw new Error('the front pages do not settle');
}

async function printFront(press: Press, { sheet, kind, label }: FrontSheet): Promise<void> {
  const page = { kind, visit: null, paper: null, label, section: '' };
  await print(press, sheet, { page, footer: label, resources: {} });
}

async function printBody(press: Press, body: BodyPage): Promise<void> {
  if (press.supplies.signal?.aborted) throw new Problem('cancelled');
  const { visit, paper, label, section, footer } = body;
  const shared = { visit, paper, label, section };
  if ('notice' in body) {
    const sheet = drawNotice(press.font, body.notice);
    return print(press, sheet, { page: { ...shared, kind: 'gap' }, footer, resources: {} });
  }
  if ('own' in body) {
    const { kind, draw } = body.own;
    return print(press, draw(press.font), { page: { ...shared, kind }, footer, resources: {} });
  }
  if ('gathered' in body) {
    const sheet = new Sheet(press.font);
    const resources = await gatherForms(press.writer.context, press.desk, body.gathered);
    body.arrange(sheet);
    const sources = body.gathered.map(({ scan, page }) => ({ scan, page }));
    const content = sheet.plainContent();
    const placed = press.desk.takePlaced().map((one, at) => gatheredBox(one, content, at));
    return print(press, sheet, { page: { ...shared, kind: 'paper', sources, placed }, footer, resources });
  }
  const { scan, page, edit } = body.source;
  const source = { scan, page, ...(edit ? { edit } : {}) };
  try {
    const { operators, resources } = await press.desk.place(body.source);
    const sheet = new Sheet(press.font);
    const figure = makeElement('Figure', { alt: footer });
    if (body.dress) body.dress(sheet, operators, figure);
    else sheet.within(figure, () => sheet.raw(operators));
    if (body.dress) Object.assign(resources, dressResources(press.writer.context));
    const placed = press.desk.takePlaced().map((one) => dressedBox(one, sheet.plainContent(), operators));
    await print(press, sheet, { page: { ...shared, kind: 'paper', source, placed }, footer, resources });
  } catch (error) {
    press.desk.takePlaced();
    if (press.supplies.onUnusable !== 'notice') throw error;
    if (!(error instanceof Problem) || error.code === 'cancelled') throw error;
    const problem = error.toFact();
    const sheet = drawNotice(press.font, unusableNotice(press.draft.language, body.source, problem));
    await print(press, sheet, {
      page: { ...shared, kind: 'unusable', source, problem },
      footer,
      resources: {},
    });
  }
}

function writeGround({ draft, writer, font, fontRef, ground }: Press): void {
  const { context } = writer;
  const sheet = new Sheet(font);
  drawFooterGround(sheet, draft);
  const dict = {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, A4.width, A4.height],
    Resources: { Font: { F: fontRef } },
  };
  context.assign(ground, context.flateStream(sheet.plainContent(), dict));
}

/** A dressed page may be drawn smaller: the matrix in front of its operators says where it went. */
function dressedBox(placed: PlacedSource, content: string, operators: string): PlacedSource {
  const before = content.slice(0, Math.max(0, content.indexOf(operators)));
  const [, found] = /q ([-\d. ]+) cm\s*$/.exec(before) ?? [];
  return found ? movedBox(placed, found) : placed;
}

/** One of several on a sheet, drawn as the form `X<at>`; without a box where it is turned or cannot be found. */
function gatheredBox(placed: PlacedSource, content: string, at: number): PlacedSource {
  const [, found] = new RegExp(`([-\\d. ]+) cm /X${at} Do`).exec(content) ?? [];
  const [, b, c] = found?.trim().split(' ').map(Number) ?? [];
  return found && b === 0 && c === 0 ? movedBox(placed, found) : { ...placed, box: null };
}

/** `found`: the matrix in front of what is drawn. */
function movedBox(placed: PlacedSource, found: string): PlacedSource {
  if (!placed.box) return placed;
  const [across = 1, , , up = 1, right = 0, rise = 0] = found.trim().split(' ').map(Number);
  const [left, top, width, height] = placed.box;
  const bottom = (A4.height - top - height) * up + rise;
  const box: PlacedSource['box'] = [
    left * across + right,
    A4.height - bottom - height * up,
    width * across,
    height * up,
  ];
  return { ...placed, box, dpi: placed.dpi === null ? null : Math.round(placed.dpi / across) };
}

type Printing = {
  page: Omit<PacketPage, 'packet'>;
  footer: string;
  resources: Record<string, Record<string, PDFRef>>;
};

async function print(press: Press, sheet: Sheet, { page, footer, resources }: Printing): Promise<void> {
  const { draft, writer, total } = press;
  const { context } = writer;
  const packet = press.pages.length + 1;
  sheet.decorate(() => {
    drawFooter(sheet, { language: draft.language, middle: footer, page: packet, pages: total });
    sheet.raw('/N Do');
  });
  const content = draft.tagged ? sheet.content() : sheet.plainContent();
  const ref = press.meaning.pageRef(sheet.structure);
  context.assign(
    ref,
    context.obj({
      Type: 'Page',
      Parent: press.tree,
      StructParents: draft.tagged ? press.meaning.add(sheet.structure) : undefined,
      Resources: {
        ...resources,
        Font: { F: press.fontRef },
        XObject: { ...resources.XObject, N: press.ground },
      },
      Contents: context.register(context.flateStream(content)),
    }),
  );
  press.pages.push({ ref, page: { packet, ...page } });
  await writer.flush();
  press.supplies.onProgress?.(packet, total);
}

async function finish(press: Press, front: FrontSheet[]): Promise<void> {
  const { draft, writer, font, fontRef, tree } = press;
  const { context } = writer;
  const words = packetWords[draft.language];
  const refs = press.pages.map(({ ref }) => ref);
  const outline = writeOutline(context, draft.bookmarks(front), refs);
  context.assign(
    tree,
    context.obj({ Type: 'Pages', Kids: refs, Count: refs.length, MediaBox: [0, 0, A4.width, A4.height] }),
  );
  font.embed(context, fontRef);
  const catalog = context.obj({
    Type: 'Catalog',
    Pages: tree,
    PageMode: 'UseOutlines',
    ViewerPreferences: { DisplayDocTitle: true },
    Outlines: outline,
    ...(draft.tagged ? press.meaning.finish() : {}),
    OCProperties: layerEntries(context, press.desk, draft.archive),
    ...(draft.archive ? {} : attachManifest(press)),
    ...(draft.archive ? archiveEntries(context, { title: draft.title, author: words.author }) : {}),
  });
  catalog.set(context.obj('Lang'), PDFString.of(draft.language));
  const info = context.obj({});
  const says: [string, string][] = [
    ['Title', draft.title],
    ['Author', words.author],
    ['Creator', words.author],
    ['Producer', words.author],
  ];
  for (const [name, text] of says) info.set(context.obj(name), PDFHexString.fromText(text));
  if (draft.archive)
    for (const [at, piece] of manifestPieces(manifestIn(press)).entries())
      info.set(context.obj(infoName(at)), PDFString.of(piece.replace(/[\\()]/g, '\\$&')));
  const id = digestText(JSON.stringify([draft.title, draft.number, draft.body, writer.written]));
  await writer.finish(context.register(catalog), context.register(info), id);
}

const manifestIn = ({ draft, pages }: Press) =>
  withoutNames(
    manifestOf(
      draft,
      pages.map(({ page }) => page),
    ),
  );

/** PDF/A-2 allows no attachments but PDF/A: an archive copy carries it in its Info dictionary. */
const attachManifest = (press: Press): Record<string, PDFRef> =>
  attachFile(press.writer.context, MANIFEST_NAME, writeManifest(manifestIn(press)));

/** PDF/A-2 wants the default view named and every layer listed (ISO 19005-2, 6.9). */
function layerEntries(context: PDFContext, desk: SourceDesk, archive: boolean | undefined) {
  const { groups, off } = desk.layers();
  if (groups.length === 0) return undefined;
  const view = context.obj({ OFF: off, Order: archive ? groups : [] });
  if (archive) view.set(context.obj('Name'), PDFString.of('Default'));
  return context.obj({ OCGs: groups, D: view });
}
