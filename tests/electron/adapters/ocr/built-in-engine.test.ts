import { afterAll, describe, expect, test } from "vitest";
import { createBuiltInOcrEngine } from "#adapters/ocr/built-in-engine.ts";
import type { OcrEngine, OcrRequest } from "#core/ports/ocr-engine.ts";
import type { PageRaster } from "#core/ports/page-renderer.ts";
import { expectFailure } from "../../../support/expect-failure.ts";

const request: OcrRequest = { path: "/page.pdf", page: 1, languages: ["eng"] };
const { signal } = new AbortController();

/** An engine whose worker behaves by the width of the raster, which is the number of the page. */
function openTrial(): OcrEngine {
  const engine = createBuiltInOcrEngine({
    workerUrl: new URL("./trial-ocr-worker.ts", import.meta.url),
    concurrency: 2,
    deadlineMs: 4_000,
    rasterise: async (_path, page) => blankRaster(page),
  });
  afterAll(() => engine.close());
  return engine;
}

function blankRaster(width: number): PageRaster {
  const pixels = new Uint8Array(width).fill(255);
  return { width, height: 1, pixels, resolution: 300, box: [0, 0, 612, 792], rotation: 0 };
}

describe("the engine that is part of the program", () => {
  const engine = openTrial();

  test("ends a worker that takes too long, while other pages go on", { timeout: 30_000 }, async () => {
    const stuck = engine.recognise({ ...request, page: 1 }, signal);
    const others = Promise.all([3, 4, 5].map((page) => engine.recognise({ ...request, page }, signal)));
    expect((await others).map(({ madeBy }) => madeBy)).toEqual(["trial", "trial", "trial"]);
    await expectFailure("ocr/timeout", () => stuck);
    expect((await engine.recognise({ ...request, page: 6 }, signal)).madeBy).toBe("trial");
  });

  test("replaces a worker that breaks", async () => {
    await expectFailure("ocr/failed", () => engine.recognise({ ...request, page: 2 }, signal));
    expect((await engine.recognise({ ...request, page: 7 }, signal)).madeBy).toBe("trial");
  });

  test("stops when the job is cancelled", async () => {
    const controller = new AbortController();
    const stuck = engine.recognise({ ...request, page: 1 }, controller.signal);
    controller.abort();
    await expectFailure("job/cancelled", () => stuck);
  });

  test("names the languages that it has, and refuses others", async () => {
    expect(await engine.languages()).toEqual(["eng", "spa", "fra"]);
    expect(engine.version).toMatch(/^tesseract\.js-core \d/);
    await expectFailure("ocr/language-missing", () =>
      engine.recognise({ ...request, languages: ["eng", "deu"] }, signal),
    );
    await expectFailure("ocr/language-missing", () =>
      engine.recognise({ ...request, languages: ["../../secret"] }, signal),
    );
    await expectFailure("ocr/language-missing", () => engine.recognise({ ...request, languages: [] }, signal));
  });
});
