import { availableParallelism } from "node:os";
import { createBuiltInOcrEngine } from "#adapters/ocr/built-in-engine.ts";
import { createSystemOcrEngine } from "#adapters/ocr/system-engine.ts";
import type { OcrEngine } from "#core/ports/ocr-engine.ts";
import type { PageRenderer } from "#core/ports/page-renderer.ts";

/** The OCR engines of this machine. */
export interface OcrEngines {
  /** The built-in one, and the system's where it is installed. */
  readonly list: () => Promise<readonly OcrEngine[]>;
  close(): Promise<void>;
}

/** Pages at a time: one core is left to the people who work meanwhile. */
function pagesAtATime(): number {
  return Math.max(1, availableParallelism() - 1);
}

/**
 * Nothing is started or looked for before somebody asks; the system's engine is looked for once.
 *
 * @param workerUrl entry point of the worker that recognises
 * @param renderer makes the pictures of pages
 */
export function createOcrEngines(workerUrl: URL, renderer: PageRenderer): OcrEngines {
  let opened: Promise<readonly OcrEngine[]> | null = null;

  async function open(): Promise<readonly OcrEngine[]> {
    const options = { workerUrl, concurrency: pagesAtATime(), rasterise: renderer.renderPage };
    const system = await createSystemOcrEngine(options);
    return [createBuiltInOcrEngine(options), ...(system === undefined ? [] : [system])];
  }

  return {
    list: () => {
      opened ??= open();
      return opened;
    },
    close: async () => {
      if (opened === null) return;
      for (const engine of await opened) await engine.close();
    },
  };
}
