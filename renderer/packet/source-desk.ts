// Pulls source pages when their turn comes, writes each distinct one once, and lets go of what is not needed again.

import type { PDFContext, PDFRef } from 'pdf-lib';
import type { Language } from '../../shared/domain.ts';
import type { PacketSource } from '../../shared/packet-plan.ts';
import { type PlacedSource, type Rung, rungs } from '../../shared/packet-proof/manifest.ts';
import { Problem } from '../../shared/problems.ts';
import type { PacketDraft } from './draft.ts';
import { addTurns, type Matrix, multiply, placeMatrix } from './layout/place.ts';
import { A4, operands } from './layout/sheet.ts';
import { SourceDocument, type SourcePage } from './pdf-pages/source-document.ts';
import { jpegImage } from './pictures/jpeg.ts';
import { pngImage } from './pictures/png.ts';
import { Unusable } from './unusable.ts';
import { packetWords } from './words.ts';

/** A page of a PDF in another form: a whole PDF in which it is page `page`, or a picture of it at `dpi`. */
export type Rescued = { form: PacketSource['form']; bytes: Uint8Array; page: number; dpi: number | null };

export type Supplies = {
  /** Bytes of one page (JPEG, PNG), or of the whole PDF; asked once for each picture and once for each PDF. */
  pull: (source: PacketSource) => Promise<Uint8Array>;
  /** The same page written anew by another engine, or drawn; without it, what cannot be copied is unusable. */
  rescue?: ((source: PacketSource, rung: Exclude<Rung, 'copied'>) => Promise<Rescued>) | undefined;
  /** Which rung a page of a PDF starts at; 'copied' unless a proof found the copy wanting. */
  rungOf?: ((source: PacketSource) => Rung) | undefined;
  /** Noto Sans SC, TrueType. */
  font: Uint8Array;
  onProgress?: ((done: number, total: number) => void) | undefined;
  signal?: { readonly aborted: boolean } | undefined;
  /** `throw` (the rule): the packet is not made. `notice`: a page says so in its place and the map names the problem. */
  onUnusable?: 'throw' | 'notice' | undefined;
};

/** What a page draws: operators in page coordinates and the objects they name. */
export type Placed = { operators: string; resources: Record<string, Record<string, PDFRef>> };

/** So many pictures are in memory beside the one that is written. */
const AHEAD = 2;

type Picture = { ref: PDFRef; width: number; height: number };
/** What a drawing on the page is, and the matrix that brings it there. */
type Spot = { width: number; height: number; matrix: Matrix };

export class SourceDesk {
  private readonly context: PDFContext;
  private readonly supplies: Supplies;
  private readonly language: Language;
  private readonly archive: boolean;
  /** How often each key is still wanted. */
  private readonly wanted = new Map<string, number>();
  private readonly pictures = new Map<string, Picture>();
  /** The pictures of the packet in their order, and those that were asked for before their turn. */
  private readonly order: PacketSource[];
  private readonly coming = new Map<string, Promise<Uint8Array>>();
  private readonly documents = new Map<string, Promise<SourceDocument>>();
  private readonly pages = new Map<string, SourcePage>();
  private placed: PlacedSource[] = [];
  private readonly groups = new Set<PDFRef>();
  private readonly off = new Set<PDFRef>();

  constructor(context: PDFContext, supplies: Supplies, { body, language, archive }: PacketDraft) {
    this.archive = archive === true;
    this.language = language;
    this.context = context;
    this.supplies = supplies;
    const sources = body.flatMap((page) =>
      'source' in page ? [page.source] : 'gathered' in page ? page.gathered : [],
    );
    const distinct = new Map(sources.map((source) => [pictureKey(source), source]));
    this.order = [...distinct.values()].filter(({ form }) => form !== 'pdf').reverse();
    for (const { form, scan } of sources) {
      if (form === 'pdf') this.wanted.set(scan, (this.wanted.get(scan) ?? 0) + 1);
    }
  }

  /** Throws a Problem: page-unusable with file, page (from 1), detail (in words) and reason (its code), or what `pull` threw. */
  async place(source: PacketSource): Promise<Placed> {
    try {
      return source.form === 'pdf' ? await this.climb(source) : await this.placePicture(source);
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      const reasons = packetWords[this.language].unusableReasons;
      const detail = reasons[error.detail] ?? error.detail;
      const params = { file: source.fileName, page: source.page + 1, detail, reason: error.detail };
      throw new Problem('page-unusable', params);
    }
  }

