// Folds of a sheet: faint bands from side to side, which are darker than the paper around them and are no writing.

import { measureSharpness } from './sharpness.ts';
import { TILE, thresholds } from './thresholds.ts';
import type { Tiles, View } from './view.ts';

/** A band may lean over so many rows or columns of tiles. */
const LEAN = 3;

type Mark = 'none' | 'faint' | 'dark';
/** The tiles of a few neighbouring rows, or columns: by their place along the line. */
type Band = { places: Set<number>; marked: Set<number>; faint: number[]; dark: number };

/** Places of the tiles that belong to a fold. `inside`: tiles that hold nothing but paper. */
export function findFolds(view: View, { across, list }: Tiles, inside: readonly boolean[]): Set<number> {
  const { share, contrast, sharp, most } = thresholds.fold;
  const marks = list.map((tile, at): Mark => {
    if (tile.ink <= 0.003) return 'none';
    if (tile.paper - tile.dark >= contrast) return 'dark';
    const steepest = measureSharpness(view, tile, (at % across) * TILE, Math.floor(at / across) * TILE);
    return steepest < sharp ? 'faint' : 'dark';
  });
  const bands = new Map<string, Band>();
  const note = (name: string, at: number, place: number) => {
    const band = bands.get(name) ?? { places: new Set(), marked: new Set(), faint: [], dark: 0 };
    bands.set(name, band);
    band.places.add(place);
    if (marks[at] === 'dark') band.dark += 1;
    if (marks[at] !== 'faint') return;
    band.marked.add(place);
    band.faint.push(at);
  };
  list.forEach((_, at) => {
    if (!inside[at]) return;
    const [row, column] = [Math.floor(at / across), at % across];
    for (let step = 0; step < LEAN; step += 1) {
      note(`row ${row - step}`, at, column);
      note(`column ${column - step}`, at, row);
    }
  });
  const folds = [...bands.values()].filter(
    ({ places, marked, faint, dark }) =>
      dark <= 2 && places.size >= 6 && marked.size > places.size * share && faint.length <= places.size * 2,
  );
  // Pale writing covers many lines; a sheet is folded once or twice.
  return new Set(folds.length > most * LEAN ? [] : folds.flatMap(({ faint }) => faint));
}
