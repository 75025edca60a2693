import { describe, expect, it } from "vitest";
import { createPdfCertificatePrinter } from "#adapters/print/pdf-certificate-printer.ts";
import { makeCertificate } from "../../core/search/make-certificate.ts";
import { readPdf } from "./read-pdf.ts";

const DIGEST = "ef".repeat(32);
const printer = createPdfCertificatePrinter();

async function print(change: Parameters<typeof makeCertificate>[0] = {}) {
  const bytes = await printer.print(makeCertificate(change), DIGEST);
  const read = await readPdf(bytes);
  return { bytes, ...read, text: read.pages.join(" ") };
}

describe("createPdfCertificatePrinter", () => {
  it("states the result, the search, how it was read, what was searched and what could not be read", async () => {
    const { text, pages } = await print();
    expect(pages[0]).toContain("No document was found 0 hits on 0 pages, in 1,204 documents of 20,331 pages.");
    expect(pages[0]).toContain("Not everything could be searched: see what could not be read.");
    expect(text).toContain("“wire transfer” and detain");
    expect(text).toContain("41 pages have no text.");
    expect(text).toContain("In 1 place text lies hidden under a cover; it was kept out of the search.");
    expect(text).toContain("1,204 imported, 12 duplicate, 3 failed, 8 passed over, 0 not reached");
    expect(text).toContain("detained stem 1,212");
    expect(text).toContain("detainee left out 12");
    expect(text).toContain("It is no certification under Rule 902(13) or (14)");
    const joined = text.replaceAll(" ", "");
    for (const hash of [DIGEST, "ab".repeat(32), "cd".repeat(32)]) expect(joined).toContain(hash);
  });

  it("says when nothing is known that could not be read, and when the result is not the whole", async () => {
    const { index, result } = makeCertificate();
    const whole = { ...index, pagesWithoutText: 0, pagesUnread: 0, pagesLowConfidence: 0, hiddenPlaces: 0 };
    const files = { ...index.files, failed: 0, skipped: 0 };
    const { text } = await print({ index: { ...whole, files }, result: { ...result, complete: false, hits: 1 } });
    expect(text).toContain("The program knows of nothing of the kind.");
    expect(text).toContain("Not complete: a regular expression ran out of time");
    expect(text).not.toContain("Not everything could be searched");
  });

  it("flows over pages with a long search and hundreds of forms, losing none", async () => {
    const query = Array.from({ length: 400 }, (_, index) => `word${index}`).join(" OR ");
    const forms = Array.from({ length: 401 }, (_, index) => {
      return { form: `form${index}${"x".repeat(index % 40)}`, reason: "wildcard", hits: index * 1000, excluded: false };
    });
    const { search } = makeCertificate();
    const { pages, text } = await print({ search: { ...search, query }, expansions: [{ source: "form*", forms }] });
    expect(pages.length).toBeGreaterThan(4);
    const squeezed = text.replaceAll(/\s/gu, "");
    for (let index = 0; index < 400; index += 1) expect(squeezed).toContain(`word${index}`);
    for (const { form } of forms) expect(squeezed, form).toContain(form.slice(0, 14));
  });

  it("carries nothing that acts, no words of the search in its title, and is the same each time", async () => {
    const { bytes, title, isTagged, active, outline } = await print();
    const file = Buffer.from(bytes).toString("latin1");
    expect(file).not.toMatch(/\/(?:JS|JavaScript|AA|OpenAction|Launch|URI|EmbeddedFile|Encrypt)\b/);
    expect([title, isTagged, active]).toEqual(["Search certificate crt_4k7m9x2a3qpb", true, []]);
    expect(outline.map((item) => item.title)).toContain("What could not be read, or only in part");
    expect(Buffer.compare(bytes, await createPdfCertificatePrinter().print(makeCertificate(), DIGEST))).toBe(0);
  });
});
