import { describe, expect, it } from "vitest";
import { type NotePart, readNote } from "../../../renderer/passages/note-blocks.ts";

/** Parts in short: elements as `tag(…)`, links as `link:address(…)`. */
function short(parts: readonly NotePart[]): string {
  return parts
    .map((part) => {
      if (part.kind === "text") return part.text;
      const name = part.kind === "link" ? `link:${part.address}` : part.tag;
      return `${name}(${short(part.parts)})`;
    })
    .join("");
}

describe("readNote", () => {
  it("reads emphasis, lists, quotations and tables", () => {
    expect(short(readNote("**No** amount, *said*"))).toBe("p(strong(No) amount, em(said))");
    expect(short(readNote("- one\n- two"))).toContain("ul(li(");
    expect(short(readNote("> quoted"))).toBe("blockquote(p(quoted))");
    expect(short(readNote("|a|b|\n|-|-|\n|1|2|"))).toBe("table(thead(tr(th(a)th(b)))tbody(tr(td(1)td(2))))");
    expect(short(readNote("one\ntwo"))).toBe("p(onebr()two)");
  });

  it("shows HTML as it is written", () => {
    expect(short(readNote("<img src=x onerror=alert(1)> <b>bold</b>"))).toBe(
      "p(<img src=x onerror=alert(1)> <b>bold</b>)",
    );
    expect(short(readNote("<script>alert(1)</script>"))).toBe("p(<script>alert(1)</script>)");
  });

  it("never makes a picture, whose address would be asked for", () => {
    expect(short(readNote("![seal](https://example.org/seal.png)"))).toBe(
      "p(!link:https://example.org/seal.png(seal))",
    );
  });

  it("makes links of addresses only, and none that runs a script", () => {
    expect(short(readNote("see https://example.org/a"))).toBe(
      "p(see link:https://example.org/a(https://example.org/a))",
    );
    expect(short(readNote("see annex.no"))).toBe("p(see annex.no)");
    expect(short(readNote("[x](javascript:alert(1))"))).not.toContain("link:");
  });
});
