import type { PageInfo } from "#shared/model/document.ts";
import type { PageSketch } from "#shared/model/reading.ts";
import { usableBox } from "./page-transform.ts";

/** Lines of a page in PDF user space: left, bottom, right, top of one after the other. */
export type PageLines = Float32Array;

/** Pages that are asked for at a time. */
export const SKETCH_BLOCK = 50;

/** Milliseconds between two blocks that nobody waits for. */
const REST = 120;

/** Parts into which a sketch divides a side of the page. */
const PARTS = 256;

/**
 * Where the lines of every page stand, so that a page that flies past shows at once what kind of page it is. The blocks
 * that are in sight come first, then all others, a few hundred bytes a page.
 */
export class PageSketches {
  readonly #load: (from: number, to: number) => Promise<readonly PageSketch[]>;
  readonly #pageInfos: readonly Pick<PageInfo, "box">[];
  readonly #lines = new Map<number, PageLines>();
  readonly #asked = new Set<number>();
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param pageInfos pages as they are in the file, not cropped */
  constructor(
    pageInfos: readonly Pick<PageInfo, "box">[],
    load: (from: number, to: number) => Promise<readonly PageSketch[]>,
  ) {
    this.#pageInfos = pageInfos;
    this.#load = load;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The lines of a page; null while they are not there. Does not load. */
  peek(page: number): PageLines | null {
    return this.#lines.get(page) ?? null;
  }

  /** Asks for the block of a page, unless it was asked for. */
  request(page: number): Promise<void> {
    const block = Math.floor((page - 1) / SKETCH_BLOCK);
    if (this.#asked.has(block) || page < 1 || page > this.#pageInfos.length) return Promise.resolve();
    this.#asked.add(block);
    const from = block * SKETCH_BLOCK + 1;
    return this.#load(from, Math.min(from + SKETCH_BLOCK - 1, this.#pageInfos.length)).then(
      (sketches) => {
        for (const [index, sketch] of sketches.entries()) this.#keep(from + index, sketch);
        for (const listener of this.#listeners) listener();
      },
      // A sketch is a comfort: without it the page is shown when it is painted.
      () => undefined,
    );
  }

  /** Asks for all blocks, one after the other, those nearest to a page first; until `stop`. */
  fill(around: number): void {
    const missing = Array.from({ length: Math.ceil(this.#pageInfos.length / SKETCH_BLOCK) }, (_, block) => block)
      .filter((block) => !this.#asked.has(block))
      .map((block) => block * SKETCH_BLOCK + 1)
      .sort((first, second) => Math.abs(first - around) - Math.abs(second - around));
    const next = (): void => {
      const page = missing.shift();
      if (page === undefined) return;
      this.request(page).then(() => {
        if (this.#timer !== undefined) this.#timer = setTimeout(next, REST);
      });
    };
    this.#timer = setTimeout(next, REST);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #keep(page: number, sketch: PageSketch): void {
    const info = this.#pageInfos[page - 1];
    if (info === undefined) return;
    const [left, bottom, right, top] = usableBox(info.box);
    const isAcross = (index: number): boolean => index % 2 === 0;
    this.#lines.set(
      page,
      Float32Array.from(sketch, (part, index) =>
        isAcross(index) ? left + (part / PARTS) * (right - left) : bottom + (part / PARTS) * (top - bottom),
      ),
    );
  }
}
