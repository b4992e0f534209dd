// How the window's three parts (main, preload, renderer) and the command line are built into out/. The page runs from source.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { buildCommandLine } from './command-line.build.ts';

// Entries are absolute: a relative entry that begins with "electron/" would be taken for the package of that name.
const entry = (file: string): string => resolve(import.meta.dirname, 'electron', file);
const worker = ['engine/worker.ts', 'engine/child.ts'].map(entry).find((file) => existsSync(file));

export default defineConfig({
  main: {
    plugins: [{ name: 'command-line', closeBundle: () => buildCommandLine() }],
    build: {
      outDir: 'out/main',
      externalizeDeps: true,
      rollupOptions: {
        input: {
          main: entry('main.ts'),
          'keeper-thread': entry('database/keeper-thread.ts'),
          ...(worker ? { 'engine-worker': worker } : {}),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: entry('preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(import.meta.dirname, 'renderer'),
    plugins: [react()],
    build: {
      outDir: resolve(import.meta.dirname, 'out/renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      // No file of the page is written into another as data:, so that the policy of the page can stay strict.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: resolve(import.meta.dirname, 'renderer/index.html') } },
    },
  },
});