  /** What was placed since the last time this was asked. */
  takePlaced(): PlacedSource[] {
    const placed = this.placed;
    this.placed = [];
    return placed;
  }

  layers(): { groups: PDFRef[]; off: PDFRef[] } {
    return { groups: [...this.groups], off: [...this.off] };
  }

  /** From rung to rung until one holds; the first refusal is the one that is told. */
  private async climb(source: PacketSource): Promise<Placed> {
    const { rescue, rungOf } = this.supplies;
    let first: unknown;
    for (const rung of rungs.slice(rungs.indexOf(rungOf?.(source) ?? 'copied'))) {
      if (rung !== 'copied' && !rescue) break;
      try {
        return await this.placeRung(source, rung);
      } catch (error) {
        if (!(error instanceof Unusable || error instanceof Problem)) throw error;
        if (error instanceof Problem && (rung === 'copied' || error.code === 'cancelled')) throw error;
        first ??= error;
      }
    }
    throw first ?? new Unusable('pdf-copy');
  }

  private async placeRung(source: PacketSource, rung: Rung): Promise<Placed> {
    if (rung === 'copied') return this.placePage(source, rung);
    if (rung === 'rewritten' && this.documents.has(`${rung}/${source.scan}`))
      return this.placePage(source, rung);
    const rescued = await this.supplies.rescue?.(source, rung);
    if (!rescued) throw new Unusable('pdf-copy');
    if (rescued.form !== 'pdf') return this.placeDrawing(source, rescued);
    const document = SourceDocument.open(rescued.bytes, this.context);
    this.documents.set(`${rung}/${source.scan}`, document);
    return this.placePage(source, rung);
  }

  private async placePicture(source: PacketSource): Promise<Placed> {
    const { ref, width, height } = await this.picture(source);
    const largest = Number.POSITIVE_INFINITY;
    const matrix = this.spot(source, { width, height, largest, how: 'copied', pixels: width });
    return { operators: showPicture(matrix, width, height), resources: { XObject: { S: ref } } };
  }

  /** A drawn page stands where the page itself would stand, at the size it has in points. */
  private async placeDrawing(source: PacketSource, { form, bytes, dpi }: Rescued): Promise<Placed> {
    const { ref, ...pixels } = this.embed(form, bytes);
    const points = 72 / (dpi ?? 72);
    const [width, height] = [pixels.width * points, pixels.height * points];
    const matrix = this.spot(source, { width, height, largest: 1, how: 'drawn', pixels: pixels.width });
    return { operators: showPicture(matrix, width, height), resources: { XObject: { S: ref } } };
  }

  /** Finds the place of a page and notes it down. `pixels` across, null for lines and letters. */
  private spot(
    source: PacketSource,
    what: { width: number; height: number; largest: number; how: Rung; pixels: number | null },
  ): Matrix {
    const { width, height, largest, how, pixels } = what;
    // Intake decides the turn from the page's /Rotate, as it does from a picture's EXIF, so it is applied once, here.
    const turn = addTurns(source.turn, source.extraTurn);
    const { mirrored } = source;
    const matrix = placeMatrix({ width, height, mirrored, turn, largest });
    const { scan, page, fileName: file, form, edit } = source;
    const inch = Math.hypot(matrix[0], matrix[1]) * width;
    const dpi = pixels === null ? null : Math.round((pixels / inch) * 72);
    const box = boxOf({ width, height, matrix });
    this.placed.push({ scan, page, file, form, how, turn, mirrored, box, dpi, ...(edit ? { edit } : {}) });
    return matrix;
  }

  private async picture(source: PacketSource): Promise<Picture> {
    const key = pictureKey(source);
    const known = this.pictures.get(key);
    if (known) return known;
    const pulled = this.pullAhead(source);
    const picture = this.embed(source.form, await pulled);
    this.pictures.set(key, picture);
    return picture;
  }

  /** While one picture is written the next ones are read or made: disk, workshop and packet work at the same time. */
  private pullAhead(source: PacketSource): Promise<Uint8Array> {
    const key = pictureKey(source);
    while (!this.coming.has(key) || this.coming.size <= AHEAD) {
      const next = this.order.pop();
      if (!next) break;
      const pulled = this.supplies.pull(next);
      // A failure is told when the picture's turn comes.
      pulled.catch(() => undefined);
      this.coming.set(pictureKey(next), pulled);
    }
    const pulled = this.coming.get(key) ?? this.supplies.pull(source);
    this.coming.delete(key);
    return pulled;
  }

