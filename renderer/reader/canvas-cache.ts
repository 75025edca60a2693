/** The picture of a whole page. */
export interface PaintedPage {
  readonly canvas: HTMLCanvasElement;
  /** Crop and rotation: a picture of another frame shows something else. */
  readonly frame: string;
  /** Device pixels per PDF point. */
  readonly pixelsPerPoint: number;
}

/** Pixels that pages out of sight may hold: about 32 MB. */
const DEFAULT_BUDGET = 8_000_000;

/**
 * Keeps the pictures of pages that left the view, the latest ones first, inside a budget of pixels. A canvas is in the
 * cache or on the screen, never both.
 */
export class CanvasCache {
  readonly #budget: number;
  readonly #entries = new Map<number, PaintedPage>();
  #pixels = 0;

  constructor(budget = DEFAULT_BUDGET) {
    this.#budget = budget;
  }

  /** Takes a page's picture out of the cache. */
  take(page: number): PaintedPage | undefined {
    const painted = this.#entries.get(page);
    if (painted === undefined) return undefined;
    this.#entries.delete(page);
    this.#pixels -= painted.canvas.width * painted.canvas.height;
    return painted;
  }

  /** Puts a page's picture in, and lets go of the ones that were put in longest ago when there are too many pixels. */
  put(page: number, painted: PaintedPage): void {
    this.drop(page);
    this.#entries.set(page, painted);
    this.#pixels += painted.canvas.width * painted.canvas.height;
    for (const oldest of this.#entries.keys()) {
      if (this.#pixels <= this.#budget) return;
      this.drop(oldest);
    }
  }

  /** Lets go of a page's picture and of its memory at once. */
  drop(page: number): void {
    const painted = this.take(page);
    if (painted !== undefined) releaseCanvas(painted.canvas);
  }

  clear(): void {
    for (const page of [...this.#entries.keys()]) this.drop(page);
  }
}

/** Browsers free a canvas's pixels when it has none, not when it becomes unreachable. */
export function releaseCanvas(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}
