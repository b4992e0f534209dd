// Patches of tiles that hang together, such as a burnt-out spot or a sheet on a table.

import type { PageBox } from '../../../shared/page-findings.ts';
import type { Tile, Tiles } from './view.ts';

/** `share` of all tiles; `fill`: how much of its box it covers. */
export type Patch = { share: number; fill: number; box: PageBox };

/** Patches of tiles for which `belongs` holds, joined over their sides, largest first. */
export function findPatches(tiles: Tiles, belongs: (tile: Tile) => boolean): Patch[] {
  const { across, down, list } = tiles;
  const open = list.map(belongs);
  const patches: Patch[] = [];
  for (let start = 0; start < list.length; start += 1) {
    if (!open[start]) continue;
    const members = gather(open, start, across);
    const columns = members.map((at) => at % across);
    const rows = members.map((at) => Math.floor(at / across));
    const left = Math.min(...columns);
    const top = Math.min(...rows);
    const width = Math.max(...columns) - left + 1;
    const height = Math.max(...rows) - top + 1;
    patches.push({
      share: members.length / list.length,
      fill: members.length / (width * height),
      box: { x: left / across, y: top / down, width: width / across, height: height / down },
    });
  }
  return patches.sort((a, b) => b.share - a.share);
}

/** Takes the tiles that hang together with `start` out of `open`. */
function gather(open: boolean[], start: number, across: number): number[] {
  const members: number[] = [];
  const waiting = [start];
  open[start] = false;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    members.push(at);
    const column = at % across;
    const beside = [at - across, at + across, column > 0 ? at - 1 : -1, column < across - 1 ? at + 1 : -1];
    for (const next of beside) {
      if (!open[next]) continue;
      open[next] = false;
      waiting.push(next);
    }
  }
  return members;
}
