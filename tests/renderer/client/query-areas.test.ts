import { describe, expect, test } from "vitest";
import { procedureNames } from "#shared/contract/contract.ts";
import { type ChangedArea, changedAreaSchema } from "#shared/contract/events.ts";
import { createAreaCollector, isOutdated, type OutdatedArea } from "../../../renderer/client/query-areas.ts";

/** The queries of the contract that a change of this area makes old. */
function outdatedBy(area: ChangedArea): readonly string[] {
  return procedureNames.filter((name) => isOutdated(name, [area]));
}

describe("isOutdated", () => {
  test.each(changedAreaSchema.options)("a change of %s makes at least one answer old", (area) => {
    expect(outdatedBy(area)).not.toEqual([]);
  });

  test("a document's new short name reaches citations in passages and briefs, and search results", () => {
    expect(outdatedBy("documents")).toEqual(
      expect.arrayContaining([
        "documents.list",
        "documents.show",
        "passages.list",
        "briefs.show",
        "search.query",
        "case.info",
      ]),
    );
  });

  test("a new passage reaches the counts of tags, documents and case, but asks for no page text again", () => {
    const outdated = outdatedBy("passages");
    expect(outdated).toEqual(
      expect.arrayContaining(["passages.list", "tags.list", "documents.list", "briefs.show", "case.info"]),
    );
    expect(outdated).not.toContain("documents.page");
    expect(outdated).not.toContain("search.query");
  });

  test("an undo step alone asks for the history only", () => {
    expect(outdatedBy("edits").every((name) => name.startsWith("edits."))).toBe(true);
  });

  test("the welcome screen's list is not asked for again because a document came in", () => {
    expect(outdatedBy("documents")).not.toContain("case.recent");
  });
});

/** Time that the test moves; `advance` runs what has become due, in order. */
function createTime() {
  let now = 0;
  const waiting: { readonly at: number; readonly run: () => void }[] = [];
  return {
    clock: {
      now: () => now,
      after: (milliseconds: number, run: () => void) => void waiting.push({ at: now + milliseconds, run }),
    },
    advance: (milliseconds: number) => {
      const end = now + milliseconds;
      for (;;) {
        waiting.sort((left, right) => left.at - right.at);
        const next = waiting[0];
        if (next === undefined || next.at > end) break;
        waiting.shift();
        now = next.at;
        next.run();
      }
      now = end;
    },
  };
}

describe("createAreaCollector", () => {
  function collect() {
    const time = createTime();
    const refreshes: { readonly at: number; readonly areas: readonly OutdatedArea[] }[] = [];
    const report = createAreaCollector(
      (areas) => refreshes.push({ at: time.clock.now(), areas: [...areas].sort() }),
      time.clock,
    );
    return { time, refreshes, change: (...areas: OutdatedArea[]) => report(areas) };
  }

  test("changes that come together are one refresh", () => {
    const { time, refreshes, change } = collect();
    change("passages", "tags");
    change("passages", "edits");
    time.advance(20);
    expect(refreshes).toEqual([{ at: 15, areas: ["edits", "passages", "tags"] }]);
  });

  test("a timer that runs a fraction of a millisecond early leaves nothing behind", () => {
    let now = 0.4;
    const timers: (() => void)[] = [];
    const refreshes: (readonly OutdatedArea[])[] = [];
    const report = createAreaCollector((areas) => refreshes.push([...areas]), {
      now: () => now,
      after: (_, run) => void timers.push(run),
    });
    report(["ocr"]);
    now = 15;
    timers.splice(0).forEach((run) => void run());
    expect(refreshes).toEqual([["ocr"]]);
    report(["ocr"]);
    expect(timers).toHaveLength(1);
  });

  test("an import that changes documents every 50 ms refreshes once a second, and once more after its end", () => {
    const { time, refreshes, change } = collect();
    for (let step = 0; step < 50; step += 1) {
      change("documents");
      time.advance(50);
    }
    time.advance(2000);
    expect(refreshes.map(({ at }) => at)).toEqual([15, 1015, 2015, 3015]);
  });

  test("what a person does is not held back by an import", () => {
    const { time, refreshes, change } = collect();
    change("documents");
    time.advance(100);
    change("documents");
    change("passages");
    time.advance(20);
    expect(refreshes.at(-1)).toEqual({ at: 115, areas: ["passages"] });
  });
});
