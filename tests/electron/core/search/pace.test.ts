import { describe, expect, test, vi } from "vitest";
import type { Pace } from "#core/search/evaluate/evaluation.ts";
import { createSearchRegistry } from "#core/search/pace.ts";

/** Breathes as often as an evaluation does, until a slice of time is over. */
function breatheOut(pace: Pace): Promise<void> {
  for (;;) {
    const pause = pace.breathe();
    if (pause !== null) return pause;
  }
}

const CANCELLED = expect.objectContaining({ code: "search/cancelled" });

describe("a running search", () => {
  test("hands over to others when its slice of time is used up", async () => {
    const { pace, end } = createSearchRegistry().begin("field");
    const other = vi.fn();
    setImmediate(other);
    expect(pace.breathe()).toBeNull();
    await breatheOut(pace);
    expect(other).toHaveBeenCalledOnce();
    expect(pace.breathe()).toBeNull();
    end();
  });

  test("is stopped by a newer one of the same asker, and by no other", () => {
    const searches = createSearchRegistry();
    const older = searches.begin("field");
    const elsewhere = searches.begin("report");
    const nobody = searches.begin(null);
    const newer = searches.begin("field");
    expect(() => older.pace.breathe()).toThrow(CANCELLED);
    for (const { pace } of [elsewhere, nobody, newer]) expect(pace.breathe()).toBeNull();
  });

  test("is stopped while others work", async () => {
    const searches = createSearchRegistry();
    const older = searches.begin("field");
    const pause = breatheOut(older.pace);
    searches.begin("field");
    await expect(pause).rejects.toThrow(CANCELLED);
  });

  test("that has ended is nothing to stop, and its end does not end a newer one", () => {
    const searches = createSearchRegistry();
    const older = searches.begin("field");
    const newer = searches.begin("field");
    older.end();
    searches.begin("field");
    expect(() => newer.pace.breathe()).toThrow(CANCELLED);
  });

  test("can be stopped by whoever began it", () => {
    const { pace, stop } = createSearchRegistry().begin(null);
    stop();
    expect(() => pace.breathe()).toThrow(CANCELLED);
  });
});
