import { describe, expect, it } from "vitest";
import { tagNameSchema } from "#shared/model/tag.ts";
import { cleanPath, isWithinPath, keysAlong, lastPart, pathAbove, pathKey } from "#shared/text/tag-path.ts";

describe("paths of tags", () => {
  it("are stored with one mark between two parts", () => {
    expect(cleanPath(" Payment›Amount ›  › in dollars ")).toBe("Payment › Amount › in dollars");
    expect(tagNameSchema.parse("Payment  ›Amount")).toBe("Payment › Amount");
    expect(tagNameSchema.safeParse(" › ").success).toBe(false);
  });

  it("are one place when they differ by case only, in any script", () => {
    expect(pathKey("PAYMENT › Año")).toBe(pathKey("payment›an\u0303o"));
    expect(keysAlong("A › B › C")).toEqual(["a", "a › b", "a › b › c"]);
  });

  it("know what stands above and below them", () => {
    expect([pathAbove("A › B › C"), pathAbove("A"), lastPart("A › B › C")]).toEqual(["A › B", null, "C"]);
    expect([isWithinPath("a › b", "A"), isWithinPath("A", "a"), isWithinPath("Ab", "A")]).toEqual([true, true, false]);
    expect(isWithinPath("A", "A › B")).toBe(false);
  });
});
