import { expect, test } from "vitest";
import { suggestCaseFolder } from "../../../renderer/welcome/suggest-folder.ts";

test.each([
  ["/home/a/Probative", "Doe v. Department", "/home/a/Probative/Doe v. Department.probative"],
  ["/home/a/Probative/", "Doe", "/home/a/Probative/Doe.probative"],
  ["C:\\Users\\a\\Probative", "Doe", "C:\\Users\\a\\Probative\\Doe.probative"],
  ["/p", "Roe: the / notes?", "/p/Roe the notes.probative"],
  ["/p", "../../etc", "/p/etc.probative"],
  ["/p", "line\nbreak\u202e", "/p/line break.probative"],
  ["/p", "  ...  ", "/p/New case.probative"],
  ["/p", "", "/p/New case.probative"],
])("in %s, %j becomes %s", (parent, title, folder) => {
  expect(suggestCaseFolder(parent, title)).toBe(folder);
});

test("a long title makes a name that every drive takes", () => {
  const folder = suggestCaseFolder("/p", "ü".repeat(300));
  expect(new TextEncoder().encode(folder.slice(3)).length).toBeLessThanOrEqual(255);
});
