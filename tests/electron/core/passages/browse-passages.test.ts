import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { type BrowseRequest, browsePassages, passageIdsOf } from "#core/passages/browse-passages.ts";
import { updatePassage } from "#core/passages/edit-passage.ts";
import { exportPassages } from "#core/passages/export-passages.ts";
import { linkPassages } from "#core/passages/link-passages.ts";
import type { TagId } from "#shared/base/ids.ts";
import { passageConditionsSchema } from "#shared/model/passage-browser.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTagging } from "./set-up-passages.ts";

type Conditions = Partial<Omit<BrowseRequest, "sort">> & Partial<Pick<BrowseRequest, "sort">>;

async function setUpBrowser() {
  const given = await setUpTagging();
  const { ports, tag, note, order } = given;
  const year = tag("for one year", ["Cost › time", "Custody"], { note: "Compare the *grant*." });
  const money = tag("six million dollars", ["Cost › money"]);
  const motion = tag("denies the motion", ["Custody"], { in: order });
  const plain = tag("the motion", [], { in: order });
  ports.documents.setEntered(order, { kind: "order", court: "D. Md.", date: "2025-03-14" });
  ports.documents.setEntered(note, { kind: "diplomatic-note", date: "2025" });
  updatePassage(ports, motion.passageId, { marks: ["reviewed", "hot"] });
  linkPassages(ports, { from: year.passageId, to: motion.passageId, relation: "contradicts", reason: "" });
  const letters = new Map([year, money, motion, plain].map((passage, at) => [passage.passageId, "ymnp".charAt(at)]));
  const request = (conditions: Conditions): BrowseRequest => ({
    ...passageConditionsSchema.parse({}),
    ...{ sort: "place", descending: false, group: "none", offset: 0, limit: 100 },
    ...conditions,
  });
  const browse = (conditions: Conditions) => browsePassages(ports, request(conditions));
  /** y: for one year, m: six million, n: denies, p: plain. */
  const found = (conditions: Conditions) =>
    browse(conditions)
      .passages.map(({ passageId }) => letters.get(passageId))
      .join("");
  const tagId = (name: string): TagId => {
    const known = ports.tags.findByName(name);
    if (known === null) throw new Error(`no tag ${name}`);
    return known.tagId;
  };
  return { ...given, browse, found, tagId, request, letters, year, money, motion, plain };
}

