// Drawn pages, the latest used kept longest, with a ceiling on their pixels altogether.

type Picture = Pick<ImageBitmap, 'width' | 'height' | 'close'>;
type Kept<P> = { page: number; width: number; picture: P };

/** 16 million pixels are 64 MB: some eight pages at reading size, or all small ones of a large packet. */
const LARGEST = 16_000_000;

export class PageCache<P extends Picture = ImageBitmap> {
  readonly #kept = new Map<string, Kept<P>>();
  readonly #largest: number;
  #pixels = 0;

  constructor(largest = LARGEST) {
    this.#largest = largest;
  }

  keep(page: number, width: number, picture: P): void {
    const key = `${page}/${width}`;
    this.#drop(key);
    this.#kept.set(key, { page, width, picture });
    this.#pixels += picture.width * picture.height;
    for (const oldest of this.#kept.keys()) {
      if (this.#pixels <= this.#largest || oldest === key) break;
      this.#drop(oldest);
    }
  }

  find(page: number, width: number): P | undefined {
    const key = `${page}/${width}`;
    const found = this.#kept.get(key);
    if (!found) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found.picture;
  }

  /** The largest picture of a page that is at hand. */
  findAny(page: number): P | undefined {
    let best: Kept<P> | undefined;
    for (const kept of this.#kept.values())
      if (kept.page === page && (!best || kept.width > best.width)) best = kept;
    return best?.picture;
  }

  clear(): void {
    for (const key of [...this.#kept.keys()]) this.#drop(key);
  }

  #drop(key: string): void {
    const kept = this.#kept.get(key);
    if (!kept) return;
    this.#kept.delete(key);
    this.#pixels -= kept.picture.width * kept.picture.height;
    kept.picture.close();
  }
}
