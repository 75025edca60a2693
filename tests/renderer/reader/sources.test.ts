import { afterEach, describe, expect, it, vi } from "vitest";
import type { PageText } from "#shared/model/document.ts";
import { PageTexts } from "../../../renderer/reader/page-texts.ts";
import { openPdfSource, RANGE_CHUNK, totalFromContentRange } from "../../../renderer/reader/range-transport.ts";

const pageText = (page: number): PageText => ({
  documentId: "d" as PageText["documentId"],
  page,
  text: `text ${page}`,
  runs: [],
  layer: "text-layer",
  confidences: [],
});

describe("PageTexts", () => {
  it("loads a page once for all who ask, and tells its listeners", async () => {
    const load = vi.fn(async (page: number) => pageText(page));
    const texts = new PageTexts(load);
    const listener = vi.fn();
    texts.subscribe(listener);
    expect(texts.peek(3)).toBeNull();
    const [a, b] = await Promise.all([texts.request(3), texts.request(3)]);
    expect(a).toBe(b);
    await texts.request(3);
    expect(load).toHaveBeenCalledTimes(1);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(texts.peek(3)?.text).toBe("text 3");
  });

  it("says that a page failed and tries again when asked again", async () => {
    const load = vi.fn().mockRejectedValueOnce(new Error("gone")).mockResolvedValueOnce(pageText(1));
    const texts = new PageTexts(load);
    await expect(texts.request(1)).rejects.toThrow("gone");
    expect(texts.stateOf(1).kind).toBe("failed");
    await texts.request(1);
    expect(texts.stateOf(1).kind).toBe("loaded");
  });

  it("forgets the pages that were loaded longest ago", async () => {
    const texts = new PageTexts(async (page) => pageText(page));
    for (let page = 1; page <= 250; page += 1) await texts.request(page);
    expect(texts.peek(1)).toBeNull();
    expect(texts.peek(250)).not.toBeNull();
  });
});

describe("openPdfSource", () => {
  afterEach(() => vi.unstubAllGlobals());

  /** A host with a file of `size` bytes, each the low byte of its place. */
  function serve(size: number, withRanges: boolean) {
    const asked: string[] = [];
    vi.stubGlobal("fetch", async (_url: string, init: { readonly headers: { readonly Range: string } }) => {
      asked.push(init.headers.Range);
      const [, begin = 0, last = 0] = (/(\d+)-(\d+)/.exec(init.headers.Range) ?? []).map(Number);
      const bytes = Uint8Array.from({ length: size }, (_, index) => index & 255);
      if (!withRanges) return new Response(bytes, { status: 200 });
      const end = Math.min(last + 1, size);
      const headers = { "Content-Range": `bytes ${begin}-${end - 1}/${size}` };
      return new Response(bytes.slice(begin, end), { status: 206, headers });
    });
    return asked;
  }
  const open = () => openPdfSource("x", new AbortController().signal, () => undefined);

  it("takes a small file whole with one question", async () => {
    const asked = serve(1000, true);
    expect(await open()).toMatchObject({ kind: "whole", data: { length: 1000 } });
    expect(asked).toHaveLength(1);
  });

  it("takes a file of some megabytes whole with two", async () => {
    const asked = serve(RANGE_CHUNK + 10, true);
    const source = await open();
    expect(source.kind === "whole" && [source.data.length, source.data.at(-1)]).toEqual([
      RANGE_CHUNK + 10,
      (RANGE_CHUNK + 9) & 255,
    ]);
    expect(asked).toEqual([`bytes=0-${RANGE_CHUNK - 1}`, `bytes=${RANGE_CHUNK}-${RANGE_CHUNK + 9}`]);
  });

  it("takes a large file by parts", async () => {
    serve(9 * 1024 * 1024, true);
    const source = await open();
    expect(source.kind === "ranges" && source.transport.length).toBe(9 * 1024 * 1024);
  });

  it("takes what it gets from a host without ranges", async () => {
    serve(9 * 1024 * 1024, false);
    expect((await open()).kind).toBe("whole");
  });

  it("refuses in plain words", async () => {
    vi.stubGlobal("fetch", async () => new Response(null, { status: 404 }));
    await expect(open()).rejects.toThrow("status 404");
  });

  it("reads the size of a file", () => {
    expect(totalFromContentRange("bytes 0-99/1234")).toBe(1234);
    expect(totalFromContentRange("bytes 0-99/*")).toBeNull();
    expect(totalFromContentRange(null)).toBeNull();
  });
});
