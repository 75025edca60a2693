import { describe, expect, it } from "vitest";
import {
  filterWords,
  requestKey,
  requestOf,
  toggleFilter,
  toggleForm,
} from "../../../renderer/search/search-request.ts";
import { PLAIN_OPTIONS } from "./support.ts";

describe("requestKey", () => {
  const key = (query: string, options = PLAIN_OPTIONS) => requestKey(requestOf(query, options));

  it("is the same for the same search", () => {
    expect(key(" custody ")).toBe(key("custody"));
    expect(key("a", { ...PLAIN_OPTIONS, filters: ["x:1", "y:2"] })).toBe(
      key("a", { ...PLAIN_OPTIONS, filters: ["y:2", "x:1"] }),
    );
  });

  it.each([
    ["stemming", { stemming: false }],
    ["synonyms", { synonyms: false }],
    ["confident", { confident: true }],
    ["without", { without: ["a>b"] }],
    ["filters", { filters: ["kind:order"] }],
  ])("differs by %s", (_name, change) => {
    expect(key("custody", { ...PLAIN_OPTIONS, ...change })).not.toBe(key("custody"));
  });
});

describe("narrowing", () => {
  it("takes a filter in and out, and leaves the others", () => {
    const one = toggleFilter(toggleFilter(PLAIN_OPTIONS, "kind:order"), "kind:motion");
    expect(one.filters).toEqual(["kind:order", "kind:motion"]);
    expect(toggleFilter(one, "kind:order").filters).toEqual(["kind:motion"]);
  });

  it("takes a form out of one word only, and puts it back", () => {
    const without = toggleForm(PLAIN_OPTIONS, "detain", "detainee");
    expect(without.without).toEqual(["detain>detainee"]);
    expect(toggleForm(without, "detain", "detainee").without).toEqual([]);
  });

  it.each([
    ["kind:order", "kind: order"],
    ['court:="D. Capital"', "court: D. Capital"],
    ['tag:="The ""list"""', 'tag: The "list"'],
    ["-has:ocr", "-has: ocr"],
    ["transfer", "transfer"],
  ])("says %s as %s", (filter, words) => {
    expect(filterWords(filter)).toBe(words);
  });
});
