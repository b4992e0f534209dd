// Files that come together are sent a few at a time: what each says of its place in line, so that they are kept in their order.

import { z } from 'zod';

const ticket = z.string().regex(/^[\w-]{1,40}$/);

/** `behind` is the ticket of the file given before this one; null begins a line. Every ticket is used once. */
export const intakeOrder = z.object({ ticket, behind: ticket.nullable() });
export type IntakeOrder = z.infer<typeof intakeOrder>;

/** So many files are on their way at once: while one is kept, the next are looked into. */
export const FILES_AT_ONCE = 3;

/** A new line; each call is the place behind the last one. */
export function openLine(): () => IntakeOrder {
  const name = Math.random().toString(36).slice(2);
  let count = 0;
  return () => {
    count += 1;
    return { ticket: `${name}-${count}`, behind: count === 1 ? null : `${name}-${count - 1}` };
  };
}
