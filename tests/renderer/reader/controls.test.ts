import { describe, expect, it } from "vitest";
import { findPage, hasLabels, namePage } from "../../../renderer/reader/page-entry.ts";
import { SIDE_MARGIN } from "../../../renderer/reader/page-layout.ts";
import { commandOf } from "../../../renderer/reader/reader-keys.ts";
import { limitZoom, stepZoom, zoomFactor } from "../../../renderer/reader/zoom.ts";
import { inSpanish } from "../passages/support.ts";

describe("page entry", () => {
  const labels = ["i", "ii", "1", "2", "3", "A-1", "1", "2"];
  const infos = labels.map((label, index) => ({ page: index + 1, label }));
  const plain = Array.from({ length: 12 }, (_, index) => ({ page: index + 1, label: null }));

  it("goes to a printed label before a position in the file", () => {
    expect(findPage(infos, "ii", 1)).toBe(2);
    expect(findPage(infos, " P. 3 ", 1)).toBe(5);
    expect(findPage(infos, "a-1", 1)).toBe(6);
  });

  it("goes to the next of several pages with one label, then to the first", () => {
    expect(findPage(infos, "1", 1)).toBe(3);
    expect(findPage(infos, "1", 3)).toBe(7);
    expect(findPage(infos, "1", 7)).toBe(3);
  });

  it("goes to a position when no page prints it, or when asked", () => {
    expect(findPage(infos, "8", 1)).toBe(8);
    expect(findPage(infos, "#1", 5)).toBe(1);
    expect(findPage(infos, "pdf p. 4", 1)).toBe(4);
    expect(findPage(plain, "12", 1)).toBe(12);
  });

  it("understands the name that it gives to a page, in each language", () => {
    const labelled = { page: 4, label: "2" };
    const position = { page: 4, label: null };
    const names = () => [labelled, position].map(namePage);
    expect(names().map((name) => findPage(infos, name, 1))).toEqual([4, 4]);
    expect(inSpanish(names)).toEqual(["pág. 2", "PDF pág. 4"]);
    expect(inSpanish(names).map((name) => findPage(infos, name, 1))).toEqual([4, 4]);
  });

  it("knows no other page", () => {
    for (const typed of ["", "0", "13", "#99", "xyz", "-1"]) expect(findPage(plain, typed, 1)).toBeNull();
  });

  it("never shows a position as if it were printed", () => {
    expect(hasLabels(plain)).toBe(false);
    expect(hasLabels(infos)).toBe(true);
    expect(namePage({ page: 5, label: null })).toBe("PDF p. 5");
    expect(namePage({ page: 5, label: "iv" })).toBe("p. iv");
  });
});

describe("zoom", () => {
  const size = { width: 900, height: 700 };

  it("fits the width with margins, but not beyond what reads well", () => {
    expect(zoomFactor({ kind: "fit-width" }, [612, 792], size)).toBeCloseTo((900 - 2 * SIDE_MARGIN) / 816, 6);
    expect(zoomFactor({ kind: "fit-width" }, [612, 792], { width: 4000, height: 700 })).toBe(1.4);
  });

  it("fits the whole page by its tighter side", () => {
    expect(zoomFactor({ kind: "fit-page" }, [612, 792], size)).toBeCloseTo((700 - 28) / 1056, 6);
    expect(zoomFactor({ kind: "fit-page" }, [2400, 300], size)).toBeCloseTo((900 - 2 * SIDE_MARGIN) / 3200, 6);
  });

  it("stays inside its limits, also for nonsense", () => {
    expect(limitZoom(100)).toBe(8);
    expect(limitZoom(0)).toBe(0.1);
    expect(limitZoom(Number.NaN)).toBe(1);
    expect(zoomFactor({ kind: "fit-width" }, [612, 792], { width: 10, height: 10 })).toBe(0.1);
  });

  it("steps from any factor to the next round one", () => {
    expect(stepZoom(1, 1)).toBe(1.1);
    expect(stepZoom(0.9999, 1)).toBe(1.1);
    expect(stepZoom(1.03, -1)).toBe(1);
    expect(stepZoom(8, 1)).toBe(8);
    expect(stepZoom(0.1, -1)).toBe(0.1);
  });
});

describe("keys", () => {
  const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {}) => ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  });
  const idle = { selecting: false, overflows: false };

  it("zoom with Ctrl, whichever sign the keyboard sends", () => {
    for (const key of ["+", "="])
      expect(commandOf(press(key, { ctrlKey: true }), idle)).toEqual({ kind: "zoom", to: "in" });
    expect(commandOf(press("0", { ctrlKey: true }), idle)).toEqual({ kind: "zoom", to: "fit-width" });
  });

  it("leave letters to tags and notes while text is selected", () => {
    expect(commandOf(press("n"), idle)).toEqual({ kind: "hit", to: "next" });
    expect(commandOf(press("n"), { ...idle, selecting: true })).toBeNull();
    expect(commandOf(press("R", { shiftKey: true }), { ...idle, selecting: true })).toBeNull();
    expect(commandOf(press("PageDown"), { ...idle, selecting: true })).not.toBeNull();
  });

  it("move across a page that is wider than the view, else from page to page", () => {
    expect(commandOf(press("ArrowRight"), idle)).toEqual({ kind: "page", to: "next" });
    expect(commandOf(press("ArrowRight"), { ...idle, overflows: true })).toMatchObject({ kind: "scroll", across: 1 });
  });

  it("leave digits, Alt and other Ctrl keys to others", () => {
    expect(commandOf(press("1"), idle)).toBeNull();
    expect(commandOf(press("1", { altKey: true }), idle)).toBeNull();
    expect(commandOf(press("k", { ctrlKey: true }), idle)).toBeNull();
    expect(commandOf(press("z", { ctrlKey: true }), idle)).toBeNull();
  });
});
