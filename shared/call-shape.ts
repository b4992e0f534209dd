// How one entry of the call table is written down, and what a call that can be taken back hands out.

import { z } from 'zod';

type Access = 'read' | 'write';
export type Call<I extends z.ZodType, O extends z.ZodType> = { access: Access; input: I; output: O };

export const read = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<I, O> => ({
  access: 'read',
  input,
  output,
});
export const write = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<I, O> => ({
  access: 'write',
  input,
  output,
});

/** A call that takes back what was just done. `undo.apply` runs a list of them in order, in one transaction. */
export const undoStep = z.object({ call: z.string(), input: z.unknown() });
export type UndoStep = z.infer<typeof undoStep>;
export const undo = { undo: z.array(undoStep) };
