import { describe, expect, it } from "vitest";
import { CanvasCache } from "../../../renderer/reader/canvas-cache.ts";
import { outputScale } from "../../../renderer/reader/page-paint.ts";
import { RenderQueue, type RenderRank } from "../../../renderer/reader/render-queue.ts";

/** Work that ends when told. */
function work(log: string[], name: string) {
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    run: () => {
      log.push(name);
      return promise;
    },
    end: resolve,
  };
}
const settle = async () => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

describe("RenderQueue", () => {
  it("starts pages in sight first and nothing less urgent beside them", async () => {
    const log: string[] = [];
    const queue = new RenderQueue(2);
    const [thumbnail, near, seen] = [work(log, "thumbnail"), work(log, "near"), work(log, "seen")];
    queue.add(() => 2, thumbnail.run);
    queue.add(() => 1, near.run);
    queue.add(() => 0, seen.run);
    await settle();
    expect(log).toEqual(["seen"]);
    seen.end();
    await settle();
    expect(log).toEqual(["seen", "near"]);
    near.end();
    await settle();
    expect(log).toEqual(["seen", "near", "thumbnail"]);
  });

  it("runs no more than its limit", async () => {
    const log: string[] = [];
    const queue = new RenderQueue(2);
    const jobs = ["a", "b", "c"].map((name) => work(log, name));
    for (const job of jobs) queue.add(() => 0, job.run);
    await settle();
    expect(log).toEqual(["a", "b"]);
    jobs[1]?.end();
    await settle();
    expect(log).toEqual(["a", "b", "c"]);
  });

  it("asks for the rank when a place is free", async () => {
    const log: string[] = [];
    const queue = new RenderQueue(1);
    let rank: RenderRank = 1;
    const [first, second, third] = [work(log, "first"), work(log, "second"), work(log, "third")];
    queue.add(() => 0, first.run);
    queue.add(() => 1, second.run);
    queue.add(() => rank, third.run);
    await settle();
    rank = 0;
    first.end();
    await settle();
    expect(log).toEqual(["first", "third"]);
  });

  it("forgets what was taken back and goes on after a failure", async () => {
    const log: string[] = [];
    const queue = new RenderQueue(1);
    queue.add(
      () => 0,
      () => Promise.reject(new Error("damaged")),
    );
    const takeBack = queue.add(() => 0, work(log, "left").run);
    queue.add(() => 0, work(log, "stays").run);
    takeBack();
    await settle();
    expect(log).toEqual(["stays"]);
  });
});

describe("CanvasCache", () => {
  const canvas = (width: number, height: number) => ({ width, height }) as HTMLCanvasElement;

  it("drops the oldest pictures beyond its budget and frees their pixels", () => {
    const cache = new CanvasCache(250);
    const [a, b, c] = [canvas(10, 10), canvas(10, 10), canvas(10, 10)];
    cache.put(1, { canvas: a, key: "k" });
    cache.put(2, { canvas: b, key: "k" });
    cache.put(3, { canvas: c, key: "k" });
    expect(cache.take(1)).toBeUndefined();
    expect([a.width, a.height]).toEqual([0, 0]);
    expect(cache.take(2)?.canvas).toBe(b);
    expect(b.width).toBe(10);
  });

  it("gives a picture once", () => {
    const cache = new CanvasCache();
    cache.put(1, { canvas: canvas(1, 1), key: "k" });
    expect(cache.take(1)?.key).toBe("k");
    expect(cache.take(1)).toBeUndefined();
  });

  it("frees a picture that another of the same page replaces, and all when it is cleared", () => {
    const cache = new CanvasCache();
    const [old, later] = [canvas(5, 5), canvas(6, 6)];
    cache.put(1, { canvas: old, key: "a" });
    cache.put(1, { canvas: later, key: "b" });
    expect(old.width).toBe(0);
    cache.clear();
    expect(later.width).toBe(0);
  });
});

describe("outputScale", () => {
  it("is that of the screen for a page of common size", () => {
    expect(outputScale(816, 1056, 2)).toBe(2);
  });

  it("keeps a canvas at 16 megapixels and 16,384 pixels a side", () => {
    const scale = outputScale(8000, 10_000, 2);
    expect(8000 * scale * 10_000 * scale).toBeLessThanOrEqual(16_000_001);
    expect(outputScale(100_000, 10, 2) * 100_000).toBeLessThanOrEqual(16_384.001);
  });
});
