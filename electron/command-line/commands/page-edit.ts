// paper edit, inbox edit: straighten, crop, make clear, mirror, split or reset pages.

import { type Command, InvalidArgumentError } from 'commander';
import type { PaperPage } from '../../../shared/domain.ts';
import {
  halfFromView,
  mirrorView,
  noEdit,
  type PageEdit,
  pageCorners,
  pageCrop,
  wholePage,
} from '../../../shared/page-edit.ts';
import { Problem } from '../../../shared/problems.ts';
import type { Run, Session } from '../session.ts';
import { type PageHolder, savePages } from './pages.ts';

export type EditOptions = {
  page: number[];
  corners?: 'auto' | PageEdit['corners'];
  crop?: PageEdit['crop'];
  clear?: boolean;
  mirror?: boolean;
  split?: boolean;
  reset?: boolean;
};

const WORTH_USING = 0.5;

type Work<O> = (session: Session, holder: PageHolder, options: O) => Promise<void>;
type Action<O> = (text: string, options: O) => Promise<void>;

/** What is not named stays as it is; `--reset` begins with the page as it came. */
export function addEditCommand<O extends EditOptions>(
  command: Command,
  { say }: Run,
  onPages: (work: Work<O>) => Action<O>,
): void {
  command
    .option('--corners <CORNERS>', say('editCorners'), readCorners)
    .option('--crop <CROP>', say('editCrop'), readCrop)
    .option('--clear', say('editPaper'))
    .option('--mirror', say('editMirror'))
    .option('--split', say('editSplit'))
    .option('--reset', say('editReset'))
    .action(onPages(editPages));
}

const editPages: Work<EditOptions> = async (session, holder, options) => {
  const edited = new Map<number, EditedPage>();
  for (const at of options.page) {
    const page = holder.pages[at];
    if (page) edited.set(at, await makeEdit(session, page, options));
  }
  const pages = holder.pages.flatMap((page, at): PaperPage[] => {
    const whole = edited.get(at);
    if (!whole) return [page];
    if (!options.split) return [whole];
    const { turn, edit } = whole;
    const view = { turn, mirrored: edit.mirrored };
    const halves = (['left', 'right'] as const).map((half) => halfFromView(half, view));
    return halves.map((half) => ({ ...whole, edit: { ...edit, half } }));
  });
  await savePages(session, holder, pages);
};

type EditedPage = PaperPage & { edit: PageEdit };

/** Left and right are those of the page as it is seen, whatever its turn. */
async function makeEdit(session: Session, page: PaperPage, options: EditOptions): Promise<EditedPage> {
  const start = options.reset ? noEdit : (page.edit ?? noEdit);
  const corners = options.corners === 'auto' ? await findCorners(session, page) : options.corners;
  const cut = options.crop ? { crop: options.crop, corners: null } : corners ? { corners, crop: null } : {};
  const enhance = options.clear ? 'paper' : start.enhance;
  const view = { turn: page.turn, mirrored: start.mirrored };
  const { turn, mirrored } = options.mirror ? mirrorView(view) : view;
  return { ...page, turn, edit: { ...start, ...cut, enhance, mirrored } };
}

async function findCorners(session: Session, { scan, page }: PaperPage): Promise<PageEdit['corners']> {
  const { corners, confidence } = await session.ask('page.corners', { scan, page });
  if (corners && confidence >= WORTH_USING) return corners;
  throw new Problem('input-invalid', { field: '--corners', reason: session.say('noCorners') });
}

function readNumbers(text: string): number[] {
  return text.split(/[,，]/).map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
}

function readCorners(text: string): 'auto' | PageEdit['corners'] {
  if (text === 'auto') return 'auto';
  const numbers = readNumbers(text);
  const parsed = pageCorners.safeParse(wholePage.map((_, at) => numbers.slice(at * 2, at * 2 + 2)));
  if (numbers.length !== 8 || !parsed.success) throw new InvalidArgumentError(text);
  return parsed.data;
}

function readCrop(text: string): PageEdit['crop'] {
  const parsed = pageCrop.safeParse(readNumbers(text));
  if (!parsed.success) throw new InvalidArgumentError(text);
  return parsed.data;
}
