// Calls about the sample: put into an empty vault, taken out again.

import { clearSample } from '../database/clear-vault.ts';
import { SAMPLE_DAY, writeSample } from '../sample/write-sample.ts';
import type { Handler } from './context.ts';

export const addSample: Handler<'sample.write'> = async (context) => {
  const { person, claim } = await writeSample(context);
  return { personId: person, claimId: claim };
};

export const removeSample: Handler<'sample.clear'> = ({ vault, now }) => ({
  copy: clearSample(vault, { sampleTime: SAMPLE_DAY.toISOString(), time: now().toISOString() }),
});
