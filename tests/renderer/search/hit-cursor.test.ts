import { describe, expect, it } from "vitest";
import { type HitCursor, hitsOf, resolveHit, stepHit } from "../../../renderer/search/hit-cursor.ts";
import { hit, resultPage } from "./support.ts";

const HITS = hitsOf([resultPage("a", 7, [50, 10]), resultPage("a", 2, [5])]);

describe("hitsOf", () => {
  it("lists hits by page and then by offset", () => {
    expect(HITS.map((item) => [item.page, item.hit.start])).toEqual([
      [2, 5],
      [7, 10],
      [7, 50],
    ]);
  });

  it("takes the two parts of a hit across pages as one", () => {
    const pages = [
      { ...resultPage("a", 3), hits: [hit(10), hit(90, "on-next-page")] },
      { ...resultPage("a", 4), hits: [hit(0, "from-page-before"), hit(30)] },
    ];
    const hits = hitsOf(pages);
    expect(hits.map((item) => [item.page, item.hit.start, item.rest?.page ?? null])).toEqual([
      [3, 10, null],
      [3, 90, 4],
      [4, 30, null],
    ]);
    expect(resolveHit({ kind: "place", page: 4, start: 0 }, hits)).toBe(1);
  });

  it("counts the second part when the first one is not there", () => {
    const pages = [{ ...resultPage("a", 4), hits: [hit(0, "from-page-before"), hit(30)] }];
    expect(hitsOf(pages)).toHaveLength(2);
  });
});

describe("resolveHit", () => {
  it("finds a hit by its place, and the next one when the place has none", () => {
    expect(resolveHit({ kind: "place", page: 7, start: 50 }, HITS)).toBe(2);
    expect(resolveHit({ kind: "place", page: 7 }, HITS)).toBe(1);
    expect(resolveHit({ kind: "place", page: 3 }, HITS)).toBe(1);
    expect(resolveHit({ kind: "place", page: 99 }, HITS)).toBe(2);
  });

  it("clamps an index and gives null without hits", () => {
    expect(resolveHit({ kind: "index", index: 99 }, HITS)).toBe(2);
    expect(resolveHit({ kind: "last" }, HITS)).toBe(2);
    expect(resolveHit({ kind: "last" }, [])).toBeNull();
  });
});

describe("stepHit", () => {
  const at = (group: number, index: number): HitCursor => ({ group, hit: { kind: "index", index } });

  it("moves within the document", () => {
    expect(stepHit(at(0, 0), 1, HITS, 3)).toEqual(at(0, 1));
    expect(stepHit(at(0, 1), -1, HITS, 3)).toEqual(at(0, 0));
  });

  it("goes on into the neighbouring documents", () => {
    expect(stepHit(at(0, 2), 1, HITS, 3)).toEqual(at(1, 0));
    expect(stepHit(at(1, 0), -1, HITS, 3)).toEqual({ group: 0, hit: { kind: "last" } });
  });

  it("stays at both ends of the result", () => {
    const first = at(0, 0);
    const last = at(2, 2);
    expect(stepHit(first, -1, HITS, 3)).toBe(first);
    expect(stepHit(last, 1, HITS, 3)).toBe(last);
  });

  it("waits while the hits are not known, and passes a document that has none", () => {
    const cursor = at(1, 0);
    expect(stepHit(cursor, 1, null, 3)).toBe(cursor);
    expect(stepHit(cursor, 1, [], 3)).toEqual(at(2, 0));
  });

  it("visits every hit of every document once, forwards and backwards", () => {
    const documents = [HITS, [], HITS.slice(0, 1)];
    const walk = (start: HitCursor, direction: 1 | -1) => {
      const seen: string[] = [];
      for (let cursor = start, steps = 0; steps < 20; steps += 1) {
        const hits = documents[cursor.group] ?? [];
        const index = resolveHit(cursor.hit, hits);
        if (index !== null) seen.push(`${cursor.group}:${index}`);
        const next = stepHit(cursor, direction, hits, documents.length);
        if (next === cursor) break;
        cursor = next;
      }
      return seen;
    };
    const forwards = walk(at(0, 0), 1);
    expect(forwards).toEqual(["0:0", "0:1", "0:2", "2:0"]);
    expect(walk({ group: 2, hit: { kind: "last" } }, -1)).toEqual(forwards.toReversed());
  });
});
