import { describe, expect, it } from "vitest";
import { documentIdSchema } from "#shared/base/ids.ts";
import { ViewHistory } from "../../../renderer/reader/view-history.ts";
import { topOfPage } from "../../../renderer/reader/view-place.ts";

const NOTE = documentIdSchema.parse("doc_000000000001");
const REPLY = documentIdSchema.parse("doc_000000000002");
const at = (page: number, documentId = NOTE) => ({ documentId, place: topOfPage(page) });

function openNote(): ViewHistory {
  const history = new ViewHistory();
  history.arrive(at(1));
  return history;
}

describe("where one has been", () => {
  it("goes back to what was in sight when one left, and on again", () => {
    const history = openNote();
    expect(history.ends()).toEqual({ back: false, forward: false });
    // Scrolled to page 3 in between: no entry, but the place that going back shows.
    history.move(NOTE, topOfPage(3), topOfPage(9), "jump");
    expect(history.ends()).toEqual({ back: true, forward: false });
    expect(history.go(-1, at(10))).toEqual(at(3));
    expect(history.ends()).toEqual({ back: false, forward: true });
    expect(history.go(-1, at(3))).toBeNull();
    expect(history.go(1, at(4))).toEqual(at(10));
  });

  it("takes steps from hit to hit for one jump", () => {
    const history = openNote();
    history.move(NOTE, topOfPage(1), topOfPage(2), "step");
    history.move(NOTE, topOfPage(2), topOfPage(5), "step");
    history.move(NOTE, topOfPage(5), topOfPage(8), "step");
    expect(history.go(-1, at(8))).toEqual(at(1));
    expect(history.go(1, at(1))).toEqual(at(8));
  });

  it("forgets what was ahead when one goes elsewhere", () => {
    const history = openNote();
    history.move(NOTE, topOfPage(1), topOfPage(2), "jump");
    history.go(-1, at(2));
    history.move(NOTE, topOfPage(1), topOfPage(7), "jump");
    expect(history.ends()).toEqual({ back: true, forward: false });
  });

  it("leads into other documents, which then begin where they were left", () => {
    const history = openNote();
    history.leave(at(4));
    history.arrive(at(1, REPLY));
    expect(history.go(-1, at(2, REPLY))).toEqual(at(4));
    expect(history.awaited(NOTE)).toEqual(topOfPage(4));
    expect(history.awaited(REPLY)).toBeNull();
    history.arrive(at(4));
    expect(history.awaited(NOTE)).toBeNull();
    expect(history.ends()).toEqual({ back: false, forward: true });
  });

  it("tells those who show its buttons, with the same answer until that changes", () => {
    const history = openNote();
    let told = 0;
    history.subscribe(() => {
      told += 1;
    });
    const before = history.ends();
    history.leave(at(2));
    expect(history.ends()).toBe(before);
    history.move(NOTE, topOfPage(2), topOfPage(3), "jump");
    expect(told).toBe(1);
    expect(history.ends()).not.toBe(before);
  });
});
