// What a handler is given: the open vault and the things that differ between a test and a day.

import type { CallInput, CallName, CallOutput, ParsedInput } from '../../shared/calls.ts';
import type { Vault } from '../database/vault.ts';
import type { Workshop } from '../engine/workshop.ts';

export type Context = {
  vault: Vault;
  workshop: Workshop;
  way: 'window' | 'page' | 'command-line';
  now: () => Date;
};

export type Handler<N extends CallName> = (
  context: Context,
  input: ParsedInput<N>,
) => CallOutput<N> | Promise<CallOutput<N>>;
export type Handlers = { [N in CallName]: Handler<N> };
export type { CallInput, CallName, CallOutput, ParsedInput };
