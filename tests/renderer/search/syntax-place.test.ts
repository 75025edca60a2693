import { describe, expect, it } from "vitest";
import { syntaxPlace } from "../../../renderer/search/syntax-place.ts";

describe("syntaxPlace", () => {
  it("puts the caret under the place, counted from the first word", () => {
    const { line, column } = syntaxPlace("  alpha AND (beta", 10);
    expect(line).toBe("alpha AND (beta");
    expect(line.charAt(column)).toBe("(");
  });

  it("shows only what surrounds the place in a long query", () => {
    const query = `${"word ".repeat(100)}(${" more".repeat(100)}`;
    const { line, column } = syntaxPlace(query, 500);
    expect(line.length).toBeLessThan(90);
    expect(line.charAt(column)).toBe("(");
    expect(line.startsWith("…") && line.endsWith("…")).toBe(true);
  });

  it("keeps columns when the query holds line breaks, and clamps an offset at the end", () => {
    expect(syntaxPlace("alpha\n(beta", 6)).toEqual({ line: "alpha (beta", column: 6 });
    expect(syntaxPlace("alpha AND", 99)).toEqual({ line: "alpha AND", column: 9 });
  });
});
