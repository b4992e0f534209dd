// PDFium in the worker, opened anew after it fell: a trap over one file must not spoil what is read of the others.

import { decoderFell } from '../../shared/pdfium/fell.ts';
import type { Pdfium } from '../../shared/pdfium/pdfium.ts';

export type Reader = {
  /**
   * Does `work` with the PDFium in use; whatever it opens belongs to that one. Done again with a fresh one after a fall, once;
   * throws what the second fall throws (`decoderFell` knows it) and whatever else `work` throws.
   */
  read: <T>(work: (pdfium: Pdfium) => T | Promise<T>) => Promise<T>;
};

export function openReader(open: () => Promise<Pdfium>): Reader {
  let current = open();
  current.catch(() => undefined);
  return {
    read: async (work) => {
      for (let fallen = 0; ; ) {
        const pdfium = await current;
        const isStale = async () => pdfium !== (await current);
        try {
          const result = await work(pdfium);
          if (!(await isStale())) return result;
        } catch (error) {
          // It fell meanwhile over something else: that says nothing about this work.
          if (await isStale()) continue;
          if (!decoderFell(error)) throw error;
          current = open();
          current.catch(() => undefined);
          fallen += 1;
          if (fallen > 1) throw error;
        }
      }
    },
  };
}
