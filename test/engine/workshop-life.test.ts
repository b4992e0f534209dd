// The workshop's children: killed when they hang or eat too much, replaced, gone when nobody needs them.

import { execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { PDFDocument } from 'pdf-lib';
import { expect, onTestFinished, test } from 'vitest';
import { openWorkshop, type Workshop, type WorkshopOptions } from '../../electron/engine/workshop.ts';
import { makeFolder, markedPicture, putFile, readCorners, writeEndlessForm } from './made-files.ts';

function open(options?: WorkshopOptions): Workshop {
  const workshop = openWorkshop(options);
  onTestFinished(() => workshop.close());
  return workshop;
}

const wish = { page: 0, edge: 200, mirrored: false, turn: 0 } as const;

async function onePagePdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage([200, 100]);
  return pdf.save();
}

test('a PDF that never ends is killed, and the files behind it are served', async () => {
  const workshop = open({ taskSeconds: 4 });
  const endless = new TextEncoder().encode(writeEndlessForm());
  const good = await onePagePdf();
  const jpeg = await markedPicture().jpeg().toBuffer();
  const outcomes = await Promise.allSettled([
    workshop.picture(endless, 'application/pdf', wish),
    workshop.picture(endless, 'application/pdf', wish),
    workshop.picture(good, 'application/pdf', wish),
    workshop.picture(jpeg, 'image/jpeg', wish),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled', 'fulfilled']);
  expect(outcomes[0]).toMatchObject({ reason: { code: 'file-timeout', params: { seconds: 4 } } });
});

test('a file that eats too much memory is stopped, and the next one is served', async () => {
  const hungry = open({ workingBytes: 1 });
  const endless = new TextEncoder().encode(writeEndlessForm());
  await expect(hungry.picture(endless, 'application/pdf', wish)).rejects.toMatchObject({
    code: 'file-too-hungry',
  });
  const generous = open({ taskSeconds: 60 });
  expect((await generous.picture(await onePagePdf(), 'application/pdf', wish)).length).toBeGreaterThan(0);
});

const childrenOf = (): number[] =>
  readdirSync('/proc/self/task').flatMap((thread) =>
    readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );

test.skipIf(!existsSync('/proc/self/task'))(
  'a child killed from outside is no fault of its file, which gets a second one; killed again it is refused (skipped where children cannot be found)',
  async () => {
    const workshop = open({ taskSeconds: 60 });
    const endless = new TextEncoder().encode(writeEndlessForm());
    const before = new Set(childrenOf());
    const own = () => childrenOf().filter((id) => !before.has(id));
    const killOne = async (not = 0) => {
      await expect.poll(() => own().some((id) => id !== not), { timeout: 20_000 }).toBe(true);
      const [id = 0] = own().filter((one) => one !== not);
      process.kill(id, 'SIGKILL');
      return id;
    };
    const path = putFile(makeFolder(), 'a.pdf', await onePagePdf());
    const look = workshop.inspect(path, 'a.pdf');
    const first = await killOne();
    expect((await look).pages).toHaveLength(1);
    for (const id of own()) process.kill(id, 'SIGKILL');
    await expect.poll(() => own().length).toBe(0);
    const drawn = workshop.picture(endless, 'application/pdf', wish);
    const refused = expect(drawn).rejects.toMatchObject({ code: 'file-too-hungry' });
    await killOne(await killOne(first));
    await refused;
    expect((await workshop.inspect(path, 'a.pdf')).pages).toHaveLength(1);
  },
  60_000,
);

test('looking into a PDF whose form never ends takes no time', async () => {
  const workshop = open();
  const path = putFile(makeFolder(), 'form.pdf', writeEndlessForm());
  expect((await workshop.inspect(path, 'form.pdf')).pages).toHaveLength(1);
});

test('a closed workshop refuses new work and drops what waits', async () => {
  const workshop = open();
  const jpeg = await markedPicture().jpeg().toBuffer();
  const waiting = Array.from({ length: 6 }, () => workshop.picture(jpeg, 'image/jpeg', wish));
  const settled = Promise.allSettled(waiting);
  await workshop.close();
  const refused = (await settled).filter((outcome) => outcome.status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  for (const { reason } of refused) expect(reason).toMatchObject({ code: 'cancelled' });
  await expect(workshop.picture(jpeg, 'image/jpeg', wish)).rejects.toMatchObject({ code: 'cancelled' });
});

test('many wishes at once are all served, each with its own picture', async () => {
  const workshop = open();
  const sizes = [64, 80, 96, 112, 128, 144, 160, 176];
  const png = await markedPicture().png().toBuffer();
  const pictures = await Promise.all(
    sizes.map((edge) => workshop.picture(png, 'image/png', { ...wish, edge, turn: 90 })),
  );
  for (const picture of pictures) {
    expect(await readCorners(picture)).toEqual(['black', 'red', 'green', 'blue']);
  }
});

const workshopUrl = new URL('../../electron/engine/workshop.ts', import.meta.url).href;

/** A program that looks into one file, then does what `last` says. */
const program = (path: string, last: string) => `
const { openWorkshop } = await import(${JSON.stringify(workshopUrl)});
const { readFileSync } = await import('node:fs');
const workshop = openWorkshop();
const bytes = readFileSync(${JSON.stringify(path)});
await workshop.inspect(${JSON.stringify(path)}, 'x');
${last}
`;

test('a program that has nothing more to do ends although its workshop is open', async () => {
  const path = putFile(makeFolder(), 'a.pdf', await onePagePdf());
  const run = promisify(execFile);
  const { stderr } = await run(process.execPath, ['--input-type=module', '-e', program(path, '')], {
    timeout: 30_000,
  });
  expect(stderr).toBe('');
});

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
};

test.runIf(process.platform === 'linux')('a killed program leaves no busy child behind', async () => {
  const path = putFile(makeFolder(), 'endless.pdf', writeEndlessForm());
  const hang = `
void workshop.picture(bytes, 'application/pdf', ${JSON.stringify(wish)}).catch(() => {});
await new Promise((resolve) => setTimeout(resolve, 500));
console.log('children', readFileSync('/proc/self/task/' + process.pid + '/children', 'utf8'));
setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program(path, hang)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const pids = await new Promise<number[]>((resolve) => {
    child.stdout.on('data', (data) => {
      const line = String(data).match(/children ([\d ]+)/);
      if (line) resolve((line[1] ?? '').trim().split(' ').map(Number));
    });
  });
  expect(pids.length).toBeGreaterThan(0);
  expect(pids.every(isAlive)).toBe(true);
  child.kill('SIGKILL');
  await expect.poll(() => pids.some(isAlive), { timeout: 60_000 }).toBe(false);
});
