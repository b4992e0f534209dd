// guibao scan alike, compare and answer as real processes: asked of one scan, and of all that came in with the question for later.

import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawPaper } from '../bench/drawn-papers.ts';
import { takeHandPhoto } from '../bench/hand-photo.ts';
import { makeFolder, runGuibao } from './run-guibao.ts';

const folder = makeFolder();
const answerOf = async (...words: string[]) => {
  const { code, out, err } = await runGuibao(['--json', '--vault', folder.at('vault'), ...words]);
  expect([code, err], `${words.join(' ')} ${out}`).toEqual([0, '']);
  return JSON.parse(out);
};
const put = async (name: string, serial: number, seed: number) =>
  writeFileSync(folder.at(name), await takeHandPhoto(drawPaper(serial, 1), seed, 1600));

beforeAll(async () => {
  await answerOf('init');
  mkdirSync(folder.at('scans'));
  await put('六月.jpg', 4, 7);
  await put('scans/other.jpg', 2, 2011);
  await put('scans/zagain.jpg', 4, 1007);
}, 60_000);
afterAll(() => folder.remove());

test('what a watched folder brought waits to be asked about, until somebody answers or stops it', async () => {
  const [{ scan: earlier }] = await answerOf('scan', 'add', folder.at('六月.jpg'));
  expect(await answerOf('scan', 'alike')).toEqual([]);
  await answerOf('watch', folder.at('scans'), '--once');
  const open = await answerOf('scan', 'alike');
  expect(open).toMatchObject([
    { fileName: 'zagain.jpg', problem: null, lookAlikes: [{ page: 0, earlier: { scan: earlier, page: 0 } }] },
  ]);
  const again: string = open[0].scan;
  expect(await answerOf('scan', 'alike', again.slice(0, 12))).toEqual(open[0].lookAlikes);
  const pair = [again.slice(0, 12), '1', earlier.slice(0, 12), '1'];
  expect((await answerOf('scan', 'compare', ...pair)).laid.turn).toBe(0);

  const { undo } = await answerOf('scan', 'answer', ...pair);
  expect(await answerOf('scan', 'alike', again)).toEqual([]);
  expect(await answerOf('scan', 'alike')).toEqual([]);
  await answerOf('undo', JSON.stringify(undo));
  expect(await answerOf('scan', 'alike')).toEqual(open);
  await answerOf('scan', 'answer', ...pair, '--as', 'use-earlier');
  expect(await answerOf('inbox', 'list')).toHaveLength(2);
  expect(await answerOf('scan', 'alike')).toEqual([]);

  await put('scans/zzlast.jpg', 4, 3007);
  await answerOf('watch', folder.at('scans'), '--once');
  expect((await answerOf('scan', 'alike', earlier, '--stop')).scans).toEqual([]);
  expect((await answerOf('scan', 'alike', '--stop')).scans).toHaveLength(1);
  const { out } = await runGuibao(['--vault', folder.at('vault'), 'scan', 'alike']);
  expect(out).toContain('没有要问的');
});
