import AxeBuilder from "@axe-core/playwright";
import type { BrowserContextOptions, TestInfo } from "@playwright/test";
import { findDocument, openSample, search, showView } from "./support/actions.ts";
import { expect, test, type Workbench } from "./support/workbench.ts";

const WINDOWS: readonly (BrowserContextOptions & { readonly name: string })[] = [
  { name: "1440×900, light", viewport: { width: 1440, height: 900 }, colorScheme: "light" },
  { name: "1024×700, dark", viewport: { width: 1024, height: 700 }, colorScheme: "dark" },
];

/** What axe calls serious or critical on the screen as it is. */
async function seriousFindings({ page }: Workbench): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter((violation) => violation.impact === "serious" || violation.impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

async function fillCase(workbench: Workbench): Promise<void> {
  const { call } = workbench;
  const note = await findDocument(workbench, "Note 44/2025");
  const passage = await call("passages.create", {
    document: note.documentId,
    quote: "The Embassy will make available a grant to defray the costs of their custody",
    tag: ["Payment › terms"],
    note: "No amount is stated.",
  });
  const brief = await call("briefs.create", { title: "Statement of facts" });
  const { sections } = await call("briefs.add", {
    brief: brief.briefId,
    passage: passage.passageId,
    section: "The notes",
  });
  const quotation = sections[0]?.blocks[0];
  if (quotation === undefined) throw new Error("the brief has no quotation");
  await call("briefs.add", { brief: brief.briefId, passage: passage.passageId });
  await call("briefs.update-block", {
    block: quotation.blockId,
    text: "The Embassy shall make available a grant to defray the costs of their custody",
  });
}

for (const { name, ...windowOptions } of WINDOWS) {
  test.describe(name, () => {
    test.use({ windowOptions });

    test("axe finds nothing serious where one searches, reads and writes", async ({ workbench }, testInfo) => {
      const { page, complaints } = workbench;
      const look = lookWith(workbench, testInfo);
      await expect(page.getByRole("button", { name: /sample/iu }).first()).toBeVisible();
      await look("welcome");
      await openSample(workbench);
      await fillCase(workbench);
      await search(workbench, "custody");
      await look("search");
      await page.keyboard.press("Control+Shift+f");
      await page.keyboard.press("Control+a");
      await page.keyboard.type('"never closed');
      await expect(page.getByText(/quotation mark/iu).first()).toBeVisible();
      await look("search with a mistake");
      await search(workbench, '"grant to defray"');
      await page.keyboard.press("Enter");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("tab", { name: "Note 44/2025" })).toBeVisible();
      await look("reader");
      const reader = page.getByRole("region", { name: "Reader", exact: true });
      await reader.getByRole("tab", { name: "Document" }).click();
      await reader.getByRole("button", { name: /^Dates/u }).click();
      await look("reader with the document's details");
      for (const view of ["Tags", "Briefs"]) {
        await showView(workbench, view);
        await look(view);
      }
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog")).toBeVisible();
      await look("keys");
      expect(complaints).toEqual([]);
    });

    test("axe finds nothing serious in the library and the accounts", async ({ workbench }, testInfo) => {
      const { page, complaints } = workbench;
      const look = lookWith(workbench, testInfo);
      await openSample(workbench);
      const library = page.getByRole("region", { name: "Library", exact: true });
      const documents = library.getByRole("grid", { name: "Documents" });
      const filter = library.getByRole("searchbox", { name: "Filter documents" });
      await look("library");
      await filter.fill("Memorandum for the file");
      await documents.getByRole("row").filter({ hasText: "Memorandum for the file" }).click();
      await expect(library.getByRole("button", { name: /Hidden text/u }).first()).toBeVisible();
      await look("library, a document with hidden text");
      await library.getByRole("button", { name: "Reveal all…" }).click();
      await expect(page.getByRole("dialog", { name: "Reveal hidden text?" })).toBeVisible();
      await look("asking before hidden text is revealed");
      await page.keyboard.press("Escape");
      await filter.fill("note");
      await documents.press("ControlOrMeta+a");
      await expect(library.getByRole("heading", { name: /documents selected$/u })).toBeVisible();
      const showFilters = library.getByRole("button", { name: "Show the filters" });
      if (await showFilters.isVisible()) await showFilters.click();
      await expect(library.getByRole("navigation", { name: "Narrow the library" })).toBeVisible();
      await look("library, many documents selected, with its filters");
      const activity = await showView(workbench, "Activity");
      await activity.getByRole("grid").getByRole("row").filter({ hasText: "production.zip" }).click();
      await expect(activity.getByRole("region", { name: "Selected row" })).toBeVisible();
      await look("a file of the account");
      await activity.getByRole("button", { name: "Custody journal" }).click();
      await activity.getByRole("row").filter({ hasText: "Imported" }).first().click();
      await look("custody journal");
      await activity.getByRole("button", { name: "OCR settings" }).click();
      await expect(page.getByRole("dialog", { name: "OCR settings" })).toBeVisible();
      await look("OCR settings");
      expect(complaints).toEqual([]);
    });
  });
}

/** Keeps a picture of the screen as it is, and lets axe look at it. */
function lookWith(workbench: Workbench, testInfo: TestInfo) {
  return async (screen: string) => {
    await testInfo.attach(screen, { body: await workbench.page.screenshot(), contentType: "image/png" });
    expect(await seriousFindings(workbench), screen).toEqual([]);
  };
}
