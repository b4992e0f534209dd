// Shares an amount of fen among parts in proportion to their weights, so that the parts add up to it exactly.

/** Largest remainders get the odd fen. With no weight at all, the first part gets everything; with no parts, nothing. */
export function shareOut(amount: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole <= 0) return weights.map((_, at) => (at === 0 ? amount : 0));
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const parts = exact.map((product) => Number(product / BigInt(whole)));
  const order = exact
    .map((product, at) => ({ at, rest: product % BigInt(whole) }))
    .sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1));
  let odd = amount - parts.reduce((sum, part) => sum + part, 0);
  for (const { at } of order) {
    if (odd === 0) break;
    parts[at] = (parts[at] ?? 0) + 1;
    odd -= 1;
  }
  return parts;
}
