import { describe, expect, test, vi } from "vitest";
import { documentIdSchema, passageIdSchema, savedSearchIdSchema, tagIdSchema } from "#shared/base/ids.ts";
import { searchOptionsSchema } from "#shared/model/search.ts";
import type { SavedSearchState } from "#shared/model/search-report.ts";
import type { Tag } from "#shared/model/tag.ts";
import { COMMANDS } from "../../../../renderer/app/commands.ts";
import type { Navigation } from "../../../../renderer/app/navigation.ts";
import { chooseItem, tagQuery } from "../../../../renderer/app/palette/choose-item.ts";
import { rowAfter } from "../../../../renderer/app/palette/palette.tsx";
import type { PaletteGroup, PaletteItem } from "../../../../renderer/app/palette/palette-groups.ts";
import { createPaletteIndex, type PaletteIndex } from "../../../../renderer/app/palette/palette-index.ts";
import { summaryOf } from "../../support/document-summary.ts";

const OPTIONS = searchOptionsSchema.parse({});
const tag: Tag = {
  tagId: tagIdSchema.parse("tag_000000000001"),
  name: "Custody › duration",
  color: "blue",
  key: 1,
  description: "",
  examples: "",
  archived: false,
  position: 0,
  passages: 3,
};
const saved: SavedSearchState = {
  savedSearchId: savedSearchIdSchema.parse("sav_000000000001"),
  name: "Costs of custody",
  search: { ...OPTIONS, query: "grant w/10 custod*" },
  createdAt: "2026-01-01T00:00:00Z",
  lookedAt: null,
  seen: null,
  now: { documents: 1, hits: 1 },
  newDocuments: [],
  lostDocuments: [],
  problem: null,
};
const report = summaryOf({ title: "Report on custody", shortName: "Report" });

async function filled(): Promise<PaletteIndex> {
  const index = createPaletteIndex();
  const never = () => null;
  await index.sync("command", COMMANDS, never);
  await index.sync("tag", [tag], never);
  await index.sync("search", [saved], never);
  await index.sync("document", [report], never);
  return index;
}

function lastOf(steps: Iterable<readonly PaletteGroup[] | null>): readonly PaletteGroup[] {
  return [...steps].findLast((groups) => groups !== null) ?? [];
}

const namesOf = (groups: readonly PaletteGroup[]) =>
  groups.map(({ heading, items }) => [heading, items.map((item) => item.key)]);

describe("the palette's index", () => {
  test("groups by sort; the group with the best match leads", async () => {
    const index = await filled();
    expect(namesOf(lastOf(index.search("custody", new Set())))).toEqual([
      ["Tags", [tag.tagId]],
      ["Saved searches", [saved.savedSearchId]],
      ["Documents", [report.documentId]],
      ["Commands", ["command:show-activity"]],
    ]);
  });

  test("a command is found by other words than its own", async () => {
    const index = await filled();
    const [first] = lastOf(index.search("thesaurus", new Set()));
    expect(first?.items[0]?.key).toBe("command:synonyms");
  });

  test("finds by key what was used lately, in that order, and leaves out what is gone", async () => {
    const index = await filled();
    const found = index.findAll([report.documentId, "doc_gone", "command:undo"]);
    expect(found.map(({ sort }) => sort)).toEqual(["document", "command"]);
  });
});

describe("choosing", () => {
  const navigation = { openDocument: vi.fn(), openBeside: vi.fn(), openSearch: vi.fn() };
  const ways = {
    navigation: navigation as unknown as Navigation,
    runCommand: vi.fn(),
    runSearch: vi.fn(),
    beside: false,
  };

  test("each sort leads to its own place", () => {
    chooseItem({ sort: "document", key: "d", row: report }, ways);
    expect(navigation.openDocument).toHaveBeenLastCalledWith(report.documentId, undefined);
    chooseItem({ sort: "tag", key: "t", row: tag }, ways);
    expect(navigation.openSearch).toHaveBeenLastCalledWith({ ...OPTIONS, query: 'tag:"Custody › duration"' });
    chooseItem({ sort: "search", key: "s", row: saved }, ways);
    expect(ways.runSearch).toHaveBeenLastCalledWith(saved);
    chooseItem({ sort: "command", key: "c", row: { id: "undo", label: "app.undo", place: "everywhere" } }, ways);
    expect(ways.runCommand).toHaveBeenLastCalledWith("undo");
  });

  test("a passage leads to its page and its words", () => {
    const passageId = passageIdSchema.parse("pas_000000000001");
    const documentId = documentIdSchema.parse("doc_000000000001");
    const item = {
      sort: "passage",
      key: passageId,
      row: { passageId, documentId, ranges: [{ page: 4, start: 0, end: 3, label: null, quads: [] }] },
    } as unknown as PaletteItem;
    chooseItem(item, ways);
    expect(navigation.openDocument).toHaveBeenLastCalledWith(documentId, { page: 4, passageId, quads: [] });
  });

  test("what opens, opens on the other side when it is asked to", () => {
    chooseItem({ sort: "document", key: "d", row: report }, { ...ways, beside: true });
    expect(navigation.openBeside).toHaveBeenLastCalledWith({ kind: "document", documentId: report.documentId });
  });

  test("the name of a tag stays one phrase", () => {
    expect(tagQuery('So-called "grant"')).toBe('tag:"So-called  grant"');
  });
});

test("arrows go round, Home and End to the ends", () => {
  expect(rowAfter("ArrowDown", 4, 5)).toBe(0);
  expect(rowAfter("ArrowUp", 0, 5)).toBe(4);
  expect(rowAfter("End", 0, 5)).toBe(4);
  expect(rowAfter("Home", 3, 5)).toBe(0);
  expect(rowAfter("PageDown", 0, 5)).toBe(4);
  expect(rowAfter("a", 0, 5)).toBeNull();
  expect(rowAfter("ArrowDown", 0, 0)).toBeNull();
});
