// The files a portal takes, planned page by page: what fits and how well, or an honest no.

import type { PaperKind } from '../../../shared/domain.ts';
import type { PacketPlan } from '../../../shared/packet-plan.ts';
import type { PortalOutput, PortalProfile, PortalSlot } from '../../../shared/portal-profile.ts';
import { domainWords } from '../../../shared/words/domain.ts';
import { joinBytes } from '../writer/join-bytes.ts';
import { type Choice, chooseAlone, chooseTogether, type PageCost, type Step } from './choose-steps.ts';
import { fillPattern, serialOf } from './file-names.ts';
import { type PortalPages, portalKey, writePortalPacket } from './portal-packet.ts';
import type { MeasuredPage, PortalDesk } from './portal-pages.ts';
import { findShortages, heaviestPages, type PortalShortage } from './shortages.ts';

/** Lengths in pixels, sizes in bytes. `step` null: as it came. */
export type PortalRow = {
  paper: string;
  date: string;
  file: string;
  page: number;
  bytes: number;
  edge: number;
  quality: number | null;
  /** Estimated height of the smallest print as it goes out; null when there is too little print to tell. */
  printPixels: number | null;
  floorEdge: number;
  floorBy: 'print' | 'dpi';
  /** The source itself has fewer pixels than the floor asks for. */
  belowFloor: boolean;
};
/** `bytes` of a picture is what its step was measured at; of a PDF what it has. `slot` is the title of its slot or ''. */
export type PortalFile = {
  name: string;
  output: PortalOutput;
  slot: string;
  pages: number;
  bytes: number;
  make: () => Promise<Uint8Array>;
};
export type PortalJob = {
  desk: PortalDesk;
  plan: PacketPlan;
  profile: PortalProfile;
  pages: MeasuredPage[];
};
export type PlannedPortal = { files: PortalFile[]; rows: PortalRow[]; shortages: PortalShortage[] };

/** Nothing is made whole yet except what had to be, to know its size. Throws page-unusable, character-missing, cancelled. */
export async function planPortal(job: PortalJob): Promise<PlannedPortal> {
  const { profile } = job;
  const planned: PlannedPortal = { files: [], rows: [], shortages: [] };
  for (const output of profile.outputs) await planOutput(job, output, planned);
  planned.shortages.push(...findShortages(profile, planned.files));
  return planned;
}

async function planOutput(job: PortalJob, output: PortalOutput, planned: PlannedPortal): Promise<void> {
  if (output === 'jpg-per-page') return planPictures(job, planned);
  const kinds: (PaperKind | null)[] =
    output === 'pdf' ? [null] : [...new Set(job.pages.map(({ kind }) => kind))];
  for (const kind of kinds) {
    const pages = job.pages.filter((page) => kind === null || page.kind === kind);
    await planPdf(
      job,
      { output, kind, pages, serial: serialOf(planned.files.length + 1, kinds.length) },
      planned,
    );
  }
}

const slotOf = ({ slots }: PortalProfile, kind: PaperKind): PortalSlot | undefined =>
  slots.find(({ kinds }) => kinds.includes(kind));

function planPictures(job: PortalJob, planned: PlannedPortal): void {
  const { plan, profile, pages } = job;
  const output = 'jpg-per-page';
  for (const page of pages) {
    const slot = slotOf(profile, page.kind);
    const limit = slot?.maxFileBytes ?? profile.maxFileBytes;
    const choice = chooseAlone(page, limit);
    noteRows(planned, [page], choice);
    if (!choice.fits)
      noteTooLarge(planned, { output, what: page.label, pages: [page], limit, around: 0, choice });
    const name = `${fillPattern(profile.namePattern, {
      serial: serialOf(planned.files.length + 1, pages.length),
      date: page.date,
      hospital: page.hospital,
      paper: page.label,
      page: page.of > 1 ? String(page.at + 1) : '',
      number: plan.number,
      person: plan.person.name,
      slot: slot?.title ?? '',
    })}.jpg`;
    const [one] = choice.chosen;
    const make = () => makePicture(job, page, one?.step ?? null);
    planned.files.push({ name, output, slot: slot?.title ?? '', pages: 1, bytes: choice.bytes, make });
  }
}

type PdfWish = { output: PortalOutput; kind: PaperKind | null; pages: MeasuredPage[]; serial: string };

