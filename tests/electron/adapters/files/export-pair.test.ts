import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createDiskExportFolder, EXPORTS_FOLDER } from "#adapters/files/disk-export-folder.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTempFolder } from "../../../support/temp-folder.ts";

function setUp() {
  const folder = setUpTempFolder();
  const part = (name: string, target: string | null = join(folder, name)) => ({
    bytes: new TextEncoder().encode(name),
    target,
    suggestedName: name,
  });
  return { folder, part, exports: createDiskExportFolder(join(folder, "case")) };
}

describe("two files that belong together", () => {
  it("stand beside each other, each with its hash", async () => {
    const { folder, part, exports } = setUp();
    const [json, pdf] = await exports.writePair(part("one.json"), part("one.pdf"), false);
    expect([json.name, pdf.name]).toEqual(["one.json", "one.pdf"]);
    expect(json.sha256).not.toBe(pdf.sha256);
    expect(readdirSync(folder).toSorted()).toEqual(["one.json", "one.pdf"]);
    await exports.writePair(part("one.json", null), part("one.pdf", null), false);
    expect(readdirSync(join(folder, "case", EXPORTS_FOLDER)).toSorted()).toEqual(["one.json", "one.pdf"]);
  });

  it.each(["one.json", "one.pdf"])("are not written when %s is there, unless they may replace it", async (taken) => {
    const { folder, part, exports } = setUp();
    writeFileSync(join(folder, taken), "mine");
    await expectFailure("export/exists", () => exports.writePair(part("one.json"), part("one.pdf"), false));
    expect(readdirSync(folder)).toEqual([taken]);
    expect(readFileSync(join(folder, taken), "utf8")).toBe("mine");
    await exports.writePair(part("one.json"), part("one.pdf"), true);
    expect(readFileSync(join(folder, taken), "utf8")).toBe(taken);
  });

  it("leave nothing of the first when the second cannot be written", async () => {
    const { folder, part, exports } = setUp();
    const second = part("two.pdf", join(folder, "no folder", "two.pdf"));
    await expectFailure("export/not-writable", () => exports.writePair(part("two.json"), second, false));
    expect(readdirSync(folder)).toEqual([]);
  });
});
