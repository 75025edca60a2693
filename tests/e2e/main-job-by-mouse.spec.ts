import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import { createSample, dragOnto, dragOver, findDocument, readDownload, search } from "./support/actions.ts";
import { expect, test } from "./support/workbench.ts";

const WORDS = "house the persons\ntransferred for a period of one year";

/** Annotations of one page as another PDF library sees them. */
function readHighlights(document: PDFDocument, page: number) {
  const annotations = document.getPage(page - 1).node.Annots() ?? PDFArray.withContext(document.context);
  return annotations.asArray().flatMap((reference) => {
    const annotation = document.context.lookup(reference, PDFDict);
    if (annotation.lookup(PDFName.of("Subtype")) !== PDFName.of("Highlight")) return [];
    const text = (key: string) => {
      const value = annotation.lookup(PDFName.of(key));
      return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : "";
    };
    const quads = annotation.lookup(PDFName.of("QuadPoints"), PDFArray).size();
    const hasAppearance = annotation.lookup(PDFName.of("AP")) !== undefined;
    return [
      { author: text("T"), contents: text("Contents"), subject: text("Subj"), date: text("M"), quads, hasAppearance },
    ];
  });
}

test("the main job by mouse: import, search, open at the hit, tag, brief, export", async ({ workbench }) => {
  const { page, call, folder, complaints } = workbench;
  await createSample(workbench);

  await search(workbench, '"house the persons"');
  await page.getByRole("list", { name: "Documents found" }).getByText("house the persons").first().dblclick();
  await expect(page.getByRole("tab", { name: "Note 44/2025" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: /page/iu })).toHaveValue("2");
  await expect(
    page
      .getByRole("region", { name: "Reader" })
      .locator('[data-page="2"]')
      .getByRole("button", { name: "Current hit" }),
  ).toBeVisible();

  await dragOver(workbench, "Note 44/2025", 2, WORDS);
  await page.keyboard.type("Custody › duration");
  await page.keyboard.press("Enter");
  const card = page.getByRole("complementary", { name: "Passages" }).getByText("house the persons", { exact: false });
  await expect(card.first()).toBeVisible();
  const { passages } = await call("passages.list", {});
  expect(passages.map((passage) => passage.quote)).toEqual([WORDS]);
  expect(passages[0]?.ranges[0]?.quads.length).toBe(2);

  const brief = page.getByRole("complementary", { name: "Brief" });
  await brief.getByRole("textbox", { name: "New brief" }).fill("Statement of facts");
  await brief.getByRole("button", { name: "Create" }).click();
  await expect(brief.getByText("Statement of facts").first()).toBeVisible();
  await dragOnto(workbench, card.first(), brief.getByText("or drop a passage here"));
  await expect(brief.getByText("(Note 44/2025, PDF p. 2.)")).toBeVisible();
  await expect(brief.getByText(/1 quote verified/u)).toBeVisible();

  await page.getByRole("button", { name: "Briefs", exact: true }).click();
  await page.getByRole("region", { name: "Briefs" }).getByRole("button", { name: "Export" }).click();
  const [printed] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: /PDF/u }).click(),
  ]);
  const printedBrief = await PDFDocument.load(await readDownload(printed));
  expect(printedBrief.getTitle()).toBe("Statement of facts");

  const note = await findDocument(workbench, "Note 44/2025");
  const out = join(folder, "annotated.pdf");
  await call("export.annotated", { document: note.documentId, out });
  const bytes = await readFile(out);
  const annotated = await PDFDocument.load(bytes);
  expect(readHighlights(annotated, 2)).toEqual([
    {
      author: "A. Tester",
      subject: "Custody › duration",
      contents: "Custody › duration",
      date: expect.stringMatching(/^D:\d{14}/u),
      quads: 16,
      hasAppearance: true,
    },
  ]);
  const original = await page.evaluate(async (address) => {
    const response = await fetch(address);
    return [...new Uint8Array(await response.arrayBuffer())];
  }, `/files/documents/${note.documentId}`);
  expect(bytes.subarray(0, original.length).equals(Buffer.from(original))).toBe(true);

  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await call("briefs.list", {})).briefs[0]?.quotations).toBe(0);
  expect(complaints).toEqual([]);
});
