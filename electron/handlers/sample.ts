// Calls about the sample: put into an empty vault, taken out again.

import { clearSample } from '../database/clear-vault.ts';
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
    return {
      copy: clearSample(vault, { sampleTime: SAMPLE_DAY.toISOString(), time: now().toISOString() }),
    };
  } finally {
    startWatching(context);
  }
};
