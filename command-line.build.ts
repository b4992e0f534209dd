// Builds the command line into out/command-line: a few files instead of a thousand, which start in a third of the time.
//
// guibao.mjs runs it only while every source it was made of is as it was then, and the sources themselves otherwise.

import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, type Plugin } from 'vite';

const root = import.meta.dirname;
const ENTRIES = {
  main: 'electron/command-line/main.ts',
  'engine-worker': 'electron/engine/worker.ts',
  'keeper-thread': 'electron/database/keeper-thread.ts',
};
/** Native or WebAssembly files of their own lie beside their code. */
const LEFT_OUTSIDE = ['better-sqlite3', 'sharp', '@napi-rs/canvas', 'libheif-js'];
/** Loading them does nothing by itself, so what is not used is left out. */
const WITHOUT_EFFECTS = /node_modules\/(pdf-lib|zod)\//;

/** pdf-lib reads SVG and XFA forms with these, which nothing here asks for; their tables cost a fifth of the start. */
const LEFT_OUT = new Map([
  [
    'node-html-better-parser',
    "export const NodeType = {}; export const parse = () => { throw new Error('no HTML'); };",
  ],
  ['html-entities', "export const encode = () => { throw new Error('no HTML'); };"],
]);

type Entries = Record<string, string>;

/** `entries`: output name to source file, both from the project's folder; the bench builds its own the same way. */
export async function buildCommandLine(
  outDir = join(root, 'out/command-line'),
  entries: Entries = ENTRIES,
): Promise<void> {
  const input = Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(root, file)]));
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [leaveOut, writeSources(outDir)],
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node22',
      minify: false,
      rolldownOptions: {
        input,
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        treeshake: { moduleSideEffects: (id: string) => !WITHOUT_EFFECTS.test(id) },
      },
    },
    ssr: { noExternal: true, external: LEFT_OUTSIDE },
  });
}

const leaveOut: Plugin = {
  name: 'leave-out',
  enforce: 'pre',
  resolveId: (id) => (LEFT_OUT.has(id) ? `\0${id}` : null),
  load: (id) => (id.startsWith('\0') ? (LEFT_OUT.get(id.slice(1)) ?? null) : null),
};

/**
 * sources.json: path from the project's folder, bytes, and milliseconds of the last change of everything that went in; name and
 * bytes of everything that came out, so that a build with a part missing is not begun.
 */
function writeSources(outDir: string): Plugin {
  const files = ['package-lock.json', 'command-line.build.ts'].map((file) => join(root, file));
  let begun = 0;
  return {
    name: 'sources',
    buildStart() {
      begun = Date.now();
    },
    buildEnd() {
      for (const id of this.getModuleIds())
        if (id.startsWith(root) && !id.includes('node_modules')) files.push(id.split('?')[0] ?? id);
    },
    closeBundle() {
      // A source that changed while it was read may lie there in another state than went in: then the sources run.
      if (files.some((file) => statSync(file).mtimeMs >= begun)) return;
      const rows = files.map((file) => {
        const { size, mtimeMs } = statSync(file);
        return [relative(root, file).replaceAll('\\', '/'), size, Math.trunc(mtimeMs)];
      });
      const parts = readdirSync(outDir).map((name) => [name, statSync(join(outDir, name)).size]);
      writeFileSync(join(outDir, 'sources.json'), JSON.stringify({ sources: rows, parts }));
    },
  };
}
