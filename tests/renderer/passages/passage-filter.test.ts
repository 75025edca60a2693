import { describe, expect, it } from "vitest";
import type { DocumentId } from "#shared/base/ids.ts";
import {
  countByTag,
  filterPassages,
  isOpenFilter,
  NO_FILTER,
  neighbourOf,
  oneLine,
  passageRows,
} from "../../../renderer/passages/passage-filter.ts";
import { passage, tag } from "./support.ts";

const [PAY, TIME] = [tag("a", "Payment"), tag("b", "Duration")];
const OTHER = "doc_111111111111" as DocumentId;
const PASSAGES = [
  passage("1", { tagIds: [PAY.tagId], note: "véase el anexo" }),
  passage("2", { tagIds: [PAY.tagId, TIME.tagId], documentId: OTHER, documentTitle: "Compl." }),
  passage("3", { quote: "shall be communi-\ncated separately", state: "orphaned" }),
];

function found(filter: Partial<typeof NO_FILTER>): readonly string[] {
  return filterPassages(PASSAGES, { ...NO_FILTER, ...filter }).map((item) => item.passageId.charAt(4));
}

describe("filterPassages", () => {
  it("lets everything through without a filter", () => {
    expect(isOpenFilter(NO_FILTER)).toBe(true);
    expect(found({})).toEqual(["1", "2", "3"]);
  });

  it("wants all of the tags", () => {
    expect(found({ tagIds: [PAY.tagId] })).toEqual(["1", "2"]);
    expect(found({ tagIds: [PAY.tagId, TIME.tagId] })).toEqual(["2"]);
  });

  it("finds words in quotation, note and citation, folded, also divided at a line end", () => {
    expect(found({ text: "vease ANEXO" })).toEqual(["1"]);
    expect(found({ text: "communicated" })).toEqual(["3"]);
    expect(found({ text: "vease separately" })).toEqual([]);
  });

  it("narrows to a document, to those without a tag, to those that lost their place", () => {
    expect(found({ documentId: OTHER })).toEqual(["2"]);
    expect(found({ untagged: true })).toEqual(["3"]);
    expect(found({ orphaned: true })).toEqual(["3"]);
  });
});

describe("passageRows", () => {
  it("puts each document's passages under its name, in the order given", () => {
    const rows = passageRows(PASSAGES);
    expect(
      rows.map((row) => (row.kind === "document" ? `${row.title} ${row.passages}` : row.passage.passageId)),
    ).toEqual([
      "Note Verbale 44/2025 2",
      PASSAGES[0]?.passageId,
      PASSAGES[2]?.passageId,
      "Compl. 1",
      PASSAGES[1]?.passageId,
    ]);
  });
});

describe("countByTag and neighbourOf", () => {
  it("counts a passage under each of its tags", () => {
    expect(Object.fromEntries(countByTag(PASSAGES))).toEqual({ [PAY.tagId]: 2, [TIME.tagId]: 1 });
  });

  it("stays at the ends and begins at the nearer end", () => {
    const [first, second, third] = PASSAGES;
    expect(neighbourOf(PASSAGES, first?.passageId ?? null, 1)).toBe(second);
    expect(neighbourOf(PASSAGES, third?.passageId ?? null, 1)).toBe(third);
    expect(neighbourOf(PASSAGES, null, 1)).toBe(first);
    expect(neighbourOf(PASSAGES, null, -1)).toBe(third);
    expect(neighbourOf([], null, 1)).toBeNull();
  });
});

describe("oneLine", () => {
  it("joins lines and words divided at their ends, and keeps a hyphen that belongs to a name", () => {
    expect(oneLine("the deten-\ntion\n\ncenter of Ortega-\nRuiz ")).toBe("the detention center of Ortega- Ruiz");
  });
});
