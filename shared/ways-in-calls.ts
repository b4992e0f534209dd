// The calls of two ways in: pictures from the phone, and the folder a scanner writes into. Part of the call table in calls.ts.

import { z } from 'zod';
import { read, undo, write } from './call-shape.ts';
import { id, paperKinds, scanId } from './domain.ts';

const nothing = z.object({});
const fact = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });
const outcomes = ['kept', 'duplicate', 'refused'] as const;

/** One file the phone sent, numbered from 1 in the order of arrival. */
export const phoneArrival = z.object({
  number: z.int(),
  file: z.string(),
  outcome: z.enum(outcomes),
  scan: scanId.nullable(),
  problem: fact.nullable(),
  ...undo,
});
export type PhoneArrival = z.infer<typeof phoneArrival>;

/** Why the phone's page is shut; '' while it is open. */
export const phoneEndings = ['', 'closed', 'idle', 'forgotten', 'no-network', 'address-gone'] as const;

export const phoneState = z.object({
  /** Of this opening; a newer opening ends the older one. */
  session: z.string(),
  ended: z.enum(phoneEndings),
  /** What the phone opens, with its one-time token; '' when shut. */
  url: z.string(),
  address: z.string(),
  /** Private addresses of this machine, the likeliest first, with the name the system gives to the way out. */
  addresses: z.array(z.object({ address: z.string(), name: z.string() })),
  /** True once a phone has used the token; no other phone can from then on. */
  connected: z.boolean(),
  /** Files on their way now. */
  sending: z.int(),
  arrivals: z.array(phoneArrival),
});
export type PhoneState = z.infer<typeof phoneState>;

/** One file of the watched folder that was taken up. `at` is an ISO time. */
export const watchArrival = z.object({
  file: z.string(),
  at: z.string(),
  outcome: z.enum(outcomes),
  problem: fact.nullable(),
});
export type WatchArrival = z.infer<typeof watchArrival>;

export const watchState = z.object({
  /** Absolute path; '' when none was chosen. */
  folder: z.string(),
  on: z.boolean(),
  /** Why the folder cannot be read at the moment; null when it can. */
  problem: fact.nullable(),
  /** Files that are still being written. */
  waiting: z.int(),
  /** The latest first, at most 20; `refused` counts over all. */
  arrivals: z.array(watchArrival),
  refused: z.int(),
});
export type WatchState = z.infer<typeof watchState>;

export const waysInCalls = {
  /** Opens the phone's page in the home network; an open one is ended. `address` must be one of those offered. */
  'phone.open': write(
    z.object({
      /** Where the pictures go: a paper of a visit, or the inbox when null. */
      target: z.object({ visitId: id, kind: z.enum(paperKinds) }).nullable(),
      address: z.string().max(64).default(''),
    }),
    phoneState,
  ),
  /** Also the sign of life of whoever shows the code: without it the page ends by itself. */
  'phone.state': read(z.object({ session: z.string() }), phoneState),
  'phone.close': read(z.object({ session: z.string() }), nothing),

  'watch.get': read(nothing, watchState),
  /** `existing`: whether the files that lie in a newly chosen folder already are taken in or left alone. */
  'watch.set': write(
    z.object({ folder: z.string().max(4096), on: z.boolean(), existing: z.enum(['take', 'leave']) }),
    watchState,
  ),

  /** Files and folders dropped on the program's icon or opened with it since the last time; told once. Empty but in the window. */
  'scan.handed': read(nothing, z.object({ paths: z.array(z.string()) })),

  /** Lets the person choose a folder; '' when the dialog was closed. The window only: `not-allowed` elsewhere. */
  'dialog.choose-folder': read(nothing, z.object({ folder: z.string() })),
} as const;