/** What stands around the pages (cover, font, bookmarks) is only known when it is written: the room for pages follows it. */
async function planPdf(job: PortalJob, wish: PdfWish, planned: PlannedPortal): Promise<void> {
  const { plan, profile } = job;
  const slot = wish.kind ? slotOf(profile, wish.kind) : undefined;
  const limit = slot?.maxFileBytes ?? profile.maxFileBytes;
  let around = 60_000 + 1_500 * wish.pages.length;
  for (let round = 0; round < 5; round++) {
    const choice = chooseTogether(costsOf(wish.pages), limit - around);
    const label = wish.kind ? domainWords[plan.language].paper[wish.kind] : plan.number;
    if (!choice.fits) {
      noteRows(planned, wish.pages, choice);
      return noteTooLarge(planned, { ...wish, what: label, limit, around, choice });
    }
    const pictures = await makeChosen(job, wish.pages, choice);
    const bytes = await composePdf(job, wish, pictures);
    if (bytes.length > limit) {
      around += bytes.length - limit + 2000;
      continue;
    }
    noteRows(planned, wish.pages, choice);
    const name = fillPattern(profile.namePattern, {
      serial: wish.serial,
      paper: wish.kind ? label : '',
      number: plan.number,
      person: plan.person.name,
      slot: slot?.title ?? '',
    });
    planned.files.push({
      name: `${name}.pdf`,
      output: wish.output,
      slot: slot?.title ?? '',
      pages: wish.pages.length,
      bytes: bytes.length,
      make: async () => bytes,
    });
    return;
  }
  throw new Error('the size of the portal file does not settle');
}

/** The same picture twice in a claim is stored once in the PDF, so it is paid once. */
function costsOf(pages: MeasuredPage[]): PageCost[] {
  const seen = new Set<string>();
  return pages.map(({ source, steps, keptBytes }) => {
    const key = portalKey(source);
    const again = seen.has(key);
    seen.add(key);
    if (!again) return { steps, keptBytes };
    return { steps: steps.map((step) => ({ ...step, bytes: 0 })), keptBytes: keptBytes === null ? null : 0 };
  });
}

async function makeChosen(job: PortalJob, pages: MeasuredPage[], { chosen }: Choice): Promise<PortalPages> {
  const made = new Map<string, { jpeg: Uint8Array }>();
  for (const [at, page] of pages.entries()) {
    const step = chosen[at]?.step;
    const key = portalKey(page.source);
    if (!step || made.has(key)) continue;
    job.desk.onProgress?.(at + 1, pages.length);
    made.set(key, { jpeg: await makePicture(job, page, step) });
  }
  return made;
}

function makePicture({ desk }: PortalJob, { source }: MeasuredPage, step: Step | null): Promise<Uint8Array> {
  if (!step) throw new Error('a page without a step has no picture');
  return desk.shrink(source, { edge: step.edge, quality: step.quality });
}

async function composePdf(job: PortalJob, { kind }: PdfWish, pages: PortalPages): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const { pull, rescue, font, signal } = job.desk;
  await writePortalPacket({ plan: job.plan, kind, pages }, { pull, rescue, font, signal }, (chunk) => {
    chunks.push(chunk);
  });
  return joinBytes(chunks);
}

function noteRows(planned: PlannedPortal, pages: MeasuredPage[], { chosen }: Choice): void {
  for (const [at, page] of pages.entries()) {
    const step = chosen[at]?.step ?? null;
    const edge = step?.edge ?? page.edge;
    planned.rows.push({
      paper: page.label,
      date: page.date,
      file: page.source.fileName,
      page: page.source.page + 1,
      bytes: chosen[at]?.bytes ?? 0,
      edge,
      quality: step?.quality ?? null,
      printPixels:
        page.printHeight === null ? null : Math.round((page.printHeight * edge * 10) / page.edge) / 10,
      floorEdge: page.floorEdge,
      floorBy: page.floorBy,
      belowFloor: page.belowFloor,
    });
  }
}

type TooLarge = {
  output: PortalOutput;
  what: string;
  pages: MeasuredPage[];
  limit: number;
  /** Bytes that are no page's. */
  around: number;
  choice: Choice;
};

function noteTooLarge(
  planned: PlannedPortal,
  { output, what, pages, limit, around, choice }: TooLarge,
): void {
  const bytes = choice.bytes + around;
  const over = bytes - limit;
  const costs = pages.map(({ label, date, at, of, source }, index) => ({
    paper: of > 1 ? `${label} ${at + 1}/${of}` : label,
    date,
    file: source.fileName,
    page: source.page + 1,
    bytes: choice.chosen[index]?.bytes ?? 0,
  }));
  planned.shortages.push({
    why: 'too-large',
    output,
    what,
    bytes,
    limit,
    over,
    pages: heaviestPages(costs, over),
  });
}
