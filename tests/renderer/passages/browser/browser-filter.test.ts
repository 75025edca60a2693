import { describe, expect, it } from "vitest";
import type { DocumentId } from "#shared/base/ids.ts";
import { passageConditionsSchema } from "#shared/model/passage-browser.ts";
import {
  askedFilter,
  type BrowserFilter,
  isOpen,
  OPEN_FILTER,
  setMarkRole,
  setTagRole,
  toggled,
  toggleState,
} from "../../../../renderer/passages/browser/browser-filter.ts";
import { tag } from "../support.ts";

const [PAY, TIME] = [tag("a", "Payment").tagId, tag("b", "Duration").tagId];

function asked(change: Partial<BrowserFilter>) {
  return askedFilter({ ...OPEN_FILTER, ...change });
}

describe("askedFilter", () => {
  it("asks for nothing while nothing is chosen", () => {
    expect(asked({})).toEqual({});
    expect(asked({ text: "  ", fields: { kind: new Set() } })).toEqual({});
    expect(isOpen(OPEN_FILTER)).toBe(true);
    expect(isOpen({ ...OPEN_FILTER, below: false })).toBe(true);
  });

  it("puts each tag and mark into its role", () => {
    const filter = setMarkRole(setTagRole(setTagRole(OPEN_FILTER, PAY, "or"), TIME, "not"), "privileged", "not");
    expect(askedFilter(filter)).toEqual({ any: [PAY], none: [TIME], withoutMark: ["privileged"] });
    expect(isOpen(filter)).toBe(false);
  });

  it("gives the backend only what its schema takes", () => {
    const filter: BrowserFilter = {
      ...setTagRole(OPEN_FILTER, PAY, "and"),
      below: false,
      states: new Set(["linked", "orphaned", "region", "annotation"]),
      documents: new Set(["doc_000000000000" as DocumentId]),
      fields: { kind: new Set(["order", "motion"]), court: new Set(["D. Capital"]) },
      authors: new Set(["A. Writer"]),
      text: " grant ",
      note: "annex",
      madeFrom: "2025-03-01",
      madeTo: "2025-03-31",
      documentFrom: "2025-01-01",
      documentTo: "2025-12-31",
    };
    const parsed = passageConditionsSchema.parse(askedFilter(filter));
    expect(parsed).toMatchObject({
      all: [PAY],
      below: false,
      linked: true,
      state: "orphaned",
      region: true,
      text: "grant",
    });
    expect(parsed.fields).toHaveLength(3);
    expect(parsed.origin).toBe("annotation");
  });

  it("takes days as the person's own, whole", () => {
    const { createdFrom, createdTo } = asked({ madeFrom: "2025-03-01", madeTo: "2025-03-01" });
    const length = Date.parse(createdTo ?? "") - Date.parse(createdFrom ?? "");
    expect(length).toBe(24 * 60 * 60 * 1000 - 1);
    expect(new Date(createdFrom ?? "").getHours()).toBe(0);
  });
});

describe("changes of the filter", () => {
  it("replaces a role, and takes it out", () => {
    const once = setTagRole(OPEN_FILTER, PAY, "and");
    expect(setTagRole(once, PAY, "not").tags).toEqual([{ tagId: PAY, role: "not" }]);
    expect(setTagRole(once, PAY, null).tags).toEqual([]);
    expect(setMarkRole(setMarkRole(OPEN_FILTER, "hot", "and"), "hot", null).marks).toEqual([]);
  });

  it("never asks for what excludes itself", () => {
    const untagged = toggleState(setTagRole(OPEN_FILTER, PAY, "and"), "untagged");
    expect(untagged.tags).toEqual([]);
    expect(setTagRole(untagged, PAY, "and").states.has("untagged")).toBe(false);
    const linked = toggleState(toggleState(OPEN_FILTER, "linked"), "unlinked");
    expect([...linked.states]).toEqual(["unlinked"]);
    expect([...toggleState(linked, "unlinked").states]).toEqual([]);
  });

  it("toggles values", () => {
    expect([...toggled(new Set(["a"]), "b")]).toEqual(["a", "b"]);
    expect([...toggled(new Set(["a"]), "a")]).toEqual([]);
    expect([...toggled(undefined, "a")]).toEqual(["a"]);
  });
});
