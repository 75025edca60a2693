import { describe, expect, it } from "vitest";
import {
  canOpenAddress,
  type DestinationSource,
  placeOfLink,
  readPageLinks,
  resolveDestination,
} from "../../../renderer/reader/page-links.ts";
import { pageInfoOf } from "../support/document-summary.ts";

const source: DestinationSource = {
  getDestination: async (name) => (name === "annex" ? [{ num: 12, gen: 0 }, { name: "XYZ" }, 72, 700, null] : null),
  getPageIndex: async (reference) => {
    if (reference.num === 12) return 4;
    throw new Error("no such page");
  },
};
const link = { subtype: "Link", rect: [10, 20, 110, 40], id: "9R" };

describe("links of a page", () => {
  it("lead to places of the file, by name, by reference and by position", async () => {
    const annotations = [
      { ...link, dest: "annex" },
      { ...link, dest: [{ num: 12, gen: 0 }, { name: "FitH" }, 300] },
      { ...link, dest: [0, { name: "Fit" }] },
    ];
    const goals = (await readPageLinks(source, annotations, 5)).map(({ goal }) => goal);
    expect(goals).toEqual([
      { kind: "place", place: { page: 5, left: 72, top: 700 } },
      { kind: "place", place: { page: 5, left: null, top: 300 } },
      { kind: "place", place: { page: 1, left: null, top: null } },
    ]);
  });

  it("name addresses and moves, and are none when they run something or lead nowhere", async () => {
    const annotations = [
      { ...link, url: "https://court.example/a" },
      { ...link, unsafeUrl: "other.pdf#page=2" },
      { ...link, action: "NextPage" },
      { ...link, action: "Print" },
      { ...link, dest: "unknown" },
      { ...link, dest: [{ num: 99, gen: 0 }, { name: "Fit" }] },
      { ...link, dest: [7, { name: "Fit" }] },
      { ...link, rect: [1, 2, "x", 4], dest: "annex" },
      { ...link, subtype: "Widget", dest: "annex" },
    ];
    const goals = (await readPageLinks(source, annotations, 5)).map(({ goal }) => goal);
    expect(goals).toEqual([
      { kind: "address", address: "https://court.example/a" },
      { kind: "address", address: "other.pdf#page=2" },
      { kind: "move", to: "next" },
    ]);
  });

  it("stand where the file says, whatever the order of the corners", async () => {
    const [read] = await readPageLinks(source, [{ ...link, rect: [110, 40, 10, 20], dest: "annex" }], 5);
    expect(read?.box).toEqual([10, 20, 110, 40]);
  });

  it("do not believe destinations of nonsense", async () => {
    for (const nonsense of [null, 7, {}, [], ["x"], [{}], [Number.NaN], [1.5]]) {
      expect(await resolveDestination(source, nonsense, 5)).toBeNull();
    }
    expect(await resolveDestination(source, [0, { name: "XYZ" }, "left", Number.POSITIVE_INFINITY], 5)).toEqual({
      page: 1,
      left: null,
      top: null,
    });
  });

  it("bring the place that they name to the top of the view, also on turned pages", () => {
    const upright = [pageInfoOf({ page: 1 })];
    expect(placeOfLink({ page: 1, left: 0, top: 594 }, upright, 0)).toMatchObject({ page: 1, fractionY: 0.25 });
    expect(placeOfLink({ page: 1, left: 306, top: 594 }, upright, 90)).toMatchObject({ fractionY: 0.5 });
    expect(placeOfLink({ page: 1, left: null, top: null }, upright, 0)).toMatchObject({ fractionY: 0 });
    expect(placeOfLink({ page: 1, left: 0, top: 9000 }, upright, 0)).toMatchObject({ fractionY: 0 });
  });
});

describe("addresses", () => {
  it("are opened only when a browser or a mail program shows them", () => {
    expect(["https://a.example/x", "HTTP://a.example", "mailto:a@b.example"].map(canOpenAddress)).toEqual([
      true,
      true,
      true,
    ]);
    for (const address of [
      "javascript:alert(1)",
      "file:///etc/passwd",
      "other.pdf",
      "https:",
      "smb://host/share",
      "data:text/html,x",
    ]) {
      expect(canOpenAddress(address)).toBe(false);
    }
  });
});
