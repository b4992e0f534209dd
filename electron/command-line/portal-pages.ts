// The portal's desk on the command line: the workshop measures and compresses pages of the vault.

import type { PortalDesk } from '../../renderer/packet/portal/portal-pages.ts';
import type { PacketSource } from '../../shared/packet-plan.ts';
import { noEdit, parseEdit } from '../../shared/page-edit.ts';
import { type CompactPlace, scanCompact } from '../intake/compact.ts';
import { scanRescue, sourcePrintable } from '../intake/pictures.ts';
import { showProgress } from './output.ts';
import { readPacketFont } from './packet-report.ts';
import type { Session } from './session.ts';

const placeOf = ({ scan, page, extraTurn, edit }: PacketSource): CompactPlace => ({
  ...{ scan, page, extraTurn },
  edit: edit && (parseEdit(edit.text) ?? noEdit),
});

export async function portalDesk(
  { context }: Pick<Session, 'context'>,
  signal: { readonly aborted: boolean },
): Promise<PortalDesk> {
  return {
    pull: async (source) => (await sourcePrintable(context, source)).bytes,
    rescue: (source, rung) => scanRescue(context, source, rung),
    font: await readPacketFont(),
    signal,
    onProgress: (done, total) => showProgress(`${done}/${total}`),
    measure: async (source, longEdge) => {
      const { jpeg: _, ...cost } = await scanCompact(context, placeOf(source), { longEdge });
      return cost;
    },
    shrink: async (source, make) => {
      const { jpeg } = await scanCompact(context, placeOf(source), { longEdge: make.edge, make });
      if (!jpeg) throw new Error('the workshop made no picture');
      return jpeg;
    },
  };
}
