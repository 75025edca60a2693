import { describe, expect, it } from "vitest";
import { CanvasCache } from "../../../renderer/reader/canvas-cache.ts";
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
  it("starts the page that is read first, then those in sight, and nothing less urgent beside them", async () => {
    const log: string[] = [];
    const queue = new RenderQueue(2);
    const [thumbnail, near] = [work(log, "thumbnail"), work(log, "near")];
    const [seen, read] = [work(log, "seen"), work(log, "read")];
    queue.add(() => 3, thumbnail.run);
    queue.add(() => 2, near.run);
    queue.add(() => 1, seen.run);
    queue.add(() => 0, read.run);
    await settle();
    expect(log).toEqual(["read"]);
    read.end();
    await settle();
    expect(log).toEqual(["read", "seen"]);
    seen.end();
    await settle();
    expect(log).toEqual(["read", "seen", "near"]);
    near.end();
    await settle();
    expect(log).toEqual(["read", "seen", "near", "thumbnail"]);
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
  const painted = (of: HTMLCanvasElement) => ({ canvas: of, frame: "0,0,612,792·0", pixelsPerPoint: 1 });

  it("drops the oldest pictures beyond its budget and frees their pixels", () => {
    const cache = new CanvasCache(250);
    const [a, b, c] = [canvas(10, 10), canvas(10, 10), canvas(10, 10)];
    cache.put(1, painted(a));
    cache.put(2, painted(b));
    cache.put(3, painted(c));
    expect(cache.take(1)).toBeUndefined();
    expect([a.width, a.height]).toEqual([0, 0]);
    expect(cache.take(2)?.canvas).toBe(b);
    expect(b.width).toBe(10);
  });

  it("gives a picture once", () => {
    const cache = new CanvasCache();
    cache.put(1, painted(canvas(1, 1)));
    expect(cache.take(1)?.canvas.width).toBe(1);
    expect(cache.take(1)).toBeUndefined();
  });

  it("frees a picture that another of the same page replaces, and all when it is cleared", () => {
    const cache = new CanvasCache();
    const [old, later] = [canvas(5, 5), canvas(6, 6)];
    cache.put(1, painted(old));
    cache.put(1, painted(later));
    expect(old.width).toBe(0);
    cache.clear();
    expect(later.width).toBe(0);
  });
});
