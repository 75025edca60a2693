import { describe, expect, it } from "vitest";
import { neutralName } from "#core/export/neutral-name.ts";
import { documentIdSchema } from "#shared/base/ids.ts";

const documentId = documentIdSchema.parse("doc_4k7m9x2a3qpb");

describe("neutralName", () => {
  it("names an annotated copy by the identifier of its document", () => {
    expect(neutralName({ kind: "annotated", documentId })).toBe("annotated-doc_4k7m9x2a3qpb.pdf");
  });

  it("names a brief by its day in UTC and its format", () => {
    expect(neutralName({ kind: "brief", format: "pdf", at: "2026-03-01T23:59:59.999Z" })).toBe("brief-2026-03-01.pdf");
    expect(neutralName({ kind: "brief", format: "md", at: "2026-03-01T00:00:00.000Z" })).toBe("brief-2026-03-01.md");
  });

  it("gives one name to one thing", () => {
    const subject = { kind: "annotated", documentId } as const;
    expect(neutralName(subject)).toBe(neutralName(subject));
  });
});
