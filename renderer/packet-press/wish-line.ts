// The pages that wait to be drawn, the latest wish first: whoever turns pages quickly waits for the one in sight, not for all
// that went by.

export type Wish = { page: number; width: number };

/** Answers with what takes a wish. One that waits already comes to the front; the one being drawn is not drawn twice. */
export function openWishLine(draw: (wish: Wish) => Promise<void>): (wish: Wish) => void {
  const waiting: Wish[] = [];
  let drawing: Wish | undefined;
  const serve = async () => {
    for (drawing = waiting.pop(); drawing; drawing = waiting.pop()) await draw(drawing);
  };
  return (wish) => {
    const isSame = (other: Wish | undefined) => other?.page === wish.page && other.width === wish.width;
    if (isSame(drawing)) return;
    const at = waiting.findIndex(isSame);
    if (at >= 0) waiting.splice(at, 1);
    waiting.push(wish);
    if (!drawing) void serve();
  };
}
