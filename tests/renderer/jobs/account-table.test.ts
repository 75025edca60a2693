import { expect, test } from "vitest";
import { errorDefinition } from "#shared/errors/codes.ts";
import { sharedFolder, whyOf } from "../../../renderer/jobs/account-table.tsx";
import { inSpanish } from "../passages/support.ts";

test.each([
  [["/trove/court/a.pdf", "/trove/court/b.pdf", "/trove/mail/c.eml › d.pdf"], "/trove/"],
  [["court/a.pdf", "mail/c.eml"], ""],
  [["/trove/a.pdf"], ""],
  [["a.pdf", "b.pdf"], ""],
  [[], ""],
])("the folder that holds %j is “%s”", (paths, folder) => {
  expect(sharedFolder(paths)).toBe(folder);
});

test("the reason of a file is told in the interface's language, with what was added to it", () => {
  const { message } = errorDefinition("import/empty");
  const given = { reason: "import/empty", message: `${message} memo.docx` };
  expect(whyOf(given)).toBe(given.message);
  expect(inSpanish(() => whyOf(given))).toBe("El archivo está vacío (0 bytes). memo.docx");
  expect(inSpanish(() => whyOf({ message: "2 pages are damaged." }))).toBe("2 pages are damaged.");
  expect(whyOf({})).toBeUndefined();
});
