import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCodebookReader } from "#adapters/exchange/codebook-reader.ts";
import { codebookToCsv, readCodebookTable } from "#core/exchange/codebook-csv.ts";
import { guidOfTag, tagOfGuid } from "#core/exchange/codebook-guid.ts";
import { codebookToXml } from "#core/exchange/codebook-xml.ts";
import { importCodebook } from "#core/exchange/import-codebook.ts";
import { colorOfHex, hexOfColor } from "#core/exchange/tag-hex.ts";
import { createTag } from "#core/passages/edit-tag.ts";
import { undoEdit } from "#core/passages/step-edits.ts";
import { TAG_COLORS, type Tag } from "#shared/model/tag.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { snapshotOf } from "../../../support/snapshot.ts";
import { setUpTestCase } from "../../../support/test-case.ts";
import { createTestIds } from "../../../support/test-program.ts";

const reader = createCodebookReader();
const tagId = createTestIds(4_000_000).next("tag");

function tagOf(values: Partial<Tag>): Tag {
  return {
    tagId,
    name: "Payment",
    color: "teal",
    key: null,
    description: "",
    examples: "",
    archived: false,
    position: 0,
    passages: 0,
    ...values,
  };
}

describe("a codebook as CSV", () => {
  it("comes back as it was, also what a spreadsheet would run", () => {
    const words = fc.oneof(
      fc.constantFrom("=1+1", "'=1+1", "''@x", "-2", "a\nb", 'said "so", twice', "a;b", "\t=2", "'plain"),
      fc.stringMatching(/^[ -~áñ\n]{0,40}$/u),
    );
    fc.assert(
      fc.property(words, words, (description, examples) => {
        const tag = tagOf({ name: "Payment › Amount", key: 3, archived: true, description, examples });
        const csv = codebookToCsv([tag]);
        for (const cell of reader.readTable(csv)[1]?.cells ?? []) expect(cell).not.toMatch(/^\s*[=+@-]/u);
        const { lines, remarks } = readCodebookTable(reader.readTable(csv));
        expect(remarks).toEqual([]);
        expect(lines).toEqual([
          {
            line: 2,
            path: "Payment › Amount",
            guid: null,
            color: "teal",
            key: 3,
            archived: true,
            description: description.trim(),
            examples: examples.trim(),
          },
        ]);
      }),
    );
  });

  it("names every line that is wrong, and changes nothing then", async () => {
    const ports = (await setUpTestCase()).ports();
    createTag(ports, { name: "Custody", key: 2 });
    const before = snapshotOf(ports);
    const text = [
      "Path;Colour;Key;Notes",
      "Payment;teal;1;x",
      '"Payment › Amount";pink;12;"two',
      'lines"',
      ";rust;;",
      "PAYMENT;rust;;",
    ].join("\n");
    const { entries, remarks } = importCodebook(ports, reader, text, null, true);
    expect(entries.map(({ line, action }) => [line, action])).toEqual([
      [2, "add"],
      [3, "add"],
      [5, "add"],
      [6, "add"],
    ]);
    expect(remarks.map(({ line, severity, message }) => [line, severity, message])).toEqual([
      [1, "note", "The column “Notes” is passed over."],
      [3, "problem", `“pink” is no colour: ${TAG_COLORS.join(", ")}, or #RRGGBB.`],
      [3, "problem", "“12” is no number key: 1 to 9, or nothing."],
      [5, "problem", "It has no name."],
      [6, "problem", "Line 2 has the same path."],
    ]);
    const failure = await expectFailure("exchange/bad-lines", () => importCodebook(ports, reader, text, null, false));
    expect(failure.what).toContain("Line 3: “pink”");
    expect(snapshotOf(ports)).toEqual(before);
  });

  it("changes what it says of a tag, in one step, and leaves a number key to whom it belongs", async () => {
    const ports = (await setUpTestCase()).ports();
    createTag(ports, { name: "Custody", key: 2, color: "rust" });
    createTag(ports, { name: "Payment", key: 1, color: "rust" });
    const before = snapshotOf(ports);
    const text = "path,key,description\npayment,,What was paid.\nNotice,2,\n";
    const { remarks } = importCodebook(ports, reader, text, "csv", false);
    expect(remarks.map((remark) => remark.message)).toEqual(["Number key 2 applies “Custody”; this tag gets none."]);
    const shown = ports.tags.list().map(({ name, key, color, description }) => [name, key, color, description]);
    expect(shown.slice(0, 2)).toEqual([
      ["Custody", 2, "rust", ""],
      ["payment", null, "rust", "What was paid."],
    ]);
    expect(shown[2]?.slice(0, 2)).toEqual(["Notice", null]);
    expect(importCodebook(ports, reader, text, "csv", true).entries.map((entry) => entry.action)).toEqual([
      "same",
      "same",
    ]);
    undoEdit(ports);
    expect(snapshotOf(ports)).toEqual(before);
  });
});

