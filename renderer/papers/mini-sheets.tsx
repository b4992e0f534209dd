// The papers a visit must have, side by side as stamps; a demand that several kinds can meet shows the one that is there.

import type { VisitSummary } from '../../shared/calls.ts';
import { MiniSheet } from './mini-sheet.tsx';

export function MiniSheets({ visit }: { visit: Pick<VisitSummary, 'demands' | 'papers'> }) {
  return (
    <span className="mini-sheets">
      {visit.demands.map((anyOf) => {
        const paper = visit.papers.find((one) => anyOf.includes(one.kind) && one.pageCount > 0);
        const kind = paper?.kind ?? anyOf[0];
        return kind ? (
          <MiniSheet
            key={anyOf.join()}
            kind={kind}
            first={paper?.first ?? null}
            pageCount={paper?.pageCount ?? 0}
          />
        ) : null;
      })}
    </span>
  );
}
