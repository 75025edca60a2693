import { describe, expect, it } from "vitest";
import { readDragData } from "../../../renderer/briefs/drag-data.ts";

describe("readDragData", () => {
  it("reads what the workbench drags", () => {
    const passage = { kind: "passage", passageId: "pas_000000000000" };
    expect(readDragData(passage)).toEqual(passage);
    expect(readDragData({ kind: "block", blockId: "blk_000000000000" })).toMatchObject({ kind: "block" });
    expect(readDragData({ kind: "section", sectionId: "sec_000000000000" })).toMatchObject({ kind: "section" });
  });

  it.each([{}, { kind: "passage" }, { kind: "block", blockId: "pas_000000000000" }, { kind: "file", passageId: "x" }])(
    "takes nothing from elsewhere: %j",
    (data) => {
      expect(readDragData(data)).toBeNull();
    },
  );
});