describe("a REFI-QDA codebook", () => {
  it("comes back into an empty case with its places, texts, colours and GUIDs", async () => {
    const ports = (await setUpTestCase()).ports();
    createTag(ports, { name: "Payment › Amount", color: "violet" });
    createTag(ports, { name: "Custody & <care>", color: "rust" });
    const [amount] = ports.tags.list();
    ports.tags.update(amount?.tagId ?? tagId, { description: "How much.", examples: "“USD 6 million”\n\n& more" });
    const xml = await codebookToXml(ports.tags.list(), {});
    expect(xml).toContain('xmlns="urn:QDA-XML:codebook:1.0"');
    expect(xml).toMatch(
      /name="Payment" isCodable="false">\s*<Code guid="[0-9a-f-]{36}" name="Amount" isCodable="true"/u,
    );
    const other = (await setUpTestCase()).ports();
    importCodebook(other, reader, xml, null, false);
    const shown = (tags: readonly Tag[]) =>
      tags.map(({ name, color, description, examples }) => ({ name, color, description, examples }));
    expect(shown(other.tags.list())).toEqual(shown(ports.tags.list()));
    expect(await codebookToXml(other.tags.list(), other.settings.read().codebookGuids)).toBe(xml);
  });

  it("keeps the GUIDs of another program, by which a renamed code is known", async () => {
    const ports = (await setUpTestCase()).ports();
    const book = (name: string) => `<?xml version="1.0"?>
      <CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Other"><Codes>
        <Code guid="{0A1B2C3D-0000-4000-9000-00000000000A}" name="${name}" isCodable="true" color="#FF0000">
          <Description>As ›others› say</Description>
          <Code guid="0A1B2C3D-0000-4000-9000-00000000000B" name="a › b" isCodable="true"/>
        </Code></Codes></CodeBook>`;
    importCodebook(ports, reader, book("Payment"), null, false);
    expect(ports.tags.list().map(({ name, color }) => [name, color])).toEqual([
      ["Payment", "rust"],
      ["Payment › a > b", ports.tags.list()[1]?.color],
    ]);
    const { remarks } = importCodebook(ports, reader, book("Costs"), null, false);
    expect(remarks.map((remark) => remark.message)).toEqual([
      "Renames the tag “Payment”.",
      "Renames the tag “Payment › a > b”.",
    ]);
    expect(ports.tags.list().map((tag) => tag.name)).toEqual(["Costs", "Costs › a > b"]);
    const xml = await codebookToXml(ports.tags.list(), ports.settings.read().codebookGuids);
    expect(xml).toContain('guid="0a1b2c3d-0000-4000-9000-00000000000a"');
  });

  it("that is none, or means harm, is refused", async () => {
    const ports = (await setUpTestCase()).ports();
    const entity = '<!DOCTYPE x [<!ENTITY a "aaaa">]><CodeBook><Codes><Code name="&a;"/></Codes></CodeBook>';
    const deep = `<CodeBook>${"<Code name='x'>".repeat(300)}`;
    for (const text of [entity, deep, "<html></html>", "<CodeBook><Codes>"]) {
      await expectFailure("exchange/not-readable", () => importCodebook(ports, reader, text, null, true));
    }
    expect(ports.tags.list()).toEqual([]);
  });
});

describe("colours and GUIDs", () => {
  it("of ours come back as they are", () => {
    for (const color of TAG_COLORS) expect(colorOfHex(hexOfColor(color))).toBe(color);
    expect(tagOfGuid(guidOfTag(tagId).toUpperCase())).toBe(tagId);
    expect(tagOfGuid("0a1b2c3d-0000-4000-9000-00000000000a")).toBeNull();
  });

  it("of others become the nearest hue", () => {
    expect(["#ff0000", "#00ff00", "#0000FF", "#808080", "FFFF00", "red"].map(colorOfHex)).toEqual([
      "rust",
      "green",
      "blue",
      "slate",
      "ochre",
      null,
    ]);
  });
});