  private embed(form: PacketSource['form'], bytes: Uint8Array): Picture {
    const image = isJpeg(bytes, form) ? jpegImage(this.context, bytes) : pngImage(this.context, bytes);
    if (this.archive && image.dict.get(this.context.obj('ColorSpace')) === this.context.obj('DeviceCMYK'))
      throw new Unusable('archive-ink');
    const [width, height] = ['Width', 'Height'].map((name) => Number(image.dict.get(this.context.obj(name))));
    return { ref: this.context.register(image), width: width ?? 1, height: height ?? 1 };
  }

  private async placePage(source: PacketSource, how: Rung): Promise<Placed> {
    const page = await this.page(source, how);
    const { box, unit } = page;
    const [width, height] = [box[2] - box[0], box[3] - box[1]];
    const placed = this.spot(source, { width, height, largest: unit, how, pixels: null });
    const matrix = multiply([1, 0, 0, 1, -box[0], -box[1]], placed);
    const clip = `${operands([box[0], box[1], width, height])} re W n`;
    const drawn = page.appearances.map(({ matrix: own, layer }, at) => {
      const shown = `q ${operands(own)} cm /A${at} Do Q`;
      return layer ? `/OC /L${at} BDC ${shown} EMC` : shown;
    });
    return {
      operators: [`q ${operands(matrix)} cm ${clip}`, '/S Do', ...drawn, 'Q'].join('\n'),
      resources: pageResources(page),
    };
  }

  private async page(source: PacketSource, how: Rung): Promise<SourcePage> {
    const key = `${how}/${source.scan}/${source.page}`;
    const document = await this.document(source, how);
    const known = this.pages.get(key);
    if (this.archive && !known) document.refuseForArchive(source.page);
    const page = known ?? document.page(source.page);
    this.pages.set(key, page);
    if (!known) this.noteLayers(document);
    return page;
  }

  private noteLayers(document: SourceDocument): void {
    const layers = document.layers();
    for (const ref of layers?.groups ?? []) this.groups.add(ref);
    for (const ref of layers?.off ?? []) this.off.add(ref);
  }

  private document(source: PacketSource, how: Rung): Promise<SourceDocument> {
    const left = (this.wanted.get(source.scan) ?? 1) - (how === 'copied' ? 1 : 0);
    this.wanted.set(source.scan, left);
    const key = how === 'copied' ? source.scan : `${how}/${source.scan}`;
    const document =
      this.documents.get(key) ??
      this.supplies.pull(source).then((bytes) => SourceDocument.open(bytes, this.context));
    if (left > 0 || how !== 'copied') this.documents.set(key, document);
    else this.documents.delete(key);
    return document;
  }
}

const pictureKey = ({ scan, page, edit }: PacketSource): string => `${scan}/${page}/${edit?.text ?? ''}`;

/** A rendition is named before it is made; a damaged picture keeps the name it has. */
const isJpeg = (bytes: Uint8Array, form: PacketSource['form']): boolean =>
  bytes[0] === 0x89 ? false : bytes[0] === 0xff || form === 'jpeg';

const showPicture = (matrix: Matrix, width: number, height: number): string =>
  `q ${operands(multiply([width, 0, 0, height, 0, 0], matrix))} cm /S Do Q`;

/** Left, top, width, height in points from the page's upper left corner. */
function boxOf({ width, height, matrix }: Spot): [number, number, number, number] {
  const [a, b, c, d, e, f] = matrix;
  const round = (value: number) => Number(value.toFixed(2));
  const [xs, ys] = [
    [0, a * width, c * height, a * width + c * height].map((x) => x + e),
    [0, b * width, d * height, b * width + d * height].map((y) => y + f),
  ];
  const [left, top] = [Math.min(...xs), A4.height - Math.max(...ys)];
  return [round(left), round(top), round(Math.max(...xs) - left), round(A4.height - top - Math.min(...ys))];
}

function pageResources(page: SourcePage): Placed['resources'] {
  const forms = Object.fromEntries(page.appearances.map(({ form }, at) => [`A${at}`, form]));
  const layers = page.appearances.flatMap(({ layer }, at) => (layer ? [[`L${at}`, layer] as const] : []));
  return {
    XObject: { S: page.form, ...forms },
    ...(layers.length > 0 ? { Properties: Object.fromEntries(layers) } : {}),
  };
}
