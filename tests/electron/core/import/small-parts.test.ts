import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCommitQueue } from "#core/import/commit-queue.ts";
import { proposeNames, proposeTitle } from "#core/import/propose-names.ts";
import { describeDamage } from "#core/import/read-document.ts";
import { makeDocument } from "../../../support/test-database.ts";

const { metadata, detected } = makeDocument();

describe("the queue of commits", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function setUpQueue(failAt = Number.POSITIVE_INFINITY) {
    const batches: number[][] = [];
    const queue = createCommitQueue<number>((items) => {
      if (batches.length >= failAt) throw new Error("full");
      batches.push([...items]);
    });
    return { batches, queue };
  }

  it("commits in order, when enough wait, when one has waited long, and when it is told to", () => {
    const { batches, queue } = setUpQueue();
    for (let item = 0; item < 65; item += 1) queue.add(item);
    expect(batches.map((batch) => batch.length)).toEqual([64]);
    vi.runAllTimers();
    expect(batches[1]).toEqual([64]);
    queue.add(65);
    queue.add(66);
    queue.flush();
    queue.flush();
    vi.runAllTimers();
    expect(batches.slice(2)).toEqual([[65, 66]]);
  });

  it("tells of a failed commit at the next chance and commits nothing more", () => {
    const { batches, queue } = setUpQueue(1);
    queue.add(1);
    queue.flush();
    queue.add(2);
    vi.runAllTimers();
    expect(() => queue.add(3)).toThrow("full");
    expect(() => queue.flush()).toThrow("full");
    expect(batches).toEqual([[1]]);
  });

  it("forgets what waits when it is dropped", () => {
    const { batches, queue } = setUpQueue();
    queue.add(1);
    queue.drop();
    vi.runAllTimers();
    queue.flush();
    expect(batches).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("names", () => {
  it.each([
    ["Complaint for Relief", "scan0001.pdf", "Complaint for Relief"],
    ["  Untitled Document ", "Note 44.pdf", "Note 44"],
    ["Microsoft Word - draft_v7.docx", "Motion.pdf", "Motion"],
    ["C:\\drafts\\motion.doc", "Motion.pdf", "Motion"],
    ["scan 12", "Order.2025.pdf", "Order.2025"],
    ["draft_motion_v7", "Motion.pdf", "Motion"],
    ["---", ".pdf", ".pdf"],
    [null, "no-extension", "no-extension"],
  ])("%j in %s is shown as %s", (title, fileName, expected) => {
    expect(proposeTitle({ ...metadata, title }, fileName)).toBe(expected);
  });

  it("are never longer than a title may be, and short names never meet", () => {
    const title = "x".repeat(2000);
    const first = proposeNames({ metadata: { ...metadata, title }, detected }, "x.pdf", new Set());
    expect(first.title).toHaveLength(500);
    const second = proposeNames({ metadata: { ...metadata, title }, detected }, "x.pdf", new Set([first.shortName]));
    expect(second.shortName).not.toBe(first.shortName);
  });
});

it("damage is described by its pages, ten at most", () => {
  expect(describeDamage([])).toBeNull();
  expect(describeDamage([4])).toBe("Page 4 could not be read.");
  expect(describeDamage([4, 7])).toBe("Pages 4, 7 could not be read.");
  const twelve = Array.from({ length: 12 }, (_, at) => at + 1);
  expect(describeDamage(twelve)).toBe("Pages 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more could not be read.");
});
