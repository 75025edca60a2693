import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PageInfo } from "#shared/model/document.ts";
import type { Box } from "#shared/model/geometry.ts";
import { releaseCanvas } from "./canvas-cache.ts";
import { choosePages, commonFrames, findPrint, frameOfPrint, type SharedFrames } from "./page-margins.ts";
import { paintPage } from "./page-paint.ts";
import type { RenderQueue } from "./render-queue.ts";

/** Pixels per point at which a page is looked at: 36 to the inch, where a full stop is still a pixel. */
const SCALE = 0.5;

/** What is known of the print of a document's pages. */
export interface FoundMargins {
  readonly common: SharedFrames;
  /** Frames of single pages that were looked at; null: blank. */
  readonly own: ReadonlyMap<number, Box | null>;
}

export const NO_MARGINS: FoundMargins = { common: new Map(), own: new Map() };

/**
 * Looks at pages as they are painted, small, for where their print ends: first at some of each size, which give the
 * common frame, then at each page that comes near.
 */
export class MarginFinder {
  readonly #pdf: PDFDocumentProxy;
  readonly #pageInfos: readonly PageInfo[];
  readonly #queue: RenderQueue;
  readonly #tell: (found: FoundMargins) => void;
  readonly #controller = new AbortController();
  readonly #asked = new Set<number>();
  readonly #own = new Map<number, Box | null>();
  #common: SharedFrames | null = null;

  /** @param pageInfos pages as they are in the file, not cropped */
  constructor(
    pdf: PDFDocumentProxy,
    pageInfos: readonly PageInfo[],
    queue: RenderQueue,
    tell: (found: FoundMargins) => void,
  ) {
    this.#pdf = pdf;
    this.#pageInfos = pageInfos;
    this.#queue = queue;
    this.#tell = tell;
    const sampled = choosePages(pageInfos);
    Promise.all(sampled.map((page) => this.#look(page))).then(() => {
      if (this.#controller.signal.aborted) return;
      this.#common = commonFrames(pageInfos, sampled, this.#own);
      this.#report();
    });
  }

  /** Looks at some pages, unless it did; tells when one of them has print beyond the common frame. */
  look(first: number, last: number): void {
    for (let page = first; page <= last; page += 1) {
      if (!this.#asked.has(page)) void this.#look(page).then(() => this.#report());
    }
  }

  stop(): void {
    this.#controller.abort();
  }

  #report(): void {
    if (this.#common === null || this.#controller.signal.aborted) return;
    this.#tell({ common: this.#common, own: new Map(this.#own) });
  }

  #look(page: number): Promise<void> {
    const info = this.#pageInfos[page - 1];
    if (info === undefined || this.#asked.has(page)) return Promise.resolve();
    this.#asked.add(page);
    return new Promise((done) => {
      this.#queue.add(
        () => 1,
        async () => {
          try {
            this.#own.set(page, await this.#findFrame(info));
          } catch {
            // A page that cannot be painted keeps the common frame.
          }
          done();
        },
      );
    });
  }

  async #findFrame(info: PageInfo): Promise<Box | null> {
    const { signal } = this.#controller;
    // Upright as in the file: its sides are then those of its box.
    const upright = { ...info, rotation: 0 } as const;
    const canvas = await paintPage({ pdf: this.#pdf, info: upright, scale: SCALE, rotation: 0, ratio: 1, signal });
    try {
      const { width, height } = canvas;
      const pixels = canvas.getContext("2d")?.getImageData(0, 0, width, height);
      const print = pixels === undefined ? ([0, 0, 1, 1] as const) : findPrint(pixels);
      return print === null ? null : frameOfPrint(info.box, [...print]);
    } finally {
      releaseCanvas(canvas);
    }
  }
}
