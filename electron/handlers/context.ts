// What a handler is given: the open vault and the things that differ between a test and a day.

import type { CallInput, CallName, CallOutput, ParsedInput } from '../../shared/calls.ts';
import type { Vault } from '../database/vault.ts';
import type { Workshop } from '../engine/workshop.ts';
import type { LanAddress } from '../phone/lan.ts';

export type Context = {
  vault: Vault;
  workshop: Workshop;
  way: 'window' | 'page' | 'command-line';
  now: () => Date;
  /** Private addresses of this machine, for the phone's page; the system's own when left out. */
  lan?: () => LanAddress[];
  /** Paths the system handed to the program since it was last asked, each once; the window only. */
  handedFiles?: () => string[];
  /** Lets the person choose a folder, '' when the dialog was closed; the window only. */
  chooseFolder?: () => Promise<string>;
};

export type Handler<N extends CallName> = (
  context: Context,
  input: ParsedInput<N>,
) => CallOutput<N> | Promise<CallOutput<N>>;
export type Handlers = { [N in CallName]: Handler<N> };
export type { CallInput, CallName, CallOutput, ParsedInput };
