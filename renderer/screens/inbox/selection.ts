// Choosing among the scans of the inbox by click, Shift, Ctrl and keys. Pure.

import { fourPapers, type PaperKind } from '../../../shared/domain.ts';

/** The papers of the keys 1 to 5. */
export const digitKinds: readonly PaperKind[] = [...fourPapers, 'other'];

export type Selection = {
  chosen: ReadonlySet<string>;
  /** The one with the focus, shown large. */
  focused: string | null;
  /** Where a range begins. */
  anchor: string | null;
};
export const nothingChosen: Selection = { chosen: new Set(), focused: null, anchor: null };

type Keys = { shift: boolean; toggle: boolean };

/** A plain click chooses one, Shift a range from the last plain one, Ctrl adds or takes away. */
export function choose(order: readonly string[], now: Selection, id: string, keys: Keys): Selection {
  if (keys.shift && now.anchor !== null && order.includes(now.anchor)) {
    const from = order.indexOf(now.anchor);
    const to = order.indexOf(id);
    const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
    return { ...now, chosen: new Set(range), focused: id };
  }
  const chosen = keys.toggle ? new Set(now.chosen) : new Set<string>();
  if (keys.toggle && chosen.has(id)) chosen.delete(id);
  else chosen.add(id);
  return { chosen, focused: id, anchor: id };
}

/** What an action acts on: the chosen ones in order, else the focused one. */
export function acted(order: readonly string[], now: Selection): string[] {
  const chosen = order.filter((id) => now.chosen.has(id));
  if (chosen.length > 0) return chosen;
  return now.focused !== null && order.includes(now.focused) ? [now.focused] : [];
}

/** After `gone` left the list: the next one that stays, else the one before. */
export function nextAfter(order: readonly string[], gone: readonly string[]): Selection {
  const leaving = new Set(gone);
  const last = Math.max(...gone.map((id) => order.indexOf(id)));
  const next =
    order.slice(last + 1).find((id) => !leaving.has(id)) ??
    order.slice(0, Math.max(0, last)).findLast((id) => !leaving.has(id)) ??
    null;
  return { chosen: new Set(next ? [next] : []), focused: next, anchor: next };
}
