import { describe, expect, it } from "vitest";
import { type CitedDocument, citePlace, quoted } from "../../../renderer/passages/cite-styles.ts";
import { pageInfoOf } from "../support/document-summary.ts";

const DOCUMENT: CitedDocument = {
  shortName: "Compl.",
  title: "Complaint",
  fields: { date: "2025-03-15", ecfNumber: "81-2" },
  pageInfos: [
    pageInfoOf({ page: 1, label: "4" }),
    pageInfoOf({
      page: 2,
      label: "5",
      addresses: [
        { scheme: "ecf", value: "3" },
        { scheme: "bates", value: "CV-000119" },
      ],
    }),
    pageInfoOf({
      page: 3,
      label: "6",
      addresses: [
        { scheme: "ecf", value: "4" },
        { scheme: "bates", value: "CV-000120" },
      ],
    }),
  ],
};

describe("citePlace", () => {
  it("cites in the style that was chosen", () => {
    const cite = (style: Parameters<typeof citePlace>[2]) => citePlace(DOCUMENT, [{ page: 2 }, { page: 3 }], style);
    expect(cite("brief")).toBe("(Compl. at 5–6.)");
    expect(cite("record")).toBe("Compl. at 5–6");
    expect(cite("docket")).toBe("(Compl., ECF No. 81-2 at 3–4.)");
    expect(cite("bates")).toBe("CV-000119–CV-000120");
    expect(cite("title")).toBe("Complaint (2025-03-15) at 5–6");
  });

  it("falls back to the record citation where the page does not bear what the style asks for", () => {
    expect(citePlace(DOCUMENT, [{ page: 1 }], "bates")).toBe("(Compl. at 4.)");
    const noDocket = { ...DOCUMENT, fields: { date: null, ecfNumber: null } };
    expect(citePlace(noDocket, [{ page: 2 }], "docket")).toBe("(Compl. at 5.)");
    expect(citePlace(noDocket, [{ page: 2 }], "title")).toBe("Complaint at 5");
  });
});

describe("quoted", () => {
  it("puts text in quotation marks, those inside of it single", () => {
    expect(quoted("the word “it” is open")).toBe("“the word ‘it’ is open”");
  });
});
