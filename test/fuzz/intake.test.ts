// Damaged files through the whole intake: whatever they do to a decoder, the program lives, answers in time and keeps its size.
// 300 files; GUIBAO_LONG=1 makes it 10,000.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readScanBytes } from '../../electron/database/scan.ts';
import { limits } from '../../electron/engine/limits.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { answer } from '../../electron/handlers/answer.ts';
import type { CallOutput } from '../../electron/handlers/context.ts';
import { setDesk, temporaryFolder } from '../handlers/desk.ts';
import { mutate, openDice } from './mutate.ts';
import { makeSeeds, type Seed } from './seeds.ts';

const long = process.env.GUIBAO_LONG === '1';
const FILES = long ? 10_000 : 300;
const workshop = openWorkshop();
afterAll(() => workshop.close());

/** HEIC cannot be written here: the samples beside the project lend one when they are there. */
function heicSeeds(): Seed[] {
  const folder = join(import.meta.dirname, '../../../shared/samples/heif_libheif');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.heic'));
  return names
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
    .filter(({ bytes }) => bytes.length < 200_000)
    .slice(0, 2);
}

const heapOf = (): number => {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
};

type Resident = { main: number; children: number };

/** In bytes, of this process and of the workshop's children; proc(5). Zeros where the system does not tell. */
function residentNow(): Resident {
  const pagesOf = (id: string) => {
    try {
      return Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]) * 4096;
    } catch {
      return 0;
    }
  };
  try {
    const threads = readdirSync(`/proc/${process.pid}/task`);
    const ids = threads.flatMap((thread) =>
      readFileSync(`/proc/${process.pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return { main: pagesOf('self'), children: ids.reduce((sum, id) => sum + pagesOf(id), 0) };
  } catch {
    return { main: 0, children: 0 };
  }
}

test(
  'damaged files are kept or refused with a reason, in time, and leave no memory behind',
  async () => {
    const desk = setDesk();
    const context = { ...desk.context, workshop };
    const seeds = [...(await makeSeeds()), ...heicSeeds()];
    const folder = temporaryFolder();
    const count: Record<string, number> = {};
    const heaps: number[] = [];
    const resident: Resident[] = [];
    let slowest = 0;
    const takeOne = async (serial: number) => {
      const seed = seeds[serial % seeds.length] as Seed;
      const path = join(folder, `${serial}`);
      const bytes = mutate(seed.bytes, openDice(serial));
      writeFileSync(path, bytes);
      const start = performance.now();
      const told = await answer(context, 'scan.add', { path, fileName: seed.name });
      slowest = Math.max(slowest, performance.now() - start);
      rmSync(path);
      if (!told.ok) throw new Error(`${seed.name} #${serial}: ${JSON.stringify(told.problem)}`);
      const outcome = told.value as CallOutput<'scan.add'>;
      const why = outcome.problem?.code ?? outcome.outcome;
      count[why] = (count[why] ?? 0) + 1;
      if (outcome.outcome === 'kept' && outcome.scan)
        expect(Buffer.from(readScanBytes(desk.vault.db, outcome.scan)).equals(bytes), seed.name).toBe(true);
      if (serial % 100 !== 99) return;
      heaps.push(heapOf());
      resident.push(residentNow());
    };
    let next = 0;
    const work = async () => {
      while (next < FILES) await takeOne(next++);
    };
    await Promise.all([work(), work()]);
    const told = {
      files: FILES,
      seeds: seeds.length,
      slowestMs: Math.round(slowest),
      heapsMb: heaps.map((h) => Math.round(h / 1e6)),
      mainMb: resident.map(({ main }) => Math.round(main / 1e6)),
      childrenMb: resident.map(({ children }) => Math.round(children / 1e6)),
    };
    process.stdout.write(`${JSON.stringify({ ...told, ...count })}\n`);
    expect(count.bug ?? 0).toBe(0);
    const check = await desk.ask('vault.check', {});
    expect(check).toMatchObject({ ok: true, troubles: [] });
    // A child is replaced when it has grown, and two work at a time.
    for (const { children } of resident) expect(children).toBeLessThan(2 * limits.workingBytes);
    if (!long) return;
    const third = Math.floor(heaps.length / 3);
    const growth = (some: number[]) => Math.min(...some.slice(-third)) - Math.min(...some.slice(0, third));
    expect(growth(heaps)).toBeLessThan(60e6);
    expect(growth(resident.map(({ main }) => main))).toBeLessThan(150e6);
    expect(growth(resident.map(({ children }) => children))).toBeLessThan(300e6);
  },
  long ? 7_200_000 : 240_000,
);
