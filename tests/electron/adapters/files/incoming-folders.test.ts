import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { clearIncoming } from "#adapters/files/incoming-folders.ts";
import { setUpTempFolder } from "../../../support/temp-folder.ts";

it("folders of files that arrived go when no import wants them, also when the case was moved", async () => {
  const folder = setUpTempFolder();
  const incoming = join(folder, "incoming");
  await clearIncoming(incoming, []);
  for (const name of ["ended", "resumable", "never begun"]) {
    mkdirSync(join(incoming, name, "deep"), { recursive: true });
    writeFileSync(join(incoming, name, "deep", "file.pdf"), "SPECIMEN");
  }
  mkdirSync(join(folder, "elsewhere"));
  symlinkSync(join(folder, "elsewhere"), join(incoming, "link"));
  await clearIncoming(incoming, ["/where/the/case/was/incoming/resumable"]);
  expect(readdirSync(incoming)).toEqual(["resumable"]);
  expect(existsSync(join(incoming, "resumable/deep/file.pdf"))).toBe(true);
  expect(existsSync(join(folder, "elsewhere"))).toBe(true);
});
