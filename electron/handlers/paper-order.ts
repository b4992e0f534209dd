// The usual order of a visit's papers: as they are demanded, then all others.

import type { Paper, PaperKind } from '../../shared/domain.ts';

export const notAsked = (demands: readonly PaperKind[][], papers: readonly Paper[]): Paper[] => {
  const asked = new Set(demands.flat());
  return papers.filter((paper) => !asked.has(paper.kind));
};

/** As in the whole packet, each once. */
export const papersInOrder = (demands: readonly PaperKind[][], papers: readonly Paper[]): Paper[] => {
  const demanded = demands.flatMap((anyOf) => papers.filter(({ kind }) => anyOf.includes(kind)));
  return [...new Set([...demanded, ...notAsked(demands, papers)])];
};
