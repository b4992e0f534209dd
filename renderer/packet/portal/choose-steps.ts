// Chooses how far every page is compressed so that a file fits, or says honestly by how much it cannot.

export type Step = { edge: number; quality: number; bytes: number };
/** `steps` from fine to the floor; `keptBytes` when the page can go in as it came, without any loss. */
export type PageCost = { steps: readonly Step[]; keptBytes: number | null };
export type Chosen = { step: Step | null; bytes: number };
export type Choice =
  | { fits: true; chosen: Chosen[]; bytes: number }
  /** `over` bytes even at the floor; `chosen` is what the floor would cost. */
  | { fits: false; chosen: Chosen[]; bytes: number; over: number };

/** `step` null: the page goes in as it came. */
function choosePage({ steps, keptBytes }: PageCost, level: number): Chosen {
  const step = steps[Math.min(level, steps.length - 1)] ?? null;
  if (!step || (keptBytes !== null && keptBytes <= step.bytes)) return { step: null, bytes: keptBytes ?? 0 };
  return { step, bytes: step.bytes };
}

/** All pages go down the ladder together, so that no page is much worse than its neighbours. */
export function chooseTogether(pages: readonly PageCost[], limit: number): Choice {
  const levels = Math.max(1, ...pages.map(({ steps }) => steps.length));
  let last: Choice = { fits: true, chosen: [], bytes: 0 };
  for (let level = 0; level < levels; level++) {
    const chosen = pages.map((page) => choosePage(page, level));
    const bytes = sumOf(chosen);
    if (bytes <= limit) {
      const better = improve(pages, chosen, limit - bytes);
      return { fits: true, chosen: better, bytes: sumOf(better) };
    }
    last = { fits: false, chosen, bytes, over: bytes - limit };
  }
  return last;
}

const sumOf = (chosen: Chosen[]): number => chosen.reduce((total, { bytes }) => total + bytes, 0);

/** What is left over is spent on the pages from the first on, one level each. */
function improve(pages: readonly PageCost[], chosen: Chosen[], spare: number): Chosen[] {
  let left = spare;
  return chosen.map((one, at) => {
    const page = pages[at];
    if (!page || !one.step) return one;
    const better = choosePage(page, page.steps.indexOf(one.step) - 1);
    const more = better.bytes - one.bytes;
    if (page.steps.indexOf(one.step) === 0 || more > left || more <= 0) return one;
    left -= more;
    return better;
  });
}

/** One page for itself. */
export const chooseAlone = (page: PageCost, limit: number): Choice =>
  chooseTogether([{ ...page, keptBytes: null }], limit);
