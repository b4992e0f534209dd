// The options of `npm start`.

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export type StartOptions = {
  sample: boolean;
  vault: string | null;
  /** The page even where a window could be had. */
  page: boolean;
  port: number;
  open: boolean;
};

/** Reads the words after `npm start --`; throws with the word that is wrong. */
export function readStartOptions(words: string[]): StartOptions {
  const { values } = parseArgs({
    args: words,
    options: {
      sample: { type: 'boolean', default: false },
      vault: { type: 'string' },
      page: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
    },
  });
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : -1;
  if (port < 0 || port > 65_535) throw new Error(`--port ${values.port}`);
  if (values.sample && values.vault !== undefined) throw new Error('--sample --vault');
  return {
    sample: values.sample,
    vault: values.vault === undefined ? null : resolve(values.vault),
    page: values.page,
    port,
    open: !values['no-open'],
  };
}
