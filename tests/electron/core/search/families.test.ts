import { describe, expect, it } from "vitest";
import { openFamilies } from "#core/search/families.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import type { SourceFormat } from "#shared/model/format.ts";

/** Links as `parent>child`; what a file is, is told by the beginning of its name. */
function familyOf(name: string, ...links: readonly string[]): readonly string[] {
  const pairs = links.map((link) => link.split(">") as [DocumentId, DocumentId]);
  const formatOf = (id: string): SourceFormat => (/^(?:zip|pst|mbox)/.exec(id)?.[0] ?? "eml") as SourceFormat;
  return [...openFamilies(pairs, formatOf).membersOf(name as DocumentId)].toSorted();
}

describe("a family", () => {
  it("is a message with all its attachments, whichever of them was found", () => {
    for (const name of ["mail", "a", "b", "deep"]) {
      expect(familyOf(name, "mail>a", "mail>b", "b>deep", "other>c")).toEqual(["a", "b", "deep", "mail"]);
    }
    expect(familyOf("alone", "mail>a")).toEqual(["alone"]);
  });

  it("does not reach through an archive to what lies beside it there", () => {
    const links = ["zip>mail", "zip>note", "mail>a", "pst>zip"];
    expect(familyOf("a", ...links)).toEqual(["a", "mail"]);
    expect(familyOf("note", ...links)).toEqual(["note"]);
    expect(familyOf("zip", ...links)).toEqual(["zip"]);
  });

  it("includes an archive that was attached to a message, with what it holds", () => {
    const links = ["mail>zip1", "zip1>x", "zip1>y", "mail>a"];
    for (const name of ["x", "zip1", "mail"]) expect(familyOf(name, ...links)).toEqual(["a", "mail", "x", "y", "zip1"]);
  });

  it("is both of a file that was attached to two messages", () => {
    expect(familyOf("x", "mail>x", "other>x", "other>b")).toEqual(["b", "mail", "other", "x"]);
    expect(familyOf("b", "mail>x", "other>x", "other>b")).toEqual(["b", "other", "x"]);
  });

  it("ends where files hold each other", () => {
    expect(familyOf("a", "a>b", "b>a").length).toBeGreaterThan(0);
  });
});
