// How well a page is known again: recall for each way one paper comes in twice, and how often another paper on the same form is taken
// for it, on the forms that the figures were settled with and on others. Run: node test/bench/look-alikes.ts [forms]

import sharp from 'sharp';
import { compareFingerprints, LOOK_ALIKE } from '../../electron/engine/look/compare-fingerprints.ts';
import { takeFingerprint } from '../../electron/engine/look/fingerprint.ts';
import { takeView } from '../../electron/engine/look/look-at-page.ts';
import { haveOtherWriting } from '../../electron/engine/look/tell-apart.ts';
import type { View } from '../../electron/engine/look/view.ts';
import { othersOf, othersOnForm, picturesOf } from './alike-pictures.ts';
import { drawPaper } from './drawn-papers.ts';

export type AlikeRow = {
  set: string;
  pairs: string;
  count: number;
  asked: number;
  share: string;
  /** The pair that was nearest to being called otherwise. */
  nearest: number;
};
/** `closeCalls`: of papers that differ in dates and serial numbers only, the share that is asked about. */
export type AlikeBench = {
  rows: AlikeRow[];
  precision: number;
  recall: number;
  closeCalls: number;
  milliseconds: { fingerprint: number; compare: number; apart: number };
  bytes: number;
};

export const TUNING_FORMS = [1, 2, 3, 4, 5, 6, 7];
export const HELD_OUT_FORMS = [101, 102, 103, 104, 105, 106, 107];
const SAME = 'the same paper: ';
/** Told apart by a few digits, which a small picture of a page hardly shows: a person has to look. */
const CLOSE = 'the same lines, other dates and numbers';

type Looked = { print: Uint8Array; view: View };
/** `apart`: told to be two papers when they were laid over each other finely. */
type Like = { like: number; apart: boolean };
type Clock = { spent: number; runs: number };
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
function timed<T>(clock: Clock, work: () => T): T {
  const from = cpu();
  const result = work();
  clock.spent += cpu() - from;
  clock.runs += 1;
  return result;
}

export async function benchLookAlikes(set: string, forms: readonly number[]): Promise<AlikeBench> {
  const clocks = {
    fingerprint: { spent: 0, runs: 0 },
    compare: { spent: 0, runs: 0 },
    apart: { spent: 0, runs: 0 },
  };
  const kinds = new Map<string, Like[]>();
  let bytes = 0;
  const look = async (picture: Buffer): Promise<Looked> => {
    const view = await takeView(sharp(picture));
    const print = timed(clocks.fingerprint, () => takeFingerprint(view)) ?? new Uint8Array();
    bytes += print.length;
    return { print, view };
  };
  const note = (kind: string, one: Looked | undefined, other: Looked | undefined) => {
    if (!one || !other) throw new Error(`a picture is missing: ${kind}`);
    const like = timed(clocks.compare, () => compareFingerprints(one.print, other.print));
    const apart = like >= LOOK_ALIKE && timed(clocks.apart, () => haveOtherWriting(one.view, other.view));
    kinds.set(kind, [...(kinds.get(kind) ?? []), { like, apart }]);
  };
  const firsts: Looked[] = [];
  for (const form of forms) {
    const same = await picturesOf(drawPaper(form, 1, 1), form * 31 + 8);
    const looked = new Map<string, Looked>();
    for (const [how, picture] of Object.entries(same)) looked.set(how, await look(picture));
    const [first, scanned] = [looked.get('first'), looked.get('scanned')];
    for (const [how, one] of looked) if (how !== 'first') note(`${SAME}${how}`, one, first);
    for (const how of ['a screenshot of its PDF', 'cut, 25 %'])
      note(`${SAME}${how}, beside the scan`, looked.get(how), scanned);
    for (const [at, { pairs, drawing }] of othersOnForm(form).entries()) {
      for (const [how, picture] of Object.entries(await othersOf(drawing, form * 31 + (at + 1) * 77))) {
        note(pairs, await look(picture), how === 'photo' || how === 'small' ? first : scanned);
      }
    }
    for (const other of firsts) note('another form', first, other);
    if (first) firsts.push(first);
  }
  return { ...summarize(set, kinds), milliseconds: perRun(clocks), bytes: bytes / clocks.fingerprint.runs };
}

const perRun = ({ fingerprint, compare, apart }: Record<'fingerprint' | 'compare' | 'apart', Clock>) => ({
  apart: apart.spent / Math.max(1, apart.runs),
  fingerprint: fingerprint.spent / fingerprint.runs,
  compare: compare.spent / compare.runs,
});

function summarize(set: string, kinds: ReadonlyMap<string, Like[]>) {
  const rows = [...kinds].sort().map(([pairs, likes]): AlikeRow => {
    const asked = likes.filter(({ like, apart }) => like >= LOOK_ALIKE && !apart).length;
    const all = likes.map(({ like }) => like);
    const nearest = pairs.startsWith(SAME) ? Math.min(...all) : Math.max(...all);
    const share = `${Math.round((asked / likes.length) * 100)} %`;
    return { set, pairs, count: likes.length, asked, share, nearest: Math.round(nearest * 100) / 100 };
  });
  const same = rows.filter(({ pairs }) => pairs.startsWith(SAME));
  const others = rows.filter(({ pairs }) => !pairs.startsWith(SAME) && pairs !== CLOSE);
  const close = rows.filter(({ pairs }) => pairs === CLOSE);
  const sum = (list: readonly AlikeRow[], of: 'count' | 'asked') =>
    list.reduce((total, row) => total + row[of], 0);
  const right = sum(same, 'asked');
  return {
    rows,
    precision: right / Math.max(1, right + sum(others, 'asked')),
    recall: right / sum(same, 'count'),
    closeCalls: sum(close, 'asked') / Math.max(1, sum(close, 'count')),
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

export const describeAlikes = (
  set: string,
  { precision, recall, closeCalls, milliseconds, bytes }: AlikeBench,
): string =>
  `look-alikes, ${set}: precision ${percent(precision)}, recall ${percent(recall)}, asked from ${LOOK_ALIKE}; ` +
  `asked about papers that differ in dates and numbers only: ${percent(closeCalls)}; ` +
  `${milliseconds.fingerprint.toFixed(0)} ms of processor a fingerprint, ${milliseconds.compare.toFixed(0)} ms a comparison, ${milliseconds.apart.toFixed(0)} ms to tell two apart, ` +
  `${(bytes / 1000).toFixed(1)} kB a page`;

if (import.meta.main) {
  const few = Number(process.argv[2] ?? TUNING_FORMS.length);
  for (const [set, forms] of [
    ['tuning', TUNING_FORMS],
    ['held out', HELD_OUT_FORMS],
  ] as const) {
    const bench = await benchLookAlikes(set, forms.slice(0, few));
    for (const row of bench.rows) process.stdout.write(`${JSON.stringify(row)}\n`);
    process.stdout.write(`${describeAlikes(set, bench)}\n`);
  }
}
