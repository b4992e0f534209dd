// Pulls source pages when their turn comes, writes each distinct one once, and lets go of what is not needed again.

import type { PDFContext, PDFRef } from 'pdf-lib';
import type { Language } from '../../shared/domain.ts';
import type { PacketSource } from '../../shared/packet-plan.ts';
import { Problem } from '../../shared/problems.ts';
import type { PacketDraft } from './draft.ts';
import { addTurns, multiply, placeMatrix } from './layout/place.ts';
import { operands } from './layout/sheet.ts';
import { SourceDocument, type SourcePage } from './pdf-pages/source-document.ts';
import { jpegImage } from './pictures/jpeg.ts';
import { pngImage } from './pictures/png.ts';
import { Unusable } from './unusable.ts';
import { packetWords } from './words.ts';

export type Supplies = {
  /** Bytes of one page (JPEG, PNG), or of the whole PDF; asked once for each picture and once for each PDF. */
  pull: (source: PacketSource) => Promise<Uint8Array>;
  /** Noto Sans SC, TrueType. */
  font: Uint8Array;
  onProgress?: ((done: number, total: number) => void) | undefined;
  signal?: { readonly aborted: boolean } | undefined;
  /** `throw` (the rule): the packet is not made. `notice`: a page says so in its place and the map names the problem. */
  onUnusable?: 'throw' | 'notice' | undefined;
};

/** What a page draws: operators in page coordinates and the objects they name. */
export type Placed = { operators: string; resources: Record<string, Record<string, PDFRef>> };

type Picture = { ref: PDFRef; width: number; height: number };

export class SourceDesk {
  private readonly context: PDFContext;
  private readonly supplies: Supplies;
  private readonly language: Language;
  /** How often each key is still wanted. */
  private readonly wanted = new Map<string, number>();
  private readonly pictures = new Map<string, Picture>();
  private readonly documents = new Map<string, Promise<SourceDocument>>();
  private readonly pages = new Map<string, SourcePage>();
  private readonly groups = new Set<PDFRef>();
  private readonly off = new Set<PDFRef>();

  constructor(context: PDFContext, supplies: Supplies, { body, language }: PacketDraft) {
    this.language = language;
    this.context = context;
    this.supplies = supplies;
    const sources = body.flatMap((page) =>
      'source' in page ? [page.source] : 'gathered' in page ? page.gathered : [],
    );
    for (const { form, scan } of sources) {
      if (form === 'pdf') this.wanted.set(scan, (this.wanted.get(scan) ?? 0) + 1);
    }
  }

  /** Throws a Problem: page-unusable with file, page (from 1), detail (in words) and reason (its code), or what `pull` threw. */
  async place(source: PacketSource): Promise<Placed> {
    try {
      return source.form === 'pdf' ? await this.placePage(source) : await this.placePicture(source);
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      const reasons = packetWords[this.language].unusableReasons;
      const detail = reasons[error.detail] ?? error.detail;
      const params = { file: source.fileName, page: source.page + 1, detail, reason: error.detail };
      throw new Problem('page-unusable', params);
    }
  }

  layers(): { groups: PDFRef[]; off: PDFRef[] } {
    return { groups: [...this.groups], off: [...this.off] };
  }

  private async placePicture(source: PacketSource): Promise<Placed> {
    const { ref, width, height } = await this.picture(source);
    const turn = addTurns(source.turn, source.extraTurn);
    const largest = Number.POSITIVE_INFINITY;
    const placed = placeMatrix({ width, height, mirrored: source.mirrored, turn, largest });
    const matrix = multiply([width, 0, 0, height, 0, 0], placed);
    return { operators: `q ${operands(matrix)} cm /S Do Q`, resources: { XObject: { S: ref } } };
  }

  private async picture(source: PacketSource): Promise<Picture> {
    const key = `${source.scan}/${source.page}`;
    const known = this.pictures.get(key);
    if (known) return known;
    const bytes = await this.supplies.pull(source);
    // The bytes say what they are: a rendition of a lossy picture may be a JPEG where the plan said PNG.
    const image = bytes[0] === 0xff ? jpegImage(this.context, bytes) : pngImage(this.context, bytes);
    const [width, height] = ['Width', 'Height'].map((name) => Number(image.dict.get(this.context.obj(name))));
    const picture = { ref: this.context.register(image), width: width ?? 1, height: height ?? 1 };
    this.pictures.set(key, picture);
    return picture;
  }

  private async placePage(source: PacketSource): Promise<Placed> {
    const page = await this.page(source);
    const { box, unit } = page;
    const [width, height] = [box[2] - box[0], box[3] - box[1]];
    // Intake decides the turn from the page's /Rotate, as it does from a picture's EXIF, so it is applied once, here.
    const turn = addTurns(source.turn, source.extraTurn);
    const placed = placeMatrix({ width, height, mirrored: source.mirrored, turn, largest: unit });
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

  private async page(source: PacketSource): Promise<SourcePage> {
    const key = `${source.scan}/${source.page}`;
    const document = await this.document(source);
    const known = this.pages.get(key);
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

  private document(source: PacketSource): Promise<SourceDocument> {
    const left = (this.wanted.get(source.scan) ?? 1) - 1;
    this.wanted.set(source.scan, left);
    const document =
      this.documents.get(source.scan) ??
      this.supplies.pull(source).then((bytes) => SourceDocument.open(bytes, this.context));
    if (left > 0) this.documents.set(source.scan, document);
    else this.documents.delete(source.scan);
    return document;
  }
}

function pageResources(page: SourcePage): Placed['resources'] {
  const forms = Object.fromEntries(page.appearances.map(({ form }, at) => [`A${at}`, form]));
  const layers = page.appearances.flatMap(({ layer }, at) => (layer ? [[`L${at}`, layer] as const] : []));
  return {
    XObject: { S: page.form, ...forms },
    ...(layers.length > 0 ? { Properties: Object.fromEntries(layers) } : {}),
  };
}
