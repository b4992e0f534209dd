// Calls about the sample: put into an empty vault, taken out again.

import { clearSample } from '../database/clear-vault.ts';
import { writeInTurn } from '../database/keeper.ts';
import { SAMPLE_DAY, writeSample } from '../sample/write-sample.ts';
import { startWatching, stopWatching } from '../watch/watch-desk.ts';
import type { Handler } from './context.ts';

export const addSample: Handler<'sample.write'> = async (context) => {
  const { person, claim } = await writeSample(context);
  return { personId: person, claimId: claim };
};

/** What the watched folder brought into the sample is gone with it: the folder is looked at anew. */
export const removeSample: Handler<'sample.clear'> = async (context) => {
  const { vault, now } = context;
  await stopWatching(vault);
  try {
    // In turn with the files that are just being kept: one of them must not come in after the copy was made.
    const sampleTime = SAMPLE_DAY.toISOString();
    const copy = await writeInTurn(vault, () =>
      clearSample(vault, { sampleTime, time: now().toISOString() }),
    );
    return { copy };
  } finally {
    startWatching(context);
  }
};