describe("the passage browser", () => {
  it("asks for tags: all of, any of, none of, with those below", async () => {
    const { found, tagId, ports } = await setUpBrowser();
    const [custody, time, money] = [tagId("Custody"), tagId("Cost › time"), tagId("Cost › money")];
    expect(found({ all: [custody, time] })).toBe("y");
    expect(found({ any: [time, money] })).toBe("ym");
    expect(found({ none: [custody] })).toBe("mp");
    expect(found({ any: [custody], none: [time] })).toBe("n");
    expect([found({ tagged: false }), found({ tagged: true })]).toEqual(["p", "ymn"]);
    ports.edits.perform("Create tag", () => {
      ports.tags.insert({ tagId: ports.ids.next("tag"), name: "Cost", color: "teal", key: null });
    });
    expect(found({ all: [tagId("Cost")] })).toBe("ym");
    expect(found({ all: [tagId("Cost")], below: false })).toBe("");
    expect(found({ all: ["tag_zzzzzzzzzzzz" as TagId] })).toBe("");
  });

  it("asks for documents, their fields and their dates", async () => {
    const { found, order } = await setUpBrowser();
    expect(found({ document: [order] })).toBe("np");
    expect(found({ fields: [{ field: "kind", value: "order" }] })).toBe("np");
    const kinds = ["order", "DIPLOMATIC-NOTE"].map((value) => ({ field: "kind", value }) as const);
    expect(found({ fields: kinds })).toBe("ymnp");
    expect(found({ fields: [...kinds, { field: "court", value: "d. md." }] })).toBe("np");
    expect(found({ documentFrom: "2025-03-15" })).toBe("ym");
    expect(found({ documentFrom: "2025-03-01", documentTo: "2025-03" })).toBe("ymnp");
    expect(found({ documentTo: "2024" })).toBe("");
  });

  it("asks for author, time, words, marks, links, regions and places that were lost", async () => {
    const { found, year, ports, motion } = await setUpBrowser();
    expect([found({ author: ["A. Tester"] }), found({ author: ["Nobody"] })]).toEqual(["ymnp", ""]);
    const day = year.createdAt.slice(0, 10);
    expect(found({ createdFrom: day, createdTo: day })).toBe("ymnp");
    expect(found({ createdTo: year.createdAt, createdFrom: year.createdAt })).toContain("y");
    expect(found({ createdTo: "2020-01-01" })).toBe("");
    expect([found({ text: "GRANT year" }), found({ note: "grant" }), found({ note: "year" })]).toEqual(["y", "y", ""]);
    expect([found({ mark: ["hot", "reviewed"] }), found({ withoutMark: ["hot"] })]).toEqual(["n", "ymp"]);
    expect([found({ linked: true }), found({ linked: false })]).toEqual(["yn", "mp"]);
    expect([found({ region: true }), found({ region: false }), found({ origin: "annotation" })]).toEqual([
      "",
      "ymnp",
      "",
    ]);
    const { passageId, ...anchor } = motion;
    ports.passages.setAnchor(passageId, { ...anchor, state: "orphaned" });
    expect([found({ state: "orphaned" }), found({ state: "anchored", origin: "here" })]).toEqual(["n", "ymp"]);
  });

  it("orders and cuts the list", async () => {
    const { found, browse, ports, request, letters } = await setUpBrowser();
    expect([found({ descending: true }), found({ sort: "document", descending: true })]).toEqual(["pnmy", "npym"]);
    expect(found({ sort: "date" })).toBe("ymnp");
    expect(found({ sort: "updated" })).toBe("ympn");
    expect([found({ offset: 1, limit: 2 }), found({ limit: 0 })]).toEqual(["mn", ""]);
    expect(browse({ limit: 0 })).toMatchObject({ total: 4, documents: 2, rows: 4, groups: [], passages: [] });
    const all = passageIdsOf(ports, request({}));
    expect(all.map((passageId) => letters.get(passageId)).join("")).toBe("ymnp");
  });

  it("groups: what has several tags stands in each group, what has none comes last", async () => {
    const { found, browse, tagId } = await setUpBrowser();
    const byTag = browse({ group: "tag" });
    expect(byTag.groups).toEqual([
      { key: tagId("Cost › time"), name: "Cost › time", passages: 1 },
      { key: tagId("Cost › money"), name: "Cost › money", passages: 1 },
      { key: tagId("Custody"), name: "Custody", passages: 2 },
      { key: "", name: "", passages: 1 },
    ]);
    expect([byTag.total, byTag.rows, found({ group: "tag" })]).toEqual([4, 5, "ymynp"]);
    expect([found({ group: "tag", offset: 2, limit: 2 }), found({ group: "tag", offset: 4 })]).toEqual(["yn", "p"]);
    expect(browse({ group: "mark" }).groups.map(({ key }) => key)).toEqual(["hot", "reviewed", ""]);
    expect(browse({ group: "court" }).groups.map(({ key, passages }) => [key, passages])).toEqual([
      ["D. Md.", 2],
      ["", 2],
    ]);
    expect(browse({ group: "document" }).groups.map(({ name }) => name)).toEqual(["Note", "Order"]);
    expect(browse({ group: "day" }).groups).toHaveLength(1);
    expect(browse({ group: "author" }).groups).toEqual([{ key: "A. Tester", name: "A. Tester", passages: 4 }]);
  });
});

describe("passages that leave the case", () => {
  it("are written as CSV, JSON and Markdown, chosen by hand or by conditions", async () => {
    const { ports, request, year, motion, plain } = await setUpBrowser();
    const target = { overwrite: false, out: undefined };
    const read = async (format: "csv" | "json" | "md", passages?: readonly (typeof year.passageId)[]) => {
      const written = await exportPassages(ports, { ...request({}), ...target, format, passages });
      expect(written.name).toMatch(new RegExp(`^passages-\\d{4}-\\d{2}-\\d{2}(-\\d+)?\\.${format}$`, "u"));
      return readFile(written.path, "utf8");
    };
    const csv = (await read("csv")).split("\r\n");
    expect(csv).toHaveLength(6);
    expect(csv[1]).toContain("Cost › time; Custody");
    const json = JSON.parse(await read("json", [motion.passageId, year.passageId])) as {
      readonly passages: readonly { readonly quote: string; readonly tags: readonly string[] }[];
      readonly links: readonly unknown[];
    };
    expect(json.passages.map(({ quote, tags }) => [quote, tags])).toEqual([
      ["denies the motion", ["Custody"]],
      ["for one year", ["Cost › time", "Custody"]],
    ]);
    expect(json.links).toHaveLength(1);
    const markdown = await read("md");
    expect(markdown).toContain("## Note\n\n> for one year\n\n**");
    expect(markdown).toContain("Compare the *grant*.");
    expect(markdown.match(/^## /gmu)).toHaveLength(2);
    ports.passages.delete(plain.passageId);
    await expectFailure("passage/not-found", () => read("csv", [plain.passageId]));
  });
});
