import { expect, test } from "vitest";
import { sharedFolder } from "../../../renderer/jobs/account-table.tsx";

test.each([
  [["/trove/court/a.pdf", "/trove/court/b.pdf", "/trove/mail/c.eml › d.pdf"], "/trove/"],
  [["court/a.pdf", "mail/c.eml"], ""],
  [["/trove/a.pdf"], ""],
  [["a.pdf", "b.pdf"], ""],
  [[], ""],
])("the folder that holds %j is “%s”", (paths, folder) => {
  expect(sharedFolder(paths)).toBe(folder);
});
