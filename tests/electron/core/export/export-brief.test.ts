import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addPassage, createBrief, updateBlock } from "#core/briefs/edit-brief.ts";
import { readBrief } from "#core/briefs/read-brief.ts";
import { briefToMarkdown } from "#core/export/brief-markdown.ts";
import { exportBrief } from "#core/export/export-brief.ts";
import { createPassage } from "#core/passages/edit-passage.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTestCase } from "../../../support/test-case.ts";
import { createTestIds } from "../../../support/test-program.ts";

async function setUpBrief() {
  const test = await setUpTestCase();
  const ports = test.ports();
  const document = await test.importOne({
    title: "Note",
    pages: [{ text: "SPECIMEN the cost of custody", label: "4" }],
  });
  const { passageId } = createPassage(ports, { document, quote: "the cost of custody", tag: [], note: "" });
  const { briefId } = createBrief(ports, "Secret title");
  const brief = addPassage(ports, briefId, passageId, { section: "Costs" });
  return { test, ports, briefId, blockId: brief.sections[0]?.blocks[0]?.blockId };
}

describe("an exported brief", () => {
  it("as Markdown has each quotation with its citation, as it is checked at that moment", async () => {
    const { ports, briefId, blockId, test } = await setUpBrief();
    const out = join(test.given, "brief.md");
    const file = await exportBrief(ports, briefId, "md", { out, overwrite: false });
    const text = readFileSync(out, "utf8");
    expect(text).toBe(briefToMarkdown(readBrief(ports, briefId)));
    expect(text).toContain("the cost of custody");
    expect(text).toContain("(Note at 4.)");
    expect(file).toMatchObject({ name: "brief.md", bytes: Buffer.byteLength(text), annotations: 0 });
    if (blockId === undefined) throw new Error("no block");
    updateBlock(ports, blockId, "the price of custody");
    await expectFailure("export/exists", () => exportBrief(ports, briefId, "md", { out, overwrite: false }));
    expect(readFileSync(out, "utf8")).toBe(text);
    await exportBrief(ports, briefId, "md", { out, overwrite: true });
    expect(readFileSync(out, "utf8")).toBe(briefToMarkdown(readBrief(ports, briefId)));
    expect(readFileSync(out, "utf8")).not.toBe(text);
  });

  it("as PDF is printed from the checked brief, under a name that tells nothing", async () => {
    const { ports, briefId } = await setUpBrief();
    const file = await exportBrief(ports, briefId, "pdf", { overwrite: false });
    expect(file.name).toBe("brief-2026-03-01.pdf");
    const printed = JSON.parse(readFileSync(file.path, "utf8"));
    expect(printed.brief).toMatchObject({ title: "Secret title", checks: { verified: 1 } });
    expect(printed.printedAt).toMatch(/^2026-03-01T/);
  });

  it("that cannot be made or written leaves nothing", async () => {
    const { ports, briefId, test } = await setUpBrief();
    const folder = join(test.given, "out");
    mkdirSync(folder);
    const out = join(folder, "brief.pdf");
    const failing = {
      ...ports,
      printer: {
        print: async () => {
          throw new Error("no font");
        },
      },
    };
    await expect(exportBrief(failing, briefId, "pdf", { out, overwrite: false })).rejects.toThrow("no font");
    const nowhere = join(folder, "no/such/brief.md");
    await expectFailure("export/not-writable", () =>
      exportBrief(ports, briefId, "md", { out: nowhere, overwrite: false }),
    );
    const unknown = createTestIds().next("brief");
    await expectFailure("brief/not-found", () => exportBrief(ports, unknown, "md", { out, overwrite: false }));
    expect(readdirSync(folder)).toEqual([]);
  });
});
