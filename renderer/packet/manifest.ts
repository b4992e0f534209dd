// The manifest of a finished packet, and what its pages must say.

import { capitalYuan, formatYuan } from '../../shared/money.ts';
import type { PacketPlan } from '../../shared/packet-plan.ts';
import { MANIFEST_FORMAT, type PacketManifest } from '../../shared/packet-proof/manifest.ts';
import type { PacketDraft, PacketPage } from './draft.ts';
import { sumOf } from './front/cover.ts';

export const manifestOf = (
  draft: Pick<PacketDraft, 'title' | 'number' | 'says' | 'leftOut'>,
  pages: readonly PacketPage[],
): PacketManifest => ({
  format: MANIFEST_FORMAT,
  version: 1,
  title: draft.title,
  number: draft.number,
  says: draft.says ?? [],
  pages: pages.map(({ packet, kind, label, placed }) => ({
    page: packet,
    kind,
    label,
    sources: placed ?? [],
  })),
  ...(draft.leftOut ? { leftOut: draft.leftOut } : {}),
});

/** Name, hospitals, total in figures and in capitals; none of them where the plan has none. */
export function claimSays(plan: PacketPlan): string[] {
  const { count, total } = sumOf(plan);
  const said = [
    plan.person.name,
    ...plan.visits.map(({ hospital }) => hospital),
    // A supplement without invoices names no sum.
    ...(plan.supplement && count === 0 ? [] : [formatYuan(total, true), capitalYuan(total)]),
    ...(plan.supplement ? [plan.supplement.first.receiptNumber, plan.supplement.first.on] : []),
  ];
  return [...new Set(said.filter((text) => text.trim() !== ''))];
}
