import { describe, expect, it } from "vitest";
import { problemPlace } from "../../../renderer/search/problem-place.ts";

describe("problemPlace", () => {
  it("points at the character", () => {
    expect(problemPlace("transfer AND (custody", 13)).toEqual({ before: "transfer AND ", at: "(", after: "custody" });
  });

  it("counts from the first character that is not a space, as the backend does", () => {
    expect(problemPlace("  a OR", 2).at).toBe("O");
  });

  it("points behind the end with nothing", () => {
    expect(problemPlace("a OR", 4)).toEqual({ before: "a OR", at: "", after: "" });
    expect(problemPlace("a", 99)).toEqual({ before: "a", at: "", after: "" });
  });

  it("keeps the place in sight in a long search, and says that there is more", () => {
    const place = problemPlace(`${"a".repeat(200)}(${"b".repeat(200)}`, 200);
    expect(place.at).toBe("(");
    expect(place.before).toMatch(/^…a{60}$/u);
    expect(place.after).toMatch(/^b{60}…$/u);
  });

  it("never cuts a character in two", () => {
    expect(problemPlace("a 😀 b", 2)).toEqual({ before: "a ", at: "😀", after: " b" });
  });
});
