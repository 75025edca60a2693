import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BlockId, BriefId, SectionId } from "#shared/base/ids.ts";
import type { BriefDetail } from "#shared/model/brief.ts";
import {
  describePlace,
  droppedPlace,
  droppedSection,
  placeOfBlock,
  steppedPlace,
  withBlockMoved,
  withBlockText,
  withSectionMoved,
} from "../../../renderer/briefs/brief-order.ts";
import { inSpanish } from "../passages/support.ts";

const block = (letter: string) => `blk_${letter.repeat(12)}` as BlockId;
const section = (letter: string) => `sec_${letter.repeat(12)}` as SectionId;

/** A brief from section letters and block letters, e.g. `{ x: "ab", y: "" }`. */
function brief(layout: Readonly<Record<string, string>>): BriefDetail {
  return {
    briefId: "brf_000000000000" as BriefId,
    title: "Statement of facts",
    updatedAt: "2025-01-01T00:00:00.000Z",
    sections: Object.entries(layout).map(([letter, blocks]) => ({
      sectionId: section(letter),
      heading: letter === "x" ? "" : `Section ${letter}`,
      blocks: [...blocks].map((name) => ({ kind: "text", blockId: block(name), text: name })),
    })),
    checks: { verified: 0, altered: 0, orphaned: 0, missing: 0 },
  };
}

function layoutOf(detail: BriefDetail): string {
  return detail.sections
    .map((item) => `${item.sectionId.charAt(4)}:${item.blocks.map((one) => one.blockId.charAt(4)).join("")}`)
    .join(" ");
}

const TWO = brief({ x: "abc", y: "d" });

describe("steppedPlace", () => {
  const step = (name: string, direction: 1 | -1) => {
    const place = steppedPlace(TWO, block(name), direction);
    return place === null ? null : layoutOf(withBlockMoved(TWO, block(name), place));
  };

  it("passes the neighbour", () => {
    expect(step("a", 1)).toBe("x:bac y:d");
    expect(step("c", -1)).toBe("x:acb y:d");
  });

  it("goes into the neighbouring section at the ends", () => {
    expect(step("c", 1)).toBe("x:ab y:cd");
    expect(step("d", -1)).toBe("x:abcd y:");
  });

  it("stays at the ends of the brief", () => {
    expect(step("a", -1)).toBeNull();
    expect(step("d", 1)).toBeNull();
  });
});

describe("droppedPlace", () => {
  const drop = (name: string, into: string, gap: number) => {
    const place = droppedPlace(TWO, block(name), section(into), gap);
    return place === null ? null : layoutOf(withBlockMoved(TWO, block(name), place));
  };

  it("counts gaps as they are on screen", () => {
    expect(drop("a", "x", 3)).toBe("x:bca y:d");
    expect(drop("a", "x", 2)).toBe("x:bac y:d");
    expect(drop("c", "x", 0)).toBe("x:cab y:d");
    expect(drop("b", "y", 0)).toBe("x:ac y:bd");
    expect(drop("b", "y", 1)).toBe("x:ac y:db");
  });

  it("does not move into the gap before or after itself", () => {
    expect(drop("b", "x", 1)).toBeNull();
    expect(drop("b", "x", 2)).toBeNull();
  });

  it("puts the block between the two that enclosed the gap, and loses none (any layout)", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(7), fc.nat(8), (length, from, gap) => {
        const letters = "abcdefgh".slice(0, length);
        const moved = letters.charAt(from % length);
        const wanted = gap % (length + 1);
        const start = brief({ x: letters });
        const place = droppedPlace(start, block(moved), section("x"), wanted);
        const result = place === null ? start : withBlockMoved(start, block(moved), place);
        const before = [...letters.slice(0, wanted)].filter((letter) => letter !== moved).join("");
        const after = [...letters.slice(wanted)].filter((letter) => letter !== moved).join("");
        expect(layoutOf(result)).toBe(`x:${before}${moved}${after}`);
      }),
    );
  });
});

describe("sections", () => {
  const three = brief({ x: "", y: "", z: "" });

  it("moves into a gap as it is on screen", () => {
    const drop = (letter: string, gap: number) => {
      const position = droppedSection(three, section(letter), gap);
      return position === null ? null : layoutOf(withSectionMoved(three, section(letter), position));
    };
    expect(drop("x", 3)).toBe("y: z: x:");
    expect(drop("z", 0)).toBe("z: x: y:");
    expect(drop("y", 1)).toBeNull();
    expect(drop("y", 2)).toBeNull();
  });
});

describe("describePlace and withBlockText", () => {
  it("says the place and the section, also one without a heading", () => {
    expect(describePlace(TWO, block("b"))).toBe("Moved to 2 of 3 in Untitled section");
    expect(describePlace(TWO, block("d"))).toBe("Moved to 1 of 1 in Section y");
    expect(inSpanish(() => describePlace(TWO, block("b")))).toBe("Se movió al lugar 2 de 3 en Sección sin título");
  });

  it("changes the words of one block only", () => {
    const changed = withBlockText(TWO, block("b"), "new");
    expect(changed.sections[0]?.blocks.map((item) => item.text)).toEqual(["a", "new", "c"]);
    expect(placeOfBlock(changed, block("b"))?.position).toBe(1);
  });
});
