import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createDiskExportFolder, EXPORTS_FOLDER } from "#adapters/files/disk-export-folder.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTempFolder } from "../../../support/temp-folder.ts";

const bytes = new TextEncoder().encode("exported");

function setUpExports() {
  const folder = setUpTempFolder();
  return { folder, exports: createDiskExportFolder(join(folder, "case")) };
}

describe("an export", () => {
  it("without a target gets a free name in the case", async () => {
    const { folder, exports } = setUpExports();
    const names: string[] = [];
    for (let time = 0; time < 3; time += 1) names.push((await exports.write(bytes, null, "brief.pdf", false)).name);
    expect(names).toEqual(["brief.pdf", "brief (2).pdf", "brief (3).pdf"]);
    expect(readdirSync(join(folder, "case", EXPORTS_FOLDER)).toSorted()).toEqual(names.toSorted());
  });

  it("stands whole under its name, with its hash", async () => {
    const { folder, exports } = setUpExports();
    const target = join(folder, "out.pdf");
    expect(await exports.write(bytes, target, "unused", false)).toEqual({
      path: target,
      name: "out.pdf",
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    expect(readFileSync(target, "utf8")).toBe("exported");
    expect(readdirSync(folder)).toEqual(["out.pdf"]);
  });

  it("does not replace a file, or a link, unless it is told to", async () => {
    const { folder, exports } = setUpExports();
    const target = join(folder, "out.pdf");
    writeFileSync(target, "mine");
    symlinkSync("nowhere", join(folder, "link.pdf"));
    for (const path of [target, join(folder, "link.pdf")]) {
      await expectFailure("export/exists", () => exports.write(bytes, path, "", false));
    }
    expect(readFileSync(target, "utf8")).toBe("mine");
    await exports.write(bytes, target, "", true);
    expect(readFileSync(target, "utf8")).toBe("exported");
    expect(readdirSync(folder).toSorted()).toEqual(["link.pdf", "out.pdf"]);
  });

  it("that fails leaves no part of a file", async () => {
    const { folder, exports } = setUpExports();
    mkdirSync(join(folder, "taken"));
    writeFileSync(join(folder, "taken/inside"), "mine");
    await expectFailure("export/not-writable", () => exports.write(bytes, join(folder, "no/out.pdf"), "", false));
    await expectFailure("export/not-writable", () => exports.write(bytes, join(folder, "taken"), "", true));
    await expectFailure("export/exists", () => exports.write(bytes, join(folder, "taken"), "", false));
    // The disk is full after some bytes: what is written is taken piece by piece.
    const tooMuch = {
      async *[Symbol.asyncIterator]() {
        yield bytes;
        throw Object.assign(new Error("full"), { code: "ENOSPC" });
      },
    } as unknown as Uint8Array;
    await expectFailure("export/no-space", () => exports.write(tooMuch, join(folder, "out.pdf"), "", false));
    expect(readdirSync(folder)).toEqual(["taken"]);
    expect(readdirSync(join(folder, "taken"))).toEqual(["inside"]);
  });
});
