import { describe, expect, it } from "vitest";
import { filterLabels, valueLabel } from "../../../renderer/search/facet-labels.ts";

describe("valueLabel", () => {
  it("names codes itself, and shows what documents say as it came", () => {
    expect(valueLabel("kind", { filter: "kind:order", label: "" })).toBe("Order");
    expect(valueLabel("language", { filter: 'language:="spa"', label: "" })).toBe("Spanish");
    expect(valueLabel("read-how", { filter: "-has:text", label: "" })).toBe("No text on any page");
    expect(valueLabel("court", { filter: 'court:="D. Capital"', label: "D. Capital" })).toBe("D. Capital");
    expect(valueLabel("kind", { filter: "kind:something-new", label: "Something new" })).toBe("Something new");
  });
});

describe("filterLabels", () => {
  it("calls a filter by its field and value", () => {
    const value = { filter: "kind:order", label: "Order", documents: 3, chosen: false };
    expect([...filterLabels([{ field: "kind", values: [value], more: 0 }])]).toEqual([["kind:order", "Kind: Order"]]);
    expect(filterLabels(null).size).toBe(0);
  });
});
